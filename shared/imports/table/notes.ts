import type { Line } from './reader';
import { isMissing, readAmount, readDay } from './values';

/** True for a row that is text for people: a banner, a disclaimer (even one that came apart at its commas), the day of the download. */
export function isSentence(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0]?.trim() ?? '';
  if (/^(?:date downloaded|positions for account|brokerage services)/i.test(first)) return true;
  if (filled.length === 1) return readAmount(first) === null || Number.isNaN(readAmount(first));
  return first.split(/\s+/).length >= 7 && /[a-z]/.test(first) && filled.every((cell) => isMissing(cell) || Number.isNaN(readAmount(cell)));
}

/**
 * True for a note below a table whose rows always fill some columns: one cell alone, or nothing in those columns.
 * A row cut short after its day is no note: it is a row of which the rest is missing.
 */
export function isNote<Field extends string>({ text, cells }: Line<Field>, filledInRows: readonly Field[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => readDay(cell) !== null)) return false;
  return filled.length === 1 || filledInRows.every((field) => text(field) === null);
}

/** True for a row of one cell. */
export const isLone = ({ cells }: Pick<Line, 'cells'>): boolean => cells.filter((cell) => cell.trim() !== '').length === 1;
