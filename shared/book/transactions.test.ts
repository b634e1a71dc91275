import type { Row } from './rows';
import { buildTransactions, coveredFrom, lastTrades } from './transactions';

type Move = Row<'transactions'>;
const asOf = '2026-11-21';
const row = (change: Partial<Move> = {}): Move => ({
  accountId: 'A',
  date: '2026-11-03',
  action: 'Buy',
  symbol: 'VTI',
  quantity: 12,
  ...change,
});
const known =
  (names: readonly string[]) =>
  (typed?: string): string | undefined =>
    names.find((name) => name === typed?.toUpperCase());
const build = (rows: readonly Move[]) => buildTransactions(rows, asOf, known(['A', 'B']), known(['VTI']));

describe('buildTransactions', () => {
  it('spells known names, keeps unknown symbols, and drops the sign of a quantity', () => {
    expect(build([row({ accountId: 'a', symbol: 'vti', quantity: -12, shortTermGain: -120 }), row({ symbol: ' GONE' })])).toEqual([
      { accountId: 'A', date: '2026-11-03', action: 'Buy', symbol: 'GONE', quantity: 12 },
      { accountId: 'A', date: '2026-11-03', action: 'Buy', symbol: 'VTI', quantity: 12, shortGain: -120 },
    ]);
  });

  it('leaves out unknown accounts and days to come', () => {
    expect(build([row({ accountId: 'Z' }), row({ date: '2026-11-22' })])).toEqual([]);
  });

  it('sorts by day, account and symbol', () => {
    expect(
      build([row({ date: '2026-11-04' }), row({ accountId: 'B' }), row()]).map(({ date, accountId }) => `${date} ${accountId}`),
    ).toEqual(['2026-11-03 A', '2026-11-03 B', '2026-11-04 A']);
  });
});

describe('what transactions tell', () => {
  it('covers from the oldest row, and nothing without rows', () => {
    expect(coveredFrom([row(), row({ date: '2026-10-01', accountId: 'Z' }), row({ date: '2027-01-01' })], asOf)).toBe('2026-10-01');
    expect(coveredFrom([], asOf)).toBeUndefined();
  });

  it('knows the last day somebody chose to trade', () => {
    const last = lastTrades(
      build([
        row(),
        row({ date: '2026-11-05', action: 'Sell' }),
        row({ date: '2026-11-10', action: 'Reinvest' }),
        row({ accountId: 'B', action: 'Open order' }),
      ]),
    );
    expect([...last]).toEqual([['A', '2026-11-05']]);
  });
});
