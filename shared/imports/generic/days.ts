import { dateFromParts } from '../../dates';
import { isoFromSerial } from '../../excel-dates';
import type { IsoDate } from '../../units';
import { isMissing, readDay } from '../table/values';

/** Which part of `4/5/2020` comes first. */
export type DayOrder = 'month first' | 'day first';

const numbered = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/** Text that stands for a day that is not one: lots of several days, a clock at zero. */
const noDay = /^(?:multiple|various|var|vari(?:ed|es)|mixed|several|12\/31\/1969|1969-12-31|01\/01\/1900|1\/1\/1900|0?1\/0\/1900|1900-01-0\d|0000-00-00|0{1,2}\/0{1,2}\/0{2,4})\b/i;

/** True for what a file writes where no single day is known. */
export const isNoDay = (text: string): boolean => isMissing(text) || noDay.test(text.trim());

/** A day in the file's own order; days in points (`15.04.2020`) and in words tell theirs, and a day's number is Excel's. Null when it is none. */
export function parseDay(text: string, order: DayOrder): IsoDate | null {
  const bare = text.trim();
  const match = numbered.exec(bare);
  if (!match) return /^[2-6]\d{4}(?:\.\d+)?$/.test(bare) ? (isoFromSerial(Number(bare)) ?? null) : readDay(bare);
  const dayFirst = match[2] === '.' || order === 'day first';
  const [month, day] = dayFirst ? [match[3], match[1]] : [match[1], match[3]];
  const year = match[4].length === 4 ? Number(match[4]) : Number(match[4]) + (Number(match[4]) < 70 ? 2000 : 1900);
  return dateFromParts(year, Number(month), Number(day)) ?? null;
}

/** What a column of days says about its order. */
export interface OrderEvidence {
  readonly order: DayOrder | null;
  /** A day that could be read either way, when nothing decides. */
  readonly doubtful: string | null;
}

/** Looks for a day that has one reading only: a part above 12, or a reading that would lie after the day of the file. */
export function findDayOrder(texts: Iterable<string>, asOf: IsoDate | undefined): OrderEvidence {
  let doubtful: string | null = null;
  let votes = 0;
  for (const text of texts) {
    const match = numbered.exec(text.trim());
    if (!match || match[2] === '.' || match[1] === match[3] || isNoDay(text)) continue;
    const [asMonthFirst, asDayFirst] = [parseDay(text, 'month first'), parseDay(text, 'day first')].map((day) => (day !== null && asOf !== undefined && day > asOf ? null : day));
    if (asMonthFirst !== null && asDayFirst !== null) doubtful ??= text.trim();
    else if (asMonthFirst !== null) votes += 1;
    else if (asDayFirst !== null) votes -= 1;
  }
  if (votes !== 0) return { order: votes > 0 ? 'month first' : 'day first', doubtful: null };
  return { order: null, doubtful };
}

const withinText = [
  /(?<!\d)\d{4}-\d{1,2}-\d{1,2}/,
  /\d{4}\/\d{1,2}\/\d{1,2}/,
  /\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?!\d)/,
  /\d{1,2}[.-]\d{1,2}[.-]\d{4}/,
  /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s-]\d{1,2}(?:st|nd|rd|th)?[,\s-]\s*\d{4}/i,
  /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{2,4}\s+)?\d{4}/i,
  /\d{1,2}[\s-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s-]\d{4}/i,
  /(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/,
];

/** The first day written somewhere in a sentence or a file name. */
export function findDayWithin(text: string, order: DayOrder): IsoDate | null {
  const found = withinText.flatMap((pattern) => {
    const match = pattern.exec(text);
    const day = match && parseDay(match[0].replace(/\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{2,4}\s+)?(?=\d{4})/, ' '), order);
    return match && day ? [{ at: match.index, day }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.day ?? null;
}
