import { dateFromParts } from '../../dates';
import type { IsoDate } from '../../units';

const missing = new Set(['', '-', '--', '—', '–', 'n/a', 'na', '#n/a', 'null', 'none', 'not applicable', 'unknown', 'unavailable', 'not available', 'incomplete', 'missing', 'not provided', 'n.a.', 'multiple', 'various']);

/** True for the ways custodians write "no value"; a zero is a value. */
export function isMissing(text: string | undefined): boolean {
  if (text === undefined || text === '') return true;
  return !beginsWithFigure.test(text) && missing.has(text.trim().toLowerCase());
}

/** Most cells are figures, and none of those is missing. */
const beginsWithFigure = /^\$?\d/;

const amountPattern = /^([+-]?)\$?([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?)(-?)$/i;

/** What needs no closer look. */
const plainAmount = /^\d+(?:\.\d+)?$/;

/** From here on a double does not hold cents, and `1e400` not even the number. */
const tooLarge = 1e15;

/** Text without its blanks, but for those that part digits and are no separators of thousands: `12 34` are two numbers. */
export function withoutBlanks(text: string): string {
  const trimmed = text.trim();
  if (/\d\s+\d/.test(trimmed) && !/^\D*\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\s*\d)/.test(trimmed)) return trimmed;
  return trimmed.replace(/\s/g, '');
}

/** `-$1,234.50`, `(2,914.08)`, `-.0071`, `+4`, `2,914.08-` as numbers; null when missing, NaN when it is not a number or one too large for dollars and shares. */
export function readAmount(text: string | undefined): number | null {
  if (text === undefined || isMissing(text)) return null;
  if (plainAmount.test(text)) return sizeOf(text);
  const bare = withoutBlanks(text).replace(/[−–]/g, '-');
  const inParentheses = /^([+$-]*)\((.*)\)$/.exec(bare);
  const match = amountPattern.exec(inParentheses ? `${inParentheses[1]}${inParentheses[2]}` : bare);
  if (!match || !/\d/.test(match[3])) return Number.NaN;
  const negative = [inParentheses !== null, match[1] === '-', match[2] === '-', match[4] === '-'].filter(Boolean).length;
  if (negative > 1) return Number.NaN;
  const size = sizeOf(match[3].replace(/,/g, ''));
  return negative && size !== 0 ? -size : size;
}

function sizeOf(digits: string): number {
  const size = Number(digits);
  return size < tooLarge ? size : Number.NaN;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Ways to write a day, as the positions of year, month and day in the match. What follows a day (a time, a zone) is left aside. */
const dayPatterns: readonly { readonly pattern: RegExp; readonly order: readonly [year: number, month: number, day: number] }[] = [
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/, order: [3, 1, 2] },
  { pattern: /^([a-z]{3})[a-z]*\.?[\s-](\d{1,2})(?:st|nd|rd|th)?[,\s-]\s*(\d{4})(?!\d)/i, order: [3, 1, 2] },
  { pattern: /^(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?[\s-](\d{4}|\d{2})(?!\d)/i, order: [3, 2, 1] },
];

/** A day as US custodians write it (month before day), or with its month in words, or ISO; a time after it is dropped. Null when there is none. */
export function readDay(text: string | undefined): IsoDate | null {
  const bare = (text ?? '').trim();
  for (const { pattern, order } of dayPatterns) {
    const match = pattern.exec(bare);
    if (match) return dateFromParts(yearOf(match[order[0]]), monthOf(match[order[1]]), Number(match[order[2]])) ?? null;
  }
  return null;
}

const monthOf = (text: string): number => (/^\d/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1);

/** Two digits mean the century that keeps the day from lying far ahead. */
const yearOf = (text: string): number => (text.length === 4 ? Number(text) : Number(text) < 70 ? 2000 + Number(text) : 1900 + Number(text));
