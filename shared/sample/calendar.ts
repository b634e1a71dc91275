import { addDays, addYears, weekday } from '../dates';
import { marketHolidays } from '../trading-days';
import type { IsoDate } from '../units';

/** The days of a sample, counted back from its as-of day. */
export interface Calendar {
  readonly asOf: IsoDate;
  /** The last trading day that lies at least `days` days back. */
  ago(days: number): IsoDate;
  /** The calendar day `days` days ahead. */
  ahead(days: number): IsoDate;
  /** The acquisition day of a lot that turns long-term in `days` days. */
  longTermIn(days: number): IsoDate;
}

/** A calendar that remembers what it worked out, since large samples ask for the same few thousand days. */
export function calendarOf(asOf: IsoDate): Calendar {
  const holidays = new Map<number, ReadonlySet<IsoDate>>();
  const isOpen = (day: IsoDate): boolean => {
    const year = Number(day.slice(0, 4));
    const closed = holidays.get(year) ?? new Set(marketHolidays(year));
    holidays.set(year, closed);
    return weekday(day) % 6 !== 0 && !closed.has(day);
  };
  const known = new Map<number, IsoDate>();
  const ago = (days: number): IsoDate => {
    const found = known.get(days);
    if (found) return found;
    const day = addDays(asOf, -days);
    const open = isOpen(day) ? day : ago(days + 1);
    known.set(days, open);
    return open;
  };
  return {
    asOf,
    ago,
    ahead: (days) => addDays(asOf, days),
    longTermIn: (days) => addDays(addYears(addDays(asOf, days), -1), -1),
  };
}

/** Years in days, for lots whose exact age does not matter. */
export function years(count: number): number {
  return Math.round(count * 365.25);
}
