import type { Line } from './line';
import { readDay } from './values';

/**
 * True for a disclaimer or another note below a table: prose in one cell, or nothing in the columns that every row fills.
 * A row cut short after its day is no prose: it is a row of which the rest is missing.
 */
export function isProse<Field extends string>({ text, cells }: Line<Field>, filledInRows: readonly Field[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => readDay(cell) !== null)) return false;
  return filled.length === 1 || filledInRows.every((field) => text(field) === null);
}
