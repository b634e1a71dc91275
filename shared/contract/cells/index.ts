import type { Cell } from '../../workbook/port';
import type { Column, ColumnType } from '../column';
import { readDate } from './date';
import { readList } from './list';
import { readNumber, readWhole } from './number';
import type { CellContext, Reading, Trouble } from './reading';
import { readText } from './text';

/** Reads one cell of a certain column. */
export type CellReader = (cell: Cell, context: CellContext) => Reading;

const text = (column: Column): CellReader => (cell) => readText(cell, column);
const list = (column: Column): CellReader => (cell) => readList(cell, column);
const date = (column: Column): CellReader => (cell, context) => readDate(cell, column, context);
// Percentages that are out of range may be a hundred times too big in the whole column: judged there, not here.
const percent = (column: Column): CellReader => (cell) => readNumber(cell, column);

/** A number outside the column's range has no value (G11). */
const inRange = (read: (cell: Cell, column: Column) => Reading<number>) => (column: Column): CellReader => {
  const { min = -Infinity, max = Infinity } = column;
  return (cell) => {
    const reading = read(cell, column);
    return reading.value === undefined || (reading.value >= min && reading.value <= max) ? reading : { troubles: [rangeTrouble(reading.value, column)] };
  };
};

const readers = {
  text, list, date, percent,
  number: inRange(readNumber),
  whole: inRange(readWhole),
  money: inRange(readNumber),
  bp: inRange(readNumber),
} satisfies Record<ColumnType, (column: Column) => CellReader>;

/** How the cells of a column are read, by its type. Never throws on data: what cannot be read is a trouble. */
export function cellReader(column: Column): CellReader {
  return readers[column.type](column);
}

/** Reads a single cell; whoever reads a whole column keeps its `cellReader`. */
export function readCell(cell: Cell, column: Column, context: CellContext): Reading {
  return cellReader(column)(cell, context);
}

/** True when the column's bounds allow the number. */
export function isInRange(value: number, { min = -Infinity, max = Infinity }: Column): boolean {
  return value >= min && value <= max;
}

/** What is said of a number that the column's bounds refuse. */
export function rangeTrouble(value: number, column: Column): Trouble {
  const show = (bound: number): string => (column.type === 'percent' ? `${Number((bound * 100).toPrecision(12))} %` : String(bound));
  const { min, max } = column;
  const tooLow = min !== undefined && value < min;
  const bound = tooLow ? (min > 0 && min < 1e-6 ? 'more than 0' : `at least ${show(min)}`) : `at most ${show(max ?? Infinity)}`;
  const trouble = { code: 'G11', severity: 'skip', says: `is ${show(value)}, it must be ${bound},`, found: String(value) } as const;
  // Custodians write what was sold or paid with a minus; rates and shares of a whole are never meant so.
  if (tooLow && column.type !== 'percent' && column.type !== 'bp' && value < 0 && isInRange(-value, column)) {
    return { ...trouble, fix: `Maybe the sign is turned around: ${show(-value)}.`, suggested: -value };
  }
  return { ...trouble, fix: `Type a value that is ${bound}.` };
}
