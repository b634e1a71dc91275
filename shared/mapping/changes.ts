import { datesFromText } from '../contract/cells/date';
import { numberFromText } from '../contract/cells/number';
import { cleanSpaces } from '../contract/cells/text';
import type { map } from '../contract/map';
import type { RowOf } from '../contract/table';
import { dateFromParts } from '../dates';
import { findDecimalMark, parseAmount } from '../imports/generic/amounts';
import type { Cell } from '../workbook/port';

/** What the map does to the cells of a column. */
export type Change = NonNullable<RowOf<typeof map>['change']>;

/** A changed cell; one that the change does not concern comes back as it was. */
export type CellChange = (cell: Cell) => Cell;

/** `03/04/2021`, `3-4-21`, `2021.4.3`, with a time or without. */
const figures = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T\s].*)?$/;

/** Two-digit years as Excel reads them: 00–29 are 2000s, 30–99 are 1900s. */
const fullYear = (year: number): number => (year > 99 ? year : year + (year < 30 ? 2000 : 1900));

type Order = 'DMY' | 'MDY' | 'YMD';

/** ISO text for a date that is text in a known order. A text that is no date in that order is left for reading to report. */
const toDate = (order: Order): CellChange => (cell) => {
  if (typeof cell !== 'string') return cell;
  const text = cleanSpaces(cell);
  const parts = figures.exec(text)?.slice(1).map(Number);
  if (!parts) {
    const [day, ...others] = datesFromText(text);
    return day !== undefined && others.length === 0 ? day : cell;
  }
  const at = (letter: string): number => parts[order.indexOf(letter)];
  // A year of four digits shows itself: 2021-03-04 in a column of days first is no fault.
  const [year, month, day] = parts[0] > 31 && order !== 'YMD' ? parts : [at('Y'), at('M'), at('D')];
  return dateFromParts(fullYear(year), month, day) ?? cell;
};

/** Divides as decimal text, so that 40.8 is 0.408 and not 0.40799999999999997. Text with a percent sign is a fraction already. */
const hundredth: CellChange = (cell) => {
  const value = typeof cell === 'string' && !/%\s*$/.test(cell) ? numberFromText(cell) : cell;
  return typeof value === 'number' ? Number((value / 100).toPrecision(15)) : cell;
};

const turned: CellChange = (cell) => {
  const value = typeof cell === 'string' ? numberFromText(cell) : cell;
  return typeof value === 'number' ? 0 - value : cell;
};

/** Texts as numbers, in the decimals that the whole column shows. */
function toNumber(cells: readonly Cell[]): CellChange {
  const decimal = findDecimalMark(cells.filter((cell): cell is string => typeof cell === 'string'), false);
  return (cell) => {
    if (typeof cell !== 'string') return cell;
    const value = decimal === ',' ? parseAmount(cleanSpaces(cell).replace(/\s*%$/, ''), decimal) : numberFromText(cell);
    if (typeof value !== 'number' || Number.isNaN(value)) return cell;
    return decimal === ',' && /%\s*$/.test(cell) ? Number((value / 100).toPrecision(15)) : value;
  };
}

const same: CellChange = (cell) => cell;

const changes: Readonly<Record<Change, (cells: readonly Cell[]) => CellChange>> = {
  None: () => same,
  '÷100': () => hundredth,
  '×−1': () => turned,
  'Text→date DMY': () => toDate('DMY'),
  'Text→date MDY': () => toDate('MDY'),
  'Text→date YMD': () => toDate('YMD'),
  'Text→number': toNumber,
  'Fixed value': () => same,
  'Section title': () => same,
  'Left aside': () => same,
};

/** How a change treats the cells of a column; `cells` is the whole column, which may tell its decimals. */
export const changeOf = (change: Change, cells: readonly Cell[]): CellChange => changes[change](cells);

/** Changes that read a column; the others need none. */
export const readsColumn = (change: Change): boolean => change !== 'Fixed value' && change !== 'Section title';

/** Changes after which a cell of the sheet and its value differ, so that nothing may be written back. */
export const isAltering = (change: Change): boolean => change !== 'None' && change !== 'Left aside';
