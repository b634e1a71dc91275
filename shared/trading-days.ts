import { addDays, dateFromParts, dateParts, dayNumber, daysInMonth, weekday } from './dates';
import type { IsoDate } from './units';

/**
 * Days on which US stock markets are open, from the rules of NYSE Rule 7.2 and not from a list, so that no year
 * runs out. One-off closures (state funerals, storms) are not known, nor are half days, which are open days.
 */
const saturday = 6;
const sunday = 0;
const monday = 1;
const thursday = 4;

const date = (year: number, month: number, day: number): IsoDate => dateFromParts(year, month, day) as IsoDate;

/** The `nth` (1 = first) given weekday of a month. */
function nthWeekday(year: number, month: number, day: number, nth: number): IsoDate {
  const first = date(year, month, 1);
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (nth - 1));
}

function lastWeekday(year: number, month: number, day: number): IsoDate {
  const last = date(year, month, daysInMonth(year, month));
  return addDays(last, -((weekday(last) - day + 7) % 7));
}

/** Holidays on a Sunday move to Monday, on a Saturday to Friday. */
function observed(day: IsoDate): IsoDate {
  return addDays(day, weekday(day) === saturday ? -1 : weekday(day) === sunday ? 1 : 0);
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, Meeus, "Astronomical Algorithms", ch. 8). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const rest = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * rest) / 451);
  const count = epact + rest - 7 * late + 114;
  return date(year, Math.floor(count / 31), (count % 31) + 1);
}

/** The weekdays of a year on which US stock markets are closed, in order. */
export function marketHolidays(year: number): IsoDate[] {
  const newYear = date(year, 1, 1);
  const holidays = [
    // A New Year's Day on a Saturday is not kept on Friday: that day closes the accounting year.
    ...(weekday(newYear) === saturday ? [] : [observed(newYear)]),
    ...(year >= 1998 ? [nthWeekday(year, 1, monday, 3)] : []),
    nthWeekday(year, 2, monday, 3),
    addDays(easterSunday(year), -2),
    lastWeekday(year, 5, monday),
    ...(year >= 2022 ? [observed(date(year, 6, 19))] : []),
    observed(date(year, 7, 4)),
    nthWeekday(year, 9, monday, 1),
    nthWeekday(year, 11, thursday, 4),
    observed(date(year, 12, 25)),
  ];
  return holidays;
}

/** True when US stock markets are open on that day. */
export function isBusinessDay(day: IsoDate): boolean {
  const name = weekday(day);
  return name !== saturday && name !== sunday && !marketHolidays(dateParts(day).year).includes(day);
}

/** Business days after `from` up to and including `to`; negative when `to` is earlier, 0 for the same day. */
export function businessDaysBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -businessDaysBetween(to, from);
  const [start, end] = [dayNumber(from), dayNumber(to)];
  const weekdaysUpTo = (number: number): number => {
    // 1970-01-05 was a Monday: number 4.
    const sinceMonday = number - 4;
    const weeks = Math.floor(sinceMonday / 7);
    return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
  };
  let days = weekdaysUpTo(end) - weekdaysUpTo(start);
  for (let year = dateParts(from).year; year <= dateParts(to).year; year += 1) {
    days -= marketHolidays(year).filter((holiday) => holiday > from && holiday <= to).length;
  }
  return days;
}
