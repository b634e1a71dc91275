import { dateFromParts } from '../dates';
import type { IsoDate } from '../units';

const missing = new Set(['', '-', '--', '—', 'n/a', 'na', 'null', 'none', 'not applicable']);

/** True for the ways custodians write "no value"; a zero is a value. */
export function isMissing(text: string | undefined): boolean {
  return text === undefined || missing.has(text.trim().toLowerCase());
}

const amountPattern = /^([+-]?)\$?([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?)$/i;

/** `-$1,234.50`, `(2,914.08)`, `-.0071`, `+4` as numbers; null when missing, NaN when it is not a number. */
export function readAmount(text: string | undefined): number | null {
  if (text === undefined || isMissing(text)) return null;
  const bare = text.trim().replace(/\s/g, '');
  const inParentheses = /^\((.*)\)$/.exec(bare);
  const match = amountPattern.exec(inParentheses?.[1] ?? bare);
  if (!match || !/\d/.test(match[3])) return Number.NaN;
  const negative = [inParentheses !== null, match[1] === '-', match[2] === '-'].filter(Boolean).length;
  if (negative > 1) return Number.NaN;
  const size = Number(match[3].replace(/,/g, ''));
  return negative && size !== 0 ? -size : size;
}

/** `1/24/2020` (month first, as US custodians write) as an ISO day; null when it is not a day of the calendar. */
export function readUsDate(text: string | undefined): IsoDate | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec((text ?? '').trim());
  return match ? (dateFromParts(Number(match[3]), Number(match[1]), Number(match[2])) ?? null) : null;
}
