import { isMissing, readAmount } from './values';

/** True for a row that is text for people: a banner, a disclaimer (even one that came apart at its commas), the day of the download. */
export function isSentence(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0]?.trim() ?? '';
  if (/^(?:date downloaded|positions for account|brokerage services)/i.test(first)) return true;
  if (filled.length === 1) return readAmount(first) === null || Number.isNaN(readAmount(first));
  return first.split(/\s+/).length >= 7 && /[a-z]/.test(first) && filled.every((cell) => isMissing(cell) || Number.isNaN(readAmount(cell)));
}
