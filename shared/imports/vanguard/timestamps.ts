import type { CellTable, CustodianFile } from '../custodian-file';

/** The file with headers such as `Market value as of 09/03/2026 02:17 PM, ET` whole again where they lost their quotes and came apart at the comma. */
export function mendTimestamps(file: CustodianFile): CustodianFile {
  return { name: file.name, text: file.text, tables: file.tables.map(mendTable) };
}

function mendTable(table: CellTable): CellTable {
  if (!table.cells.some(isTorn)) return table;
  return { ...table, cells: table.cells.map((row) => (isTorn(row) ? row.filter((_, column) => !isZone(row, column)) : row)) };
}

const isTorn = (row: readonly string[]): boolean => row.some((_, column) => isZone(row, column));

/** `ET` behind a time that a header ends with. */
const isZone = (row: readonly string[], column: number): boolean => /^\s*"?E[SD]?T"?\s*$/i.test(row[column]) && / as of .*[ap]m$/i.test((row[column - 1] ?? '').trim());
