import { addMonths } from '../dates';
import type { IsoDate } from '../units';
import type { CashFlow } from './book';
import { addBusinessDays } from './business-days';
import type { Row } from './rows';

type Flow = Row<'cashFlows'>;

/** How one payment stands: its day (absent = as soon as possible) and what that means for this run. */
export type Standing = Pick<CashFlow, 'date' | 'standing'>;

/** Larger figures are slips of the keyboard; the calendar must not run out of years over them. */
const mostRaiseDays = 60;
const mostPeriodsAhead = 120;

const monthsIn = { Once: 0, Month: 1, Quarter: 3, 'Half-year': 6, Year: 12 } satisfies Record<NonNullable<Flow['every']>, number>;

/**
 * Returns how the payments of a row stand on `asOf`, oldest first; none when the row is over.
 *
 * A payment is *due* from `Raise days before` (5) business days ahead of its date, or at once when undated. With
 * `Keep periods ahead` n, the payments of the next n − 1 periods stay in *reserve*, so that n payments are in hand whenever
 * one falls due. The next payment after those is *later*. A reserve is kept from its date on, raised ahead likewise.
 * A deposit counts on its day, never before.
 */
export function standingsOn(asOf: IsoDate): (row: Flow) => Standing[] {
  const ends = new Map<number, IsoDate>();
  const raisedUpTo = ({ raiseDaysBefore = 5 }: Flow): IsoDate => {
    const days = Math.min(mostRaiseDays, raiseDaysBefore);
    const end = ends.get(days) ?? addBusinessDays(asOf, days);
    ends.set(days, end);
    return end;
  };
  return (row) => {
    const horizon = row.type === 'Deposit' ? asOf : raisedUpTo(row);
    if (row.type === 'Reserve') return reserveStanding(row, asOf, horizon);
    if (row.until !== undefined && row.until < asOf) return [];
    if (row.date === undefined) return [{ standing: 'due' }];
    const months = monthsIn[row.every ?? 'Once'];
    return months === 0 ? onceStanding(row, row.date, asOf, horizon) : periodicStandings(row, row.date, months, asOf, horizon);
  };
}

/** A reserve is a level, not a payment: it stands from its date until its Until, or up to its date when it expires then. */
function reserveStanding({ date, until, expires = 'Never' }: Flow, asOf: IsoDate, horizon: IsoDate): Standing[] {
  const last = until ?? (expires === 'Never' ? undefined : date);
  if (last !== undefined && last < asOf) return [];
  const hasBegun = date === undefined || date <= horizon || date === last;
  return [{ date, standing: hasBegun ? 'reserve' : 'later' }];
}

/**
 * A one-off that is past stays due under Never (it may not have happened); otherwise its day is taken as its payment.
 * Past deposits have arrived.
 */
function onceStanding({ type, expires = 'Never' }: Flow, date: IsoDate, asOf: IsoDate, horizon: IsoDate): Standing[] {
  if (date < asOf && (type === 'Deposit' || expires !== 'Never')) return [];
  return [{ date, standing: date <= horizon ? 'due' : 'later' }];
}

/** Passed payments of a series are taken as paid: the series goes on, whatever became of them. */
function periodicStandings(row: Flow, first: IsoDate, months: number, asOf: IsoDate, horizon: IsoDate): Standing[] {
  const ahead = row.type === 'Deposit' ? 0 : Math.min(mostPeriodsAhead, Math.max(0, (row.keepPeriodsAhead ?? 1) - 1));
  const reserved = addMonths(horizon, months * ahead);
  const found: Standing[] = [];
  for (const date of paymentsFrom(first, months, asOf)) {
    if (row.until !== undefined && date > row.until) break;
    found.push({ date, standing: date <= horizon ? 'due' : date <= reserved ? 'reserve' : 'later' });
    if (date > reserved) break;
  }
  return found;
}

/** Payment days on or after `asOf`, counted from the first so that the 31st returns after a short month. */
function* paymentsFrom(first: IsoDate, months: number, asOf: IsoDate): Generator<IsoDate> {
  const monthNumber = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  let period = Math.max(0, Math.floor((monthNumber(asOf) - monthNumber(first)) / months) - 1);
  for (; ; period += 1) {
    const date = addMonths(first, period * months);
    if (date >= asOf) yield date;
  }
}
