import type { IsoDate } from './units';

/**
 * Calendar arithmetic on ISO days, in whole numbers: no clock, no time zone and no daylight saving can move a day.
 * The proleptic Gregorian calendar, years 0000 to 9999. Conversions after Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms": years begin on 1 March, so that the leap day is a year's last, and 400 years have 146,097 days.
 */
const daysPerEra = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const epochShift = 719_468;

/** Days since 1970-01-01. Throws a RangeError on text that is not a calendar day. */
export function dayNumber(day: IsoDate): number {
  const { year, month, day: ofMonth } = dateParts(day);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfMarchYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + ofMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfMarchYear;
  return era * daysPerEra + dayOfEra - epochShift;
}

/** The day that lies `number` whole days after 1970-01-01. Throws a RangeError outside the years 0000 to 9999. */
export function dayFromNumber(number: number): IsoDate {
  const shifted = number + epochShift;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfMarchYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfMarchYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const found = dateFromParts(year, month, dayOfMarchYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
  if (found === undefined) throw new RangeError(`No day of the years 0000 to 9999: ${number} days after 1970-01-01`);
  return found;
}

/** True for `YYYY-MM-DD` that exists in the calendar; `2023-02-29` does not. */
export function isIsoDate(text: string): boolean {
  return partsOf(text) !== undefined;
}

/** A calendar day in numbers: month 1–12, day of the month from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(text: string): DateParts | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  return exists(year, month, day) ? { year, month, day } : undefined;
}

/** The number that a piece of text spells in digits; NaN when one is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let k = from; k < to; k += 1) {
    const digit = text.charCodeAt(k) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
  }
  return value;
}

/** False for NaN and fractions too. */
function exists(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    year >= 0 &&
    year <= 9999 &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** The parts of a day. Throws a RangeError on text that is not a calendar day. */
export function dateParts(day: IsoDate): DateParts {
  const parts = partsOf(day);
  if (!parts) throw new RangeError(`Not a calendar day: "${day}"`);
  return parts;
}

/** The ISO day of these parts; `undefined` when the calendar has no such day. */
export function dateFromParts(year: number, month: number, day: number): IsoDate | undefined {
  return exists(year, month, day) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** True when the year has a 29 February. */
export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day `days` later; earlier when negative. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return dayFromNumber(dayNumber(day) + days);
}

/** The same day of the month `months` later; the last day of a month that is too short: 31 January + 1 → 28 February. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const from = dateParts(day);
  const count = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const found = dateFromParts(year, month, Math.min(from.day, daysInMonth(year, month)));
  if (!found) throw new RangeError(`No four-digit year: ${day} and ${months} months`);
  return found;
}

/**
 * The same calendar day `years` later. 29 February in a year without one becomes 1 March: a year that begins
 * on 29 February is over only when 28 February has passed.
 */
export function addYears(day: IsoDate, years: number): IsoDate {
  const from = dateParts(day);
  const found = dateFromParts(from.year + years, from.month, from.day) ?? dateFromParts(from.year + years, 3, 1);
  if (!found) throw new RangeError(`No four-digit year: ${day} and ${years} years`);
  return found;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 on 1 January, 365 or 366 on 31 December. */
export function dayOfYear(day: IsoDate): number {
  return daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1;
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekday(day: IsoDate): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}
