import { findChoice } from '../../contract/cells/list';
import { datesFromText } from '../../contract/cells/date';
import { numberFromText } from '../../contract/cells/number';
import type { Column } from '../../contract/column';
import { isCusip, isIsin } from '../../checks/security-numbers';
import { nameKey } from '../../book/names';
import type { Cell } from '../../workbook/port';
import { isBlank } from '../../contract/cells/blank';

/** What the filled cells of a column are like, as shares from 0 to 1. */
export interface ColumnLook {
  /** A sample of the filled cells. */
  readonly cells: readonly Cell[];
  /** Share of the rows that are filled. */
  readonly filled: number;
  readonly number: number;
  readonly day: number;
  readonly ticker: number;
  readonly text: number;
  /** Letters, digits or dashes with at least three digits: an account number, a lot number. */
  readonly code: number;
  /** Different values among the filled cells. */
  readonly distinct: number;
  /** Different values, as names are compared. */
  readonly values: ReadonlySet<string>;
}

/** More cells tell nothing more. */
const mostCells = 400;

/** Serial numbers of the days from 1960 to 2049 in the 1900 system; in the 1904 system they shift by four years, which is no matter here. */
const [firstDay, lastDay] = [21_916, 54_789];

const isNumber = (cell: Cell): boolean => typeof cell === 'number' || (typeof cell === 'string' && numberFromText(cell) !== undefined);
const isDay = (cell: Cell): boolean => (typeof cell === 'number' ? Number.isInteger(cell) && cell >= firstDay && cell <= lastDay : typeof cell === 'string' && cell.length >= 6 && datesFromText(cell.trim()).length > 0);
const isTicker = (cell: Cell): boolean => typeof cell === 'string' && (/^\$?[A-Z][A-Z0-9]{0,5}([./-][A-Z]{1,2})?$/.test(cell.trim()) || isCusip(cell.trim()) || isIsin(cell.trim()));
const isCode = (cell: Cell): boolean => (typeof cell === 'number' ? Number.isInteger(cell) && cell >= 100 : typeof cell === 'string' && cell.length <= 30 && /^[\w./-]+$/.test(cell.trim()) && (cell.match(/\d/g)?.length ?? 0) >= 3);

/** Looks at a column of a block. */
export function lookAt(rows: readonly (readonly Cell[])[], at: number): ColumnLook {
  const step = Math.max(1, Math.floor(rows.length / mostCells));
  const sample = rows.filter((_row, index) => index % step === 0).map((cells) => cells[at] ?? null);
  const cells = sample.filter((cell) => cell !== null && String(cell).trim() !== '');
  const share = (test: (cell: Cell) => boolean): number => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length);
  const values = new Set(rows.flatMap((row) => (isBlank(row[at]) ? [] : [nameKey(String(row[at]).trim())])));
  const count = rows.reduce((sum, row) => sum + (isBlank(row[at]) ? 0 : 1), 0);
  return {
    cells, values,
    filled: rows.length === 0 ? 0 : count / rows.length,
    number: share(isNumber), day: share(isDay), ticker: share(isTicker), code: share(isCode),
    text: share((cell) => typeof cell === 'string' && !isNumber(cell)),
    distinct: count === 0 ? 0 : values.size / count,
  };
}

/** How well the cells of a column suit a column of the contract: 0 refuses, 1 is as expected. A blank column neither suits nor refuses. */
export function suits(column: Column, look: ColumnLook): number {
  if (look.cells.length === 0) return 0.7;
  if (column.identifier === 'symbol') return Math.max(look.ticker, 0.45 * look.text);
  if (column.identifier === 'id') return Math.max(look.code * (look.day > 0.9 ? 0.3 : 1), 0.75 * look.text);
  if (column.type === 'list') return Math.max(accepted(column, look), 0.25 * look.text);
  if (column.type === 'text') return look.day > 0.9 ? 0.2 : Math.max(look.text, 0.35);
  if (column.type === 'date') return look.day;
  // A column of whole numbers that could be days is a column of numbers too: the header decides.
  return look.day > 0.9 && look.cells.some((cell) => typeof cell === 'string') ? 0.1 : look.number;
}

/** Share of the different values that a list column takes as they are. */
function accepted(column: Column, { values }: ColumnLook): number {
  const some = [...values].slice(0, 40);
  return some.filter((value) => findChoice(value, column) !== undefined).length / some.length;
}

/** What the cells alone say for a column, 0 to 1: days, shares that add up to 100 %, words of a list, unique tickers. */
export function speaksFor(column: Column, look: ColumnLook): number {
  if (look.cells.length < 2) return 0;
  if (column.type === 'date') return look.day > 0.9 ? 0.4 : 0;
  if (column.type === 'list') return accepted(column, look) > 0.9 && look.values.size >= 2 ? 0.6 : 0;
  if (column.identifier === 'symbol') return look.ticker > 0.9 ? 0.45 : 0;
  return 0;
}

/** No list of models is longer; a list of lots is. */
const mostModelRows = 20_000;

/** Share of groups, told apart by another column, whose numbers add up to 1 or to 100. */
export function addsUp(rows: readonly (readonly Cell[])[], group: number, at: number): number {
  if (rows.length > mostModelRows) return 0;
  const sums = new Map<string, { sum: number; rows: number }>();
  for (const cells of rows) {
    const cell = cells[at] ?? null;
    const value = typeof cell === 'string' ? numberFromText(cell) : cell;
    if (typeof value !== 'number') continue;
    const key = String(cells[group] ?? '');
    const known = sums.get(key) ?? { sum: 0, rows: 0 };
    sums.set(key, { sum: known.sum + value, rows: known.rows + 1 });
  }
  const groups = [...sums.values()];
  if (groups.length === 0 || groups.every((one) => one.rows < 2)) return 0;
  return groups.filter(({ sum }) => Math.abs(sum - 1) < 0.005 || Math.abs(sum - 100) < 0.5).length / groups.length;
}
