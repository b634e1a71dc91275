import { cellAddress, placeText } from '../workbook/address';
import { definitionOf, type TableName } from '.';

/** A cell in the user's workbook; `cell` is absent when only the sheet is known. */
export interface Place {
  readonly sheet: string;
  readonly cell?: string;
}

/** Where the rows and columns of the contract lie in the user's workbook. */
export interface Places {
  /** The cell of a row and a column's property; the sheet alone when the column is not there. */
  cell(table: TableName, row: number | undefined, column?: string): Place;
  /** True when the cell holds something that could not be read and was reported already. */
  unread(table: TableName, row: number | undefined, column: string): boolean;
  /** True when the workbook has that table. */
  has(table: TableName): boolean;
}

/** Where a table was read: sheet, and column numbers (1 = A) by property. */
export interface TablePlace {
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
}

/** The key under which an unreadable cell is remembered. */
export const unreadKey = (table: string, row: number, column: string): string => `${table}|${row}|${column}`;

/** Places of tables that were read from a workbook. */
export function placesOf(found: ReadonlyMap<TableName, TablePlace>, unread: ReadonlySet<string>): Places {
  return {
    cell: (table, row, column) => {
      const place = found.get(table);
      if (!place) return { sheet: definitionOf(table).sheet };
      const number = (column === undefined ? undefined : place.columns.get(column)) ?? Math.min(...place.columns.values(), Infinity);
      return row === undefined || !Number.isFinite(number) ? { sheet: place.sheet } : { sheet: place.sheet, cell: cellAddress(row, number) };
    },
    unread: (table, row, column) => isMissing(found, table, column) || (row !== undefined && unread.has(unreadKey(table, row, column))),
    has: (table) => found.has(table),
  };
}

/** A needed column that is not there was reported once, for all of its cells. */
function isMissing(found: ReadonlyMap<TableName, TablePlace>, table: TableName, column: string): boolean {
  const { columns, needs } = definitionOf(table);
  const place = found.get(table);
  return place !== undefined && (columns[column]?.required || needs?.includes(column)) === true && !place.columns.has(column);
}

/** Places of tables that came without a workbook, as on the service: sheets by their contract names, no cells. */
export const placesUnknown: Places = {
  cell: (table) => ({ sheet: definitionOf(table).sheet }),
  unread: () => false,
  has: () => true,
};

/** A place in a sentence: `Holdings!F12`, `'Tax profiles'!B3`, `book.rebal line 88`, `Holdings row 12`, `Holdings`. */
export function placeWords({ sheet, cell }: Place, row?: number): string {
  if (cell) return placeText(sheet, cell);
  return row === undefined ? sheet : `${sheet} row ${row}`;
}
