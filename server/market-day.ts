import type { IsoDate } from '../shared/units';

const newYork = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in New York at `time`, milliseconds since 1970: the day of a run whose request names none. */
export function marketDay(time: number): IsoDate {
  const parts = Object.fromEntries(newYork.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}
