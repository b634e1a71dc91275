import { definitionOf, type TableName } from '../../contract';
import { neededColumns } from '../../contract/locate';
import type { Column } from '../../contract/column';
import type { Block } from './blocks';
import { addsUp, lookAt, speaksFor, suits, type ColumnLook } from './column-look';
import { misspelled, scoreHeader } from './header-score';

/** A column of the user's, taken for one of the contract. */
export interface ColumnGuess {
  readonly property: string;
  /** Within the region; absent for a section title, which stands in no column. */
  readonly at?: number;
  readonly yourColumn: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The reason, as the end of a sentence: `the header says “Shares held”`. */
  readonly because: string;
}

/** A block taken for a table: what each of its columns would be. */
export interface BlockGuess {
  readonly table: TableName;
  readonly block: Block;
  readonly columns: readonly ColumnGuess[];
  /** How sure the needed columns are on average; one that is missing counts nothing. */
  readonly fit: number;
}

/** What the other tables say for a column: its values are theirs. */
export interface Link {
  readonly strength: number;
  readonly because: string;
}

/** What links a block's column to a property of a table; nothing on the first look, when no other table is known. */
export type Links = (table: TableName, block: Block, at: number, property: string) => Link | undefined;

const looks = new WeakMap<Block, Map<number, ColumnLook>>();

/** How a column of a block looks; remembered. */
export function lookOf(block: Block, at: number): ColumnLook {
  const known = looks.get(block) ?? new Map<number, ColumnLook>();
  looks.set(block, known);
  const look = known.get(at) ?? lookAt(block.rows, at);
  known.set(at, look);
  return look;
}

/** Below this a column is left aside. */
const leastConfidence = 0.3;

interface Claim extends ColumnGuess {
  readonly at: number;
}

/** Gives each column of the table the user's column that claims it best, and each of the user's columns one meaning. */
export function guessColumns(table: TableName, block: Block, links: Links): BlockGuess {
  const definition = definitionOf(table);
  const claims = block.headers.flatMap(({ at, header }) => claimsOf(table, block, at, header, links));
  const taken = new Set<number>();
  const columns = new Map<string, Claim>();
  for (const claim of claims.sort((a, b) => b.confidence - a.confidence || a.at - b.at)) {
    if (claim.confidence < leastConfidence || taken.has(claim.at) || columns.has(claim.property)) continue;
    taken.add(claim.at);
    columns.set(claim.property, doubted(claim, claims.filter((one) => one.property === claim.property && one.at !== claim.at), taken));
  }
  const found: ColumnGuess[] = [...columns.values(), ...sectionTitle(table, block, columns)];
  const needed = neededColumns(definition);
  const fit = needed.reduce((sum, property) => sum + (found.find((one) => one.property === property)?.confidence ?? 0), 0) / needed.length;
  return { table, block, columns: found, fit };
}

function claimsOf(table: TableName, block: Block, at: number, header: string, links: Links): Claim[] {
  const { columns } = definitionOf(table);
  const scores = scoreHeader(table, header);
  const meant = scores.size === 0 ? misspellingOf(table, header) : undefined;
  const look = lookOf(block, at);
  return Object.entries(columns).flatMap(([property, column]): Claim[] => {
    const word = scores.get(property) ?? (meant === property ? 0.85 : 0);
    const link = links(table, block, at, property);
    const own = contents(table, property, column, block, at, look);
    const known = 1 - (1 - word) * (1 - (link?.strength ?? 0)) * (1 - own.strength);
    const confidence = Math.min(0.99, known * fits(column, look) * (isRepeatedKey(table, property, look) ? 0.5 : 1));
    if (confidence < leastConfidence || (word === 0 && link === undefined && own.strength < 0.4)) return [];
    const reasons = [word >= 0.2 ? `the header says “${header}”` : '', link?.because ?? '', own.because].filter((reason) => reason !== '');
    return [{ property, at, yourColumn: header, confidence, because: reasons.join('; ') }];
  });
}

const misspellings = new Map<string, string | undefined>();

/** Remembered: a header is looked at three times for each table. Only tables that a run needs are worth a misspelling. */
function misspellingOf(table: TableName, header: string): string | undefined {
  if (!definitionOf(table).core) return undefined;
  const key = `${table}|${header}`;
  if (!misspellings.has(key)) misspellings.set(key, misspelled(table, header));
  return misspellings.get(key);
}

/** What names each row of a table cannot repeat. */
function isRepeatedKey(table: TableName, property: string, { distinct, cells }: ColumnLook): boolean {
  const { key } = definitionOf(table);
  return key.length === 1 && key[0] === property && cells.length > 1 && distinct < 0.9;
}

/** Cells that do not suit outweigh any header. */
const fits = (column: Column, look: ColumnLook): number => {
  const suit = suits(column, look);
  return suit >= 0.6 ? 0.9 + 0.1 * suit : suit * 1.2;
};

function contents(table: TableName, property: string, column: Column, block: Block, at: number, look: ColumnLook): Link {
  if (table === 'models' && property === 'target') {
    const share = Math.max(0, ...block.headers.filter((one) => one.at !== at && lookOf(block, one.at).text > 0.9).map((one) => addsUp(block.rows, one.at, at)));
    return share >= 0.7 ? { strength: 0.8, because: 'its numbers add up to 100 % in each model' } : { strength: 0, because: '' };
  }
  const strength = speaksFor(column, look);
  const what = column.type === 'date' ? 'its cells are days' : column.type === 'list' ? `its cells are words for ${column.header}` : 'its cells look like tickers';
  return { strength, because: strength > 0 ? what : '' };
}

/** A rival that is nearly as good makes a guess doubtful, unless it means something else. */
function doubted(claim: Claim, rivals: readonly Claim[], taken: ReadonlySet<number>): Claim {
  const rival = rivals.find((one) => !taken.has(one.at) && claim.confidence - one.confidence < 0.02);
  if (!rival || claim.confidence > 0.97) return claim;
  return { ...claim, confidence: claim.confidence * 0.7, because: `${claim.because}; but “${rival.yourColumn}” could be it too` };
}

/** Lots without an account of their own, below titles: the title names the account. */
function sectionTitle(table: TableName, block: Block, columns: ReadonlyMap<string, ColumnGuess>): ColumnGuess[] {
  if ((table !== 'holdings' && table !== 'transactions') || columns.has('accountId')) return [];
  const titles = [...(block.titleAbove === undefined ? [] : [block.titleAbove]), ...block.titles.map(({ text }) => text)].filter((text) => /\d{3}|account|acct|ira|roth|trust/i.test(text));
  if (titles.length === 0) return [];
  return [{ property: 'accountId', yourColumn: '', confidence: 0.75, because: `lots stand below titles such as “${titles[0]}”` }];
}
