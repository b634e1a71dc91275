import { definitionOf } from '../contract';
import { map } from '../contract/map';
import type { Table } from '../contract/table';
import { inputSheet, type InputRow } from '../sample/input-sheet';
import type { SheetContent, Workbook } from '../workbook/port';
import { changeFor, isCandidate, proposeMap, type ColumnProposal, type MapProposal, type TableProposal } from './guess/propose-map';
import type { MapRow } from './map-rows';

/** What a person said yes to: `Holdings`, `Holdings.Cost basis`, or `all`. Accepting a column accepts its change. */
export interface Acceptance {
  isTable(proposal: TableProposal): boolean;
  isColumn(proposal: TableProposal, column: ColumnProposal): boolean;
  /** Words that name nothing that was proposed. */
  readonly unknown: readonly string[];
}

/** `Holdings.Cost basis`. */
export const columnName = ({ table }: TableProposal, { header }: ColumnProposal): string => `${definitionOf(table).sheet}.${header}`;

/** Understands what was accepted. A table's name accepts its columns too. */
export function acceptance(words: readonly string[], { tables }: MapProposal): Acceptance {
  const wanted = new Set(words.map((word) => word.trim().toLowerCase()));
  const says = (...names: readonly string[]): boolean => wanted.has('all') || names.some((name) => wanted.has(name.toLowerCase()));
  const known = new Set(['all', ...tables.flatMap((table) => [definitionOf(table.table).sheet, ...table.columns.map((column) => columnName(table, column))])].map((name) => name.toLowerCase()));
  return {
    isTable: ({ table }) => says(definitionOf(table).sheet),
    isColumn: (table, column) => says(definitionOf(table.table).sheet, columnName(table, column)),
    unknown: words.filter((word) => !known.has(word.trim().toLowerCase())),
  };
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} % sure`;

/** The rows of the map for what is sure or accepted. A column that its header says already, and that nothing changes, needs none. */
export function newRows({ tables }: MapProposal, accepted: Acceptance): InputRow[] {
  return tables.filter((table) => table.sure || accepted.isTable(table)).flatMap((table) =>
    table.columns.filter((column) => column.sure || accepted.isColumn(table, column)).map((column): InputRow => ({
      contractTable: definitionOf(table.table).sheet,
      contractColumn: column.header,
      yourTable: table.yourTable,
      yourColumn: column.yourColumn || undefined,
      change: changeFor(column, accepted.isColumn(table, column)),
      learnedFrom: learned(table, column, accepted),
    })));
}

function learned(table: TableProposal, column: ColumnProposal, accepted: Acceptance): string {
  const said = accepted.isColumn(table, column) ? 'You accepted it' : 'Guess';
  return column.because.startsWith('used before') ? column.because.replace(/^used/, 'Used').replace(/ \(Used before.*$/, '') : `${said}, ${percent(column.confidence)}: ${column.because}`;
}

/** The map with new rows in place of those for the same columns; rows that nobody touched stay as they are. */
export function mapSheet(kept: readonly MapRow[], rows: readonly InputRow[]): SheetContent {
  const key = (table: unknown, column: unknown): string => `${String(table)}|${String(column)}`;
  const replaced = new Set(rows.map(({ contractTable, contractColumn }) => key(contractTable, contractColumn)));
  const before = kept.map(({ table, header, yourTable, yourColumn, change, learnedFrom }): InputRow => ({
    contractTable: definitionOf(table).sheet, contractColumn: header, yourTable, yourColumn: yourColumn || undefined, change, learnedFrom,
  }));
  return inputSheet(map as unknown as Table, [...before.filter((row) => !replaced.has(key(row.contractTable, row.contractColumn))), ...rows]);
}

/** What a workbook's tables could be. Nothing is written. */
export async function proposeAdoption(workbook: Pick<Workbook, 'read'>, learnedRows: readonly MapRow[] = []): Promise<MapProposal> {
  return proposeMap(await workbook.read(isCandidate), learnedRows);
}

/** Writes the map. Nothing but its table is touched; false when there was nothing to write. */
export async function writeMap(workbook: Workbook, { kept }: MapProposal, rows: readonly InputRow[]): Promise<boolean> {
  if (rows.length === 0) return false;
  await workbook.write([mapSheet(kept, rows)]);
  return true;
}
