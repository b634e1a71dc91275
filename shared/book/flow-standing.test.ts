import { standingsOn } from './flow-standing';
import type { Row } from './rows';

type Flow = Row<'cashFlows'>;
/** Friday; five business days later is Monday the 30th, because of Thanksgiving. */
const asOf = '2026-11-20';
const flow = (change: Partial<Flow> = {}): Flow => ({ accountId: 'A', type: 'Withdrawal', amount: 5_000, ...change });
const stand = (change: Partial<Flow>): string[] =>
  standingsOn(asOf)(flow(change)).map(({ date, standing }) => `${date ?? 'now'} ${standing}`);

describe('standings of a payment', () => {
  it('is due at once without a date, and within five business days of one', () => {
    expect(stand({})).toEqual(['now due']);
    expect(stand({ date: '2026-11-30' })).toEqual(['2026-11-30 due']);
    expect(stand({ date: '2026-12-01' })).toEqual(['2026-12-01 later']);
    expect(stand({ date: '2026-12-01', raiseDaysBefore: 6 })).toEqual(['2026-12-01 due']);
    expect(stand({ date: asOf, raiseDaysBefore: 0 })).toEqual([`${asOf} due`]);
  });

  it('stays due after its day unless it expires', () => {
    expect(stand({ date: '2026-11-02' })).toEqual(['2026-11-02 due']);
    expect(stand({ date: '2026-11-02', expires: 'On date' })).toEqual([]);
    expect(stand({ date: '2026-11-02', expires: 'When paid' })).toEqual([]);
    expect(stand({ until: '2026-11-19' })).toEqual([]);
  });

  it('repeats on the day of the month it began, at month-end where the month is too short', () => {
    expect(stand({ date: '2025-12-31', every: 'Month', keepPeriodsAhead: 4 })).toEqual([
      '2026-11-30 due',
      '2026-12-31 reserve',
      '2027-01-31 reserve',
      '2027-02-28 reserve',
      '2027-03-31 later',
    ]);
  });

  it('holds as many payments as periods are kept whenever one falls due', () => {
    expect(stand({ date: '2026-01-25', every: 'Quarter', keepPeriodsAhead: 3 })).toEqual([
      '2027-01-25 reserve',
      '2027-04-25 reserve',
      '2027-07-25 later',
    ]);
    expect(
      standingsOn('2026-10-22')(flow({ date: '2026-01-25', every: 'Quarter', keepPeriodsAhead: 3 })).map(({ standing }) => standing),
    ).toEqual(['due', 'reserve', 'reserve', 'later']);
  });

  it('keeps nothing ahead by default, so that a yearly payment is not held in cash all year', () => {
    expect(stand({ date: '2025-06-30', every: 'Year' })).toEqual(['2027-06-30 later']);
    expect(stand({ date: '2025-06-30', every: 'Half-year' })).toEqual(['2026-12-30 later']);
  });

  it('takes passed payments of a series as paid, and ends with Until', () => {
    expect(stand({ date: '2026-01-25', every: 'Month', until: '2026-11-25' })).toEqual(['2026-11-25 due']);
    expect(stand({ date: '2026-01-25', every: 'Month', until: '2026-11-24' })).toEqual([]);
  });

  it('never runs out of calendar', () => {
    expect(stand({ date: '2026-11-25', every: 'Year', keepPeriodsAhead: 1e9, raiseDaysBefore: 1e9 }).length).toBeGreaterThan(100);
  });
});

describe('standings of a deposit and a reserve', () => {
  it('counts a deposit on its day only', () => {
    expect(stand({ type: 'Deposit' })).toEqual(['now due']);
    expect(stand({ type: 'Deposit', date: asOf })).toEqual([`${asOf} due`]);
    expect(stand({ type: 'Deposit', date: '2026-11-23' })).toEqual(['2026-11-23 later']);
    expect(stand({ type: 'Deposit', date: '2026-11-19' })).toEqual([]);
    expect(stand({ type: 'Deposit', date: '2026-01-20', every: 'Month', keepPeriodsAhead: 3 })).toEqual([
      `${asOf} due`,
      '2026-12-20 later',
    ]);
  });

  it('keeps a reserve from its date until its end', () => {
    expect(stand({ type: 'Reserve' })).toEqual(['now reserve']);
    expect(stand({ type: 'Reserve', date: '2026-01-01' })).toEqual(['2026-01-01 reserve']);
    expect(stand({ type: 'Reserve', date: '2027-01-01' })).toEqual(['2027-01-01 later']);
    expect(stand({ type: 'Reserve', date: '2026-01-01', until: '2026-11-19' })).toEqual([]);
  });

  it('keeps a reserve that expires on its date up to that date', () => {
    expect(stand({ type: 'Reserve', date: '2027-01-01', expires: 'On date' })).toEqual(['2027-01-01 reserve']);
    expect(stand({ type: 'Reserve', date: '2026-11-19', expires: 'On date' })).toEqual([]);
  });
});
