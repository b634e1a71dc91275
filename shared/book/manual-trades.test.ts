import { isUsable, manualTradesByAccount, sizesOf } from './manual-trades';
import type { Row } from './rows';

const row = (change: Partial<Row<'manualTrades'>> = {}): Row<'manualTrades'> =>
  ({ row: 3, accountId: 'a', action: 'Sell', symbol: 'aapl', quantity: 50, reason: 'Client request', ...change });
const known = (...names: readonly string[]) => (typed: string | undefined): string | undefined => names.find((name) => name.toLowerCase() === typed?.toLowerCase());
const asked = (...rows: readonly Row<'manualTrades'>[]) => manualTradesByAccount(rows, known('A'), known('AAPL', 'VTI')).get('A');

test('a request is a Must unless it says otherwise, and names its row', () => {
  expect(asked(row())).toEqual([{ action: 'Sell', symbol: 'AAPL', size: { unit: 'shares', amount: 50 }, mode: 'Must', reason: 'Client request', source: 'Manual trades row 3' }]);
  expect(asked(row({ mode: 'Prefer', lotChoice: 'FIFO', lotId: ' L-1 ' }))).toEqual([expect.objectContaining({ mode: 'Prefer', lotChoice: 'FIFO', lotId: 'L-1' })]);
  expect(asked(row({ lotChoice: 'Least tax' }))![0]).not.toHaveProperty('lotChoice');
});

test.each<[string, Partial<Row<'manualTrades'>>, unknown]>([
  ['an amount', { quantity: undefined, amount: 500 }, { unit: 'dollars', amount: 500 }], ['a weight of nothing', { quantity: undefined, toPercent: 0 }, { unit: 'weight', amount: 0 }],
  ['all', { action: 'Sell all', quantity: undefined }, undefined], ['a swap', { action: 'Swap', into: 'vti' }, { unit: 'shares', amount: 50 }],
])('%s is a size', (_, change, size) => expect(asked(row(change))).toEqual([size === undefined ? expect.not.objectContaining({ size: expect.anything() as unknown }) : expect.objectContaining({ size })]));

test.each<[string, Partial<Row<'manualTrades'>>]>([
  ['no size', { quantity: undefined }], ['two sizes', { amount: 5 }], ['a size of zero', { quantity: 0 }], ['a weight above all', { quantity: undefined, toPercent: 5 }],
  ['all and a size', { action: 'Sell all' }], ['a swap into nothing', { action: 'Swap' }], ['a swap into itself', { action: 'Swap', into: 'AAPL' }],
  ['a sale into something', { into: 'VTI' }], ['an unknown security', { symbol: 'ZZZ' }], ['an unknown account', { accountId: 'B' }],
])('%s asks for nothing', (_, change) => expect(asked(row(change))).toBeUndefined());

test('sizes are counted as they are typed', () => {
  expect(sizesOf(row({ amount: 2, toPercent: 0.1 })).map(({ unit }) => unit)).toEqual(['shares', 'dollars', 'weight']);
  expect([{ unit: 'shares', amount: NaN }, { unit: 'dollars', amount: -1 }, { unit: 'weight', amount: -0.1 }].some((size) => isUsable(size as never))).toBe(false);
});

test('the order of rows changes nothing', () => {
  const rows = [row(), row({ row: 4, symbol: 'VTI' }), row({ row: 5, quantity: 7 }), row({ row: 6, action: 'Buy' })];
  expect(asked(...[...rows].reverse())).toEqual(asked(...rows));
});
