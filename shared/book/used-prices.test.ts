import type { Row } from './rows';
import { usedPrices, withUsedPrices } from './used-prices';

const asOf = '2026-11-20';
const row = (change: Partial<Row<'overrides'>> = {}): Row<'overrides'> =>
  ({ scope: 'Firm', override: 'Use price', symbol: 'aapl', value: 191.2, until: '2026-12-15', reason: 'Halted', by: 'j.lee', ...change });
const securities: Row<'securities'>[] = [
  { row: 2, symbol: 'AAPL', price: 0, priceDate: '2026-10-01', assetClass: 'US equity' }, { row: 3, symbol: 'BND', price: 73, assetClass: 'Bonds' },
];

test('the price of the run takes the place of that of Securities, and is of today', () => {
  expect(withUsedPrices(securities, [row()], asOf)).toEqual([{ ...securities[0], price: 191.2, priceDate: asOf }, securities[1]]);
});

test.each<[string, Partial<Row<'overrides'>>]>([
  ['of an account', { scope: 'Account', scopeId: 'A' }], ['that is over', { until: '2026-11-19' }], ['that is still to come', { from: '2026-11-21' }],
  ['without a price', { value: undefined }], ['of zero', { value: 0 }], ['below zero', { value: -1 }], ['of no security', { symbol: undefined }],
  ['of another kind', { override: 'Hold security' }],
])('an override %s prices nothing', (_, change) => {
  expect(withUsedPrices(securities, [row(change)], asOf)).toBe(securities);
});

test('of two prices in force none counts; of two in turn the one in force does', () => {
  expect(usedPrices([row(), row({ value: 190 })], asOf).size).toBe(0);
  expect([...usedPrices([row({ until: '2026-11-19' }), row({ value: 190 })], asOf).values()].map(({ price }) => price)).toEqual([190]);
});
