import type { Cells } from '../custodian-file';
import { findCurrency, findDecimalMark, findHeaderCurrency, type DecimalMark } from './amounts';
import { findDayOrder, type DayOrder } from './days';
import type { FoundTable } from './find-tables';
import { isForeignHeader } from './foreign-words';
import { isInPence } from './pence';

/** The mark between dollars and cents, by the cells of one table. */
export function findDecimalMarkOf(cells: Cells, { start, end }: FoundTable, bySemicolons: boolean): DecimalMark {
  return findDecimalMark(cellsWithin(cells, start, Math.min(end, start + 2000)), bySemicolons);
}

function* cellsWithin(cells: Cells, start: number, end: number): Iterable<string> {
  for (let row = start; row < end; row += 1) yield* cells[row];
}

/** In which order a table writes days; `doubtful` is a day that could be read either way when nothing in the table decides. */
export interface TableDayOrder {
  readonly order: DayOrder;
  readonly doubtful: string | null;
  /** Column of the doubtful day. */
  readonly column: number | null;
}

/** Looks at the columns of days; when they leave it open, other signs of a file from outside the United States decide, else months come first. */
export function findTableDayOrder(cells: Cells, table: FoundTable, columns: readonly number[], decimal: DecimalMark, asOf: string | undefined): TableDayOrder {
  const { start, end } = table;
  let doubt: { doubtful: string; column: number } | null = null;
  for (const column of columns) {
    const { order, doubtful } = findDayOrder(columnWithin(cells, column, start, end), asOf);
    if (order) return { order, doubtful: null, column: null };
    if (doubtful !== null) doubt ??= { doubtful, column };
  }
  return { order: likelyOrder(cells, table, decimal), doubtful: doubt?.doubtful ?? null, column: doubt?.column ?? null };
}

/** The order of days where nothing in the table decides. */
export const likelyOrder = (cells: Cells, { start, end, headers }: FoundTable, decimal: DecimalMark): DayOrder =>
  decimal === ',' || headers.some((header) => isInPence(header) || isForeignHeader(header) || /^(?:EUR|GBP|CHF)$/.test(findHeaderCurrency(header) ?? '')) || isForeign(cells, start, end) ? 'day first' : 'month first';

function* columnWithin(cells: Cells, column: number, start: number, end: number): Iterable<string> {
  for (let row = start; row < end; row += 1) yield cells[row][column] ?? '';
}

/** Another currency than US dollars beside amounts or alone in cells, and no dollars. */
function isForeign(cells: Cells, start: number, end: number): boolean {
  let [foreign, dollars] = [0, 0];
  for (const cell of cellsWithin(cells, start, Math.min(end, start + 300))) {
    const text = cell.trim();
    const currency = /^(?:EUR|GBP|CHF|AUD|CAD|GBX)$/.test(text) ? text : findCurrency(text);
    if (text.includes('$') || text === 'USD' || currency === 'USD') dollars += 1;
    else if (currency !== null && /^(?:EUR|GBP|CHF|AUD|GBX)$/.test(currency)) foreign += 1;
  }
  return foreign > dollars;
}
