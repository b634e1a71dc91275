import { definitionOf, tableNames, type TableName } from '../../contract';
import { locateTables, neededColumns } from '../../contract/locate';
import { looseHeader, matchHeaders } from '../../contract/match';
import type { RegionName, WorkbookContent } from '../../workbook/port';
import { isAltering, readsColumn, type Change } from '../changes';
import { fieldsOf, isMap, readMap, type MapRow } from '../map-rows';
import { findBlocks, type Block } from './blocks';
import { guessChange, type ChangeGuess } from './guess-change';
import type { ColumnGuess } from './guess-columns';
import { guessTables, type TableGuess } from './guess-tables';
import { isForeign } from './foreign';
import { unitSlip } from './unit-slip';

/** A table is mapped without asking from here on, and so is a column; below, both are proposals. */
export const [tableBar, columnBar] = [0.7, 0.6];

/** One column of a proposal. */
export interface ColumnProposal extends ColumnGuess {
  /** Header as the contract spells it. */
  readonly header: string;
  readonly required: boolean;
  /** Made once a person has said so; `used` when that was before. */
  readonly change?: ChangeGuess & { readonly used: boolean };
  /** Sure enough to be mapped without asking. */
  readonly sure: boolean;
  /** The header says it already, so that nothing needs to be mapped. */
  readonly matches: boolean;
}

/** One table of the user's, proposed for one of the contract. */
export interface TableProposal {
  readonly table: TableName;
  readonly block: Block;
  /** Name of the Excel table, else of the sheet. */
  readonly yourTable: string;
  readonly confidence: number;
  readonly because: string;
  readonly sure: boolean;
  readonly columns: readonly ColumnProposal[];
  /** Needed columns for which nothing was found, as the contract spells them. */
  readonly missing: readonly string[];
}

/** What a workbook's own tables could be, and what it has been told before. */
export interface MapProposal {
  readonly tables: readonly TableProposal[];
  /** Tables that can be read as they are. */
  readonly settled: ReadonlySet<TableName>;
  /** Rows of the map that stay as they are. */
  readonly kept: readonly MapRow[];
}

/** Regions a guess looks at: everything but the sheets that REBAL writes. */
export const isCandidate = (region: RegionName): boolean => isMap(region) || isForeign(region);

/**
 * Guesses which of a workbook's tables stand for those of the contract that it lacks. `content` holds all candidates;
 * `learned` are rows of other workbooks' maps, used again for the same headers.
 */
export function proposeMap(content: WorkbookContent, learned: readonly MapRow[] = []): MapProposal {
  const kept = readMap(content.regions).rows;
  const located = locateTables(content);
  // A table that can be read with all it needs was never in question.
  const settled = new Set([...located].filter(([name, { match }]) => neededColumns(definitionOf(name)).every((property) => match.columns.has(property))).map(([name]) => name));
  const used = new Set([...located.values()].filter(({ name }) => settled.has(name)).map(({ region }) => `${region.sheet}|${region.table ?? ''}`));
  const all = content.regions.filter(isForeign).flatMap(findBlocks);
  const guesses = guessTables(all);
  const told = [...learned, ...kept];
  const slip = unitSlip(guesses.find(({ table }) => table === 'securities'), guesses.find(({ table }) => table === 'holdings'));
  const tables = guesses
    .filter(({ table, block }) => !settled.has(table) && !used.has(`${block.region.sheet}|${block.region.table ?? ''}`))
    .sort((a, b) => tableNames.indexOf(a.table) - tableNames.indexOf(b.table))
    .map((guess) => proposal(guess, told, guess.table === 'securities' ? slip : undefined));
  return { tables, settled, kept };
}

function proposal(guess: TableGuess, told: readonly MapRow[], slip: ChangeGuess | undefined): TableProposal {
  const { table, block } = guess;
  const definition = definitionOf(table);
  const own = told.filter((row) => row.table === table);
  const columns = learnedColumns(guess, own).map((column) => columnProposal(guess, column, own, slip));
  const needed = neededColumns(definition);
  const found = new Map(columns.map((column) => [column.property, column]));
  const isUsed = needed.every((property) => found.get(property)?.because.startsWith('used before'));
  const confidence = isUsed ? 0.99 : guess.confidence;
  const sure = confidence >= tableBar && needed.every((property) => found.get(property)?.sure);
  const yourTable = block.region.table ?? block.region.sheet;
  return { table, block, yourTable, confidence, because: guess.because, sure, columns, missing: needed.filter((property) => !found.has(property)).map((property) => definition.columns[property].header) };
}

/** What was accepted once for a header counts for the same header again. */
function learnedColumns({ table, block, columns }: TableGuess, own: readonly MapRow[]): readonly ColumnGuess[] {
  const [header] = [new Map(block.headers.map((one) => [looseHeader(one.header), one]))];
  const fields = fieldsOf(table);
  const learned = own.flatMap((row): ColumnGuess[] => {
    const [property] = matchHeaders([row.header], fields).columns.keys();
    const place = header.get(looseHeader(row.yourColumn));
    if (property === undefined || place === undefined || !readsColumn(row.change) || row.change === 'Left aside') return [];
    return [{ property, at: place.at, yourColumn: place.header, confidence: 0.99, because: `used before for “${place.header}”${row.learnedFrom ? ` (${row.learnedFrom})` : ''}` }];
  });
  const taken = new Set(learned.flatMap(({ property, at }) => [property, `at ${at}`]));
  return [...learned, ...columns.filter(({ property, at }) => !taken.has(property) && !taken.has(`at ${at}`))];
}

function columnProposal({ table, block }: TableGuess, column: ColumnGuess, own: readonly MapRow[], slip: ChangeGuess | undefined): ColumnProposal {
  const definition = definitionOf(table);
  const { header } = definition.columns[column.property];
  const [matched] = matchHeaders([column.yourColumn], fieldsOf(table)).columns.keys();
  const before = own.find((row) => row.header === header && looseHeader(row.yourColumn) === looseHeader(column.yourColumn) && isAltering(row.change));
  const guessed = column.at === undefined ? undefined : (guessChange(table, column.property, block, column.at) ?? (column.property === 'price' ? slip : undefined));
  const isSame = guessed !== undefined && before?.change === guessed.change;
  return {
    ...column, header,
    required: neededColumns(definition).includes(column.property),
    change: guessed && { ...guessed, used: isSame },
    sure: column.confidence >= columnBar,
    matches: matched === column.property && block.height === 1,
  };
}

/** The change that a column gets: what was accepted, or what was used before; the title's own where it stands in no column. */
export function changeFor({ at, change }: ColumnProposal, isAccepted: boolean): Change {
  if (at === undefined) return 'Section title';
  return change && (isAccepted || change.used) ? change.change : 'None';
}
