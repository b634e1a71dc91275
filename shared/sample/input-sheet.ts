import type { Column, ColumnType } from '../contract/column';
import type { Table } from '../contract/table';
import { formats } from '../sheets/sheet';
import type { Cell, ColumnKind, SheetColumn, SheetContent } from '../workbook/port';

/** A row by the contract's keys; what is absent is a blank cell. */
export type InputRow = Readonly<Record<string, Cell | undefined>>;

/** How each type of the contract looks on a sheet that people type in; percentages keep two decimals. */
const looks: Readonly<Record<ColumnType, { readonly kind: ColumnKind; readonly format: string }>> = {
  text: { kind: 'text', format: formats.text },
  list: { kind: 'text', format: formats.text },
  date: { kind: 'date', format: formats.date },
  number: { kind: 'number', format: formats.quantity },
  whole: { kind: 'number', format: formats.whole },
  money: { kind: 'number', format: '#,##0.00##' },
  percent: { kind: 'number', format: '0.0##%' },
  bp: { kind: 'number', format: formats.bp },
};

/** Blue, as all sheets that people type in. */
const inputTabColor = '#2E75B6';
const [narrowest, widest] = [9, 40];

/**
 * A contract table filled with `rows`: headers, formats, choices and help come from the contract. Optional columns that no row uses
 * are left out; `extra` are the columns an open table may add, by key.
 */
export function inputSheet(table: Table, rows: readonly InputRow[], extra: Readonly<Record<string, Column>> = {}): SheetContent {
  const columns = Object.entries({ ...table.columns, ...extra }).filter(
    ([key, { required }]) => required || table.needs?.includes(key) || rows.some((row) => row[key] !== undefined),
  );
  return {
    sheet: table.sheet,
    table: table.excel,
    columns: columns.map(([key, column]) => inputColumn(column, rows, key)),
    rows: rows.map((row) => columns.map(([key]) => row[key] ?? null)),
    frozenColumns: Math.max(1, table.key.length),
    tabColor: inputTabColor,
  };
}

function inputColumn(column: Column, rows: readonly InputRow[], key: string): SheetColumn {
  const longest = rows.slice(0, 200).reduce((length, row) => Math.max(length, String(row[key] ?? '').length), column.header.length);
  return {
    header: column.header,
    ...looks[column.type],
    width: Math.min(widest, Math.max(narrowest, longest + 3)),
    choices: column.choices && Object.keys(column.choices),
    note: column.help,
  };
}
