import type { Cell, SheetColumn, SheetContent, SheetRule } from '../workbook/port';

/** Number formats used on every output sheet. */
export const formats = {
  text: '@',
  money: '$#,##0;($#,##0);"–"',
  price: '#,##0.00##',
  quantity: '#,##0.####',
  wholeQuantity: '#,##0',
  percent: '0.0%;(0.0%);"–"',
  bp: '0" bp"',
  whole: '0',
  date: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
} as const;

/** One column of an output sheet. Its JSON key is the header in camelCase, see `columnKey`. */
export interface OutputColumn<Key extends string = string> extends Omit<SheetColumn, 'format'> {
  readonly key: Key;
  readonly format: keyof typeof formats;
  /** How the cell differs from the JSON value, `Buy` → `▲ Buy`. */
  readonly show?: (value: Cell) => Cell;
}

/** An output sheet, declared once: headers, formats and widths on every kind of workbook, keys in JSON. */
export interface OutputSheet<Row extends object> {
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  readonly keyLine: string;
  readonly tabColor: string;
  readonly frozenColumns: number;
  /** Columns that identify a row, so that what people typed survives a re-run. */
  readonly key: readonly (keyof Row & string)[];
  readonly columns: readonly OutputColumn<keyof Row & string>[];
  readonly rules?: readonly SheetRule[];
  readonly approval?: Approval<Row>;
  /** How a row on the sheet differs from the JSON row, where one cell depends on another. */
  readonly showRow?: (row: Row) => Row;
}

/** How people approve a row, and what of it they approved. */
export interface Approval<Row extends object> {
  readonly approve: keyof Row & string;
  readonly status: keyof Row & string;
  /** When one of these differs on a re-run, the row is another one than was approved. */
  readonly covers: readonly (keyof Row & string)[];
  /** Who approved and when: kept as long as the approval. */
  readonly keeps: readonly (keyof Row & string)[];
}

/** `Net score (bp)` → `netScoreBp`, `Target %` → `target`. */
export function columnKey(header: string): string {
  const words = header
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : word[0].toUpperCase() + word.slice(1).toLowerCase())).join('');
}

/** Characters that the filter button takes of a header cell. */
const filterButton = 5;

const longestWord = (header: string): number => Math.max(...header.split(' ').map(({ length }) => length));

/** Whole shares only: Excel would show the decimal point of `#,##0.####` behind each. */
function isWhole<Row extends object>(rows: readonly Row[], key: keyof Row & string): boolean {
  return rows.every((row) => Number.isInteger(row[key] ?? 0));
}

/** The sheet's content, ready for any workbook. */
export function sheetContent<Row extends object>(output: OutputSheet<Row>, rows: readonly Row[], status: string): SheetContent {
  return {
    sheet: output.sheet,
    table: output.table,
    heading: { title: output.title, status, key: output.keyLine },
    tabColor: output.tabColor,
    frozenColumns: output.frozenColumns,
    rules: output.rules,
    columns: output.columns.map(({ key, header, kind, format, width, sticky, group, choices, note, link }) => ({
      header,
      kind,
      format: format === 'quantity' && isWhole(rows, key) ? formats.wholeQuantity : formats[format],
      width: Math.max(width, longestWord(header) + filterButton),
      sticky,
      group,
      choices,
      note,
      link,
    })),
    rows: rows.map((row) => shownCells(output, row)),
  };
}

/** The cells of a row as the sheet shows them, in the order of the columns. */
export function shownCells<Row extends object>({ columns, showRow }: OutputSheet<Row>, row: Row): Cell[] {
  const shown = (showRow ? showRow(row) : row) as Record<string, Cell | undefined>;
  return columns.map(({ key, show }) => {
    const value = shown[key] ?? null;
    return show ? show(value) : value;
  });
}
