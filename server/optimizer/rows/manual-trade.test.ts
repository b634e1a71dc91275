import type { TradeRequest } from '../../../shared/book/book';
import { lot, sixtyForty, snapshotOf } from '../examples';
import { manualTrade } from './manual-trade';

const request = (change: Partial<TradeRequest> = {}): TradeRequest =>
  ({ action: 'Sell', symbol: 'VTI', size: { unit: 'shares', amount: 50 }, mode: 'Must', reason: 'Client request', source: 'Manual trades row 3', ...change });
const rows = (...requests: readonly TradeRequest[]) => manualTrade(snapshotOf(sixtyForty({ requests })));

// VTI is 350 shares at $200, 70 % of $100,000; BND is 25 % at $90.
test('a sale that must be is as much as is asked, no more and no less', () => {
  const [row, ...more] = rows(request());
  expect(more).toEqual([]);
  expect(row).toMatchObject({ name: 'sell 50 VTI: Client request', source: 'Manual trades row 3', code: 'manual-trade', tier: 'hard', expression: { weights: [[1, 1]] } });
  expect([row.min, row.max]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.6, 12)]);
});

test('what is preferred has a price, and more of it is no harm', () => {
  const [sale] = rows(request({ mode: 'Prefer' }));
  expect(sale).toMatchObject({ tier: 'soft', price: 0.02, name: 'preferably sell 50 VTI: Client request' });
  expect([sale.min, sale.max]).toEqual([undefined, expect.closeTo(0.6, 12)]);
  const [purchase] = rows(request({ action: 'Buy', mode: 'Prefer' }));
  expect([purchase.min, purchase.max]).toEqual([expect.closeTo(0.8, 12), undefined]);
});

test.each<[string, Partial<TradeRequest>, string, number]>([
  ['an amount', { size: { unit: 'dollars', amount: 5000 } }, 'sell $5,000 of VTI', 0.65], ['a weight', { size: { unit: 'weight', amount: 0.5 } }, 'sell VTI to 50.0 %', 0.5],
  ['all', { action: 'Sell all', size: undefined }, 'sell all VTI', 0], ['a purchase', { action: 'Buy' }, 'buy 50 VTI', 0.8],
])('%s', (_, change, name, after) => {
  const [row] = rows(request(change));
  expect(row.name).toBe(`${name}: Client request`);
  expect(row.max).toBeCloseTo(after, 5);
});

test('a swap is a sale and a purchase for the same dollars', () => {
  const [sale, purchase] = rows(request({ action: 'Swap', into: 'BND' }));
  expect([sale.name, purchase.name]).toEqual(['swap 50 VTI into BND: Client request', 'swap 50 VTI into BND: Client request']);
  expect([sale.max, purchase.min]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.35, 5)]);
});

test('named lots are sold as asked; an order fills them one after the other', () => {
  const lots = [lot('VTI', 30, 100, '2020-01-02', 'old'), lot('VTI', 320, 300, '2021-01-02', 'new')];
  const named = (change: Partial<TradeRequest>) => manualTrade(snapshotOf(sixtyForty({ lots, cash: 30_000, requests: [request(change)] })))
    .filter(({ expression }) => expression.sells).map(({ name, min }) => [name.slice(-9), Math.round(min! * 500)]);
  expect(named({ lotId: 'new' })).toEqual([['(lot new)', 50]]);
  expect(named({ lotChoice: 'FIFO' })).toEqual([['(lot old)', 30], ['(lot new)', 20]]);
  expect([named({ lotChoice: 'LIFO' }), named({ lotChoice: 'Highest cost' })]).toEqual([[['(lot new)', 50]], [['(lot new)', 50]]]);
  expect(named({})).toEqual([]);
});

test('requests for one security add up under both names', () => {
  const [row, ...more] = rows(request(), request({ size: { unit: 'shares', amount: 100 }, source: 'Manual trades row 4' }));
  expect(more).toEqual([]);
  expect(row).toMatchObject({ name: 'sell 50 VTI: Client request and sell 100 VTI: Client request', source: 'Manual trades row 3, Manual trades row 4' });
  expect(row.max).toBeCloseTo(0.4, 12);
});

test('where there is nothing to trade no row asks for it', () => {
  expect(rows(request({ symbol: 'QQQ' }), request({ action: 'Buy', size: { unit: 'weight', amount: 0.1 } }))).toEqual([]);
  expect(manualTrade(snapshotOf(sixtyForty()))).toEqual([]);
});
