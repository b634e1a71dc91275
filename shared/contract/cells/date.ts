import { dateFromParts } from '../../dates';
import { isoFromSerial } from '../../excel-dates';
import type { IsoDate } from '../../units';
import type { Cell } from '../../workbook/port';
import type { Column } from '../column';
import { blank, quote, unreadable, type CellContext, type Reading } from './reading';
import { specialTrouble } from './special';
import { cleanSpaces } from './text';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const time = String.raw`(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const numeric = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${time}$`, 'i');
const dayFirst = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})\.?,?[\s\-/.]*(\d{4}|\d{2})${time}$`, 'i');
const monthFirst = new RegExp(String.raw`^([a-z]{3,9})\.?[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?,?[\s\-/.]+(\d{4}|\d{2})${time}$`, 'i');

/** Two-digit years as Excel reads them: 00–29 are 2000s, 30–99 are 1900s. */
const fullYear = (year: string): number => (year.length > 2 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900));

function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Every day that a text can mean: one when it is clear, several when day and month could be exchanged, none when it is no date. */
export function datesFromText(text: string): IsoDate[] {
  const named = (year: string, month: string, day: string): IsoDate[] => {
    const found = dateFromParts(fullYear(year), monthNumber(month) || Number(month), Number(day));
    return found ? [found] : [];
  };
  let parts = iso.exec(text) ?? compact.exec(text);
  if (parts) return named(parts[1], parts[2], parts[3]);
  parts = dayFirst.exec(text);
  if (parts) return named(parts[3], parts[2], parts[1]);
  parts = monthFirst.exec(text);
  if (parts) return named(parts[3], parts[1], parts[2]);
  parts = numeric.exec(text);
  if (!parts) return [];
  const [, first, second, year] = parts;
  return [...new Set([...named(year, first, second), ...named(year, second, first)])];
}

/** Which of two figures is the day in `13/04/2026`; undefined for texts that do not show it. */
export function dateOrderOf(text: string): 'day' | 'month' | undefined {
  const parts = numeric.exec(cleanSpaces(text));
  if (!parts || datesFromText(cleanSpaces(text)).length !== 1 || Number(parts[1]) === Number(parts[2])) return undefined;
  return Number(parts[1]) > 12 ? 'day' : 'month';
}

/** Reads a date cell to an ISO day: Excel serials, and text that can mean one day only. */
export function readDate(cell: Cell, column: Column, { date1904 }: CellContext): Reading<IsoDate> {
  if (cell === null || cell === '') return blank;
  if (typeof cell === 'number') return readSerial(cell, date1904);
  const text = cleanSpaces(String(cell));
  if (text === '') return blank;
  const special = specialTrouble(text);
  if (special) return unreadable(special);
  if (!column.required && /^(none|never|n\/a|-+|–|—|various|multiple|unknown)$/i.test(text)) return notKnown(text);
  const days = datesFromText(text);
  if (days.length === 1) return { value: days[0] };
  if (days.length > 1) {
    return unreadable({
      code: 'G09', severity: 'stop', says: `is the text ${quote(text)}, which can be ${days.join(' or ')},`, found: text, either: { month: days[0], day: days[1] },
      fix: 'Say whether the day or the month comes first, or type the date as 2026-03-04.',
    });
  }
  return impossible(quote(text), text);
}

/** Custodians write "Various" or "--" where a lot has no single day: the same as blank, but said. */
function notKnown(text: string): Reading<IsoDate> {
  if (/^(none|never)$/i.test(text)) return blank;
  return unreadable({ code: 'G10', severity: 'warn', says: `is ${quote(text)}, read as blank,`, found: text });
}

/** Readings of serials met before, in the 1900 system: the lots of a book share few days. */
const daysBySerial = new Map<number, Reading<IsoDate>>();
const mostDaysKept = 50_000;

function readSerial(serial: number, date1904: boolean): Reading<IsoDate> {
  const known = date1904 ? undefined : daysBySerial.get(serial);
  if (known) return known;
  const day = isoFromSerial(serial, date1904);
  if (day) {
    const reading = { value: day };
    if (!date1904 && daysBySerial.size < mostDaysKept) daysBySerial.set(serial, reading);
    return reading;
  }
  const spelled = Number.isInteger(serial) ? datesFromText(String(serial)) : [];
  return spelled.length === 1 ? { value: spelled[0] } : impossible(String(serial), String(serial));
}

function impossible(shown: string, found: string): Reading<IsoDate> {
  return unreadable({ code: 'G10', severity: 'stop', says: `is ${shown}, which is not a date,`, found, fix: 'Type the date as 2026-03-04.' });
}
