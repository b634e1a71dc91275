import { definitionOf, tableNames, type CoreTable, type TableName } from '../../contract';
import { nameKey } from '../../book/names';
import type { Block } from './blocks';
import { guessColumns, lookOf, type BlockGuess, type ColumnGuess, type Link, type Links } from './guess-columns';
import { scoreTableName } from './header-score';
import { titleName } from '../section-titles';

/** A table of the user's, taken for one of the contract. */
export interface TableGuess {
  readonly table: TableName;
  readonly block: Block;
  readonly columns: readonly ColumnGuess[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly because: string;
}

interface Scored extends BlockGuess {
  readonly score: number;
  /** How well the sheet or the Excel table is called so. */
  readonly name: number;
}

const unknown: Links = () => undefined;

/** Whose values the values of a column must be. */
const keys: Readonly<Record<string, readonly (readonly [CoreTable, string])[]>> = {
  'holdings.accountId': [['accounts', 'accountId']],
  'holdings.symbol': [['securities', 'symbol']],
  'accounts.model': [['models', 'model']],
  'models.component': [['securities', 'assetClass'], ['securities', 'symbol']],
  // And the other way: most of what is keyed is used.
  'accounts.accountId': [['holdings', 'accountId']],
  'securities.symbol': [['holdings', 'symbol']],
  'models.model': [['accounts', 'model']],
  'securities.assetClass': [['models', 'component']],
};

/**
 * The best set of tables among the blocks of a workbook. Twice: the first look knows headers and cells only, the second also
 * that the accounts of the holdings are the accounts of the accounts, whatever either is called.
 */
export function guessTables(found: readonly Block[]): TableGuess[] {
  const blocks = wholeOrParts(found);
  const first = choose(score(blocks, unknown));
  const second = choose(score(blocks, linksAmong(blocks, first)));
  const all = score(blocks, linksAmong(blocks, second));
  return choose(all).map((chosen) => finish(chosen, all));
}

function score(blocks: readonly Block[], links: Links): Scored[] {
  return tableNames.flatMap((table) => blocks.filter(({ rows }) => rows.length > 0).map((block): Scored => {
    const guess = guessColumns(table, block, links);
    const name = scoreTableName(table, [block.region.sheet, block.region.table]);
    const others = guess.columns.filter(({ confidence }) => confidence > 0.8).length;
    return { ...guess, name, score: Math.min(0.99, guess.fit * 0.85 + name * 0.1 + Math.min(0.05, others * 0.008)) };
  }));
}

/** Core tables fit this well, each in a part of its own, when they stand side by side. */
const fitAlone = 0.6;

/** A blank column may be a gap within one table, or between two: two when the parts are different tables of the contract, each by itself. */
function wholeOrParts(blocks: readonly Block[]): readonly Block[] {
  const parts = blocks.filter(({ partOf }) => partOf !== undefined);
  const scored = score(parts, unknown).filter(({ table, fit }) => definitionOf(table).core && fit >= fitAlone);
  const tablesIn = (whole: Block): ReadonlySet<TableName> => new Set(parts.filter(({ partOf }) => partOf === whole).flatMap((part) => {
    const [best] = scored.filter(({ block }) => block === part).sort((a, b) => b.score - a.score);
    return best ? [best.table] : [];
  }));
  const split = new Set(blocks.filter((block) => block.partOf === undefined && tablesIn(block).size > 1));
  return blocks.filter((block) => (block.partOf === undefined ? !split.has(block) : split.has(block.partOf)));
}

/** Below this a block is not taken for a table at all. */
const leastScore = 0.4;

/** Gives each table the block that fits best; a block, or one that shares columns with it, serves one table. */
function choose(all: readonly Scored[]): Scored[] {
  const chosen: Scored[] = [];
  const ranked = [...all].sort((a, b) => b.score - a.score || b.block.rows.length - a.block.rows.length);
  for (const one of ranked) {
    if (one.score < leastScore || !isPossible(one)) continue;
    if (chosen.some((other) => other.table === one.table || overlaps(other.block, one.block))) continue;
    chosen.push(one);
  }
  return chosen;
}

/** A table that a book can do without must be called so, and have every needed column; a core table may lack one, which is then asked for. */
function isPossible({ table, fit, columns, name }: Scored): boolean {
  const { core, key } = definitionOf(table);
  return core ? fit >= 0.4 : name >= 0.5 && fit >= 0.75 && key.every((property) => columns.some((one) => one.property === property && one.confidence >= 0.75));
}

function overlaps(one: Block, other: Block): boolean {
  if (one.region !== other.region || one.headerIndex !== other.headerIndex) return false;
  const columns = new Set(one.headers.map(({ at }) => at));
  return other.headers.some(({ at }) => columns.has(at));
}

/** Values of a column, also of titles that stand for one. */
function valuesOf(block: Block, column: ColumnGuess): ReadonlySet<string> {
  if (column.at !== undefined) return lookOf(block, column.at).values;
  return new Set([block.titleAbove, ...block.titles.map(({ text }) => text)].flatMap((text) => (text === undefined ? [] : [nameKey(titleName(text) ?? '')])));
}

/** How many of some values are among others. */
function within(values: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (values.size === 0) return 0;
  let count = 0;
  for (const value of values) if (value === 'cash' || others.has(value)) count += 1;
  return count / values.size;
}

function linksAmong(blocks: readonly Block[], chosen: readonly Scored[]): Links {
  const found = new Map<string, Link | undefined>();
  const numbers = new Map(blocks.map((block, index) => [block, index]));
  return (table, block, at, property) => {
    const targets = keys[`${table}.${property}`];
    if (!targets) return undefined;
    const key = `${table}|${numbers.get(block)}|${at}|${property}`;
    if (!found.has(key)) found.set(key, strongest(block, at, targets, chosen));
    return found.get(key);
  };
}

/** The key among the targets that holds most of a column's values. */
function strongest(block: Block, at: number, targets: readonly (readonly [CoreTable, string])[], chosen: readonly Scored[]): Link | undefined {
  const { values, text, code } = lookOf(block, at);
  if (values.size < 2 || text + code < 0.5) return undefined;
  let best: Link | undefined;
  for (const [table, property] of targets) {
    const other = chosen.find((one) => one.table === table && one.block !== block && !overlaps(one.block, block));
    const key = other?.columns.find((one) => one.property === property);
    if (!other || !key) continue;
    // A key that is itself doubtful proves less.
    const share = within(values, valuesOf(other.block, key)) * Math.min(1, key.confidence + 0.3);
    if (share < 0.6 || share <= (best?.strength ?? 0)) continue;
    best = { strength: Math.min(0.9, share), because: `its values are those of “${key.yourColumn || 'the titles'}” in ${other.block.region.sheet}` };
  }
  return best;
}

/** A rival fits as well, and the name does not tell. */
const [sameFit, sameName] = [0.03, 0.5];

function finish({ table, block, columns, fit, score: own }: Scored, all: readonly Scored[]): TableGuess {
  const called = (one: Block): number => scoreTableName(table, [one.region.sheet, one.region.table]);
  const rival = all.find((one) => one.table === table && one.block !== block && !overlaps(one.block, block) && one.fit > fit - sameFit && called(one.block) > called(block) - sameName);
  const isCalled = called(block) >= 0.5;
  const { sheet, table: excel } = block.region;
  const name = isCalled ? `its name says ${definitionOf(table).sheet.toLowerCase()}; ` : '';
  const because = `${name}${columns.map(({ yourColumn }) => `“${yourColumn}”`).slice(0, 4).join(', ')} suit`;
  if (!rival) return { table, block, columns, confidence: own, because };
  return { table, block, columns, confidence: own * 0.7, because: `${because}; but ${rival.block.region.table ?? rival.block.region.sheet} could be it as well as ${excel ?? sheet}` };
}
