import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ExpectedTrade } from './expected-trades';
import { fillTrades, type SoldLots } from './fill-trades';

const sells = (...quantities: readonly number[]): ExpectedTrade[] => quantities.map((quantity, index) => ({ tradeId: `T${index}`, accountId: 'A', symbol: 'VTI', action: 'Sell', quantity, price: 1, lotId: `L${index}`, index }));
const from = (sold: Readonly<Record<string, number>>): SoldLots => ({ sold: new Map(Object.entries(sold)), keyOf: ({ lotId }) => lotId ?? '' });
const told = (trades: readonly ExpectedTrade[], moved: number, lots?: SoldLots) => {
  const { fills, more, wrongLots } = fillTrades(trades, moved, 0.001, lots);
  return [fills.map(({ filled }) => filled), more, wrongLots];
};

test('each trade takes from its own lot first', () => {
  expect(told(sells(10, 20), 25, from({ L0: 5, L1: 20 }))).toEqual([[5, 20], 0, undefined]);
  expect(told(sells(10, 20), 30, from({ L0: 30 }))).toEqual([[10, 20], 0, { quantity: 20, expected: ['L1'], sold: ['L0'] }]);
  expect(told(sells(10), 15, from({ L0: 15 }))).toEqual([[10], 5, undefined]);
});

test('without lots, in the order of the trades', () => {
  expect(told(sells(10, 20), 25)).toEqual([[10, 15], 0, undefined]);
  expect(fillTrades(sells(10, 20, 5), 25, 0.001).fills.map(({ finding }) => finding)).toEqual(['Filled', 'Part filled', 'Missing']);
});

test('no share is given twice, none is lost', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 5 }), fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }), (asked, sold) => {
    const lots = from(Object.fromEntries(sold.map((quantity, k) => [`L${k}`, quantity])));
    const moved = sold.reduce((a, b) => a + b, 0);
    const { fills, more } = fillTrades(sells(...asked), moved, 0.001, lots);
    expect(fills.reduce((sum, { filled }) => sum + filled, more)).toBeCloseTo(moved, 6);
    for (const { filled, trade } of fills) expect(filled).toBeLessThanOrEqual(trade.quantity);
  }));
});
