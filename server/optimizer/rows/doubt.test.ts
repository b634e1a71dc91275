import type { Doubt } from '../../../shared/book/doubts';
import { lot, sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { doubt, doubtsIn } from './doubt';
import { rowsOf } from '.';

const of = (change: Partial<Doubt>): Doubt => ({ kind: 'basis', accountId: 'A', symbol: 'VTI', washClass: 'VTI', lotRow: 7, source: 'Holdings!F7', ...change });
/** VTI in two lots, rows 7 and 8, BND in one at a loss, row 9. Assets: 0 is BND, 1 is VTI; lots: 0 is BND, 1 and 2 are VTI. */
const lots = [{ ...lot('VTI', 250, 100, '2020-01-02'), row: 7 }, { ...lot('VTI', 100, 120, '2021-01-04'), row: 8 }, { ...lot('BND', 2500 / 9, 100, '2024-01-02'), row: 9 }];
const rows = (change: Partial<Doubt>, more: SixtyForty = {}) => doubt(snapshotOf(sixtyForty({ lots, doubts: [of(change)], ...more })));
const held = (...given: Parameters<typeof rows>) => rows(...given).map(({ expression: { buys, sells } }) => (buys ? `buy ${buys[0][0]}` : `sell ${sells![0][0]}`));
const bond = { symbol: 'BND', washClass: 'BND', lotRow: 9 };

test.each<[string, Partial<Doubt>, SixtyForty, readonly string[]]>([
  ['a basis: its lot, and purchases of its class', {}, {}, ['buy 1', 'sell 1']],
  ['a basis where lots are sold in an order: all lots of the security', {}, { settings: { lotChoice: 'FIFO' } }, ['buy 1', 'sell 1', 'sell 2']],
  ['a basis where a request names an order', {}, { requests: [{ action: 'Sell', symbol: 'VTI', mode: 'Prefer', lotChoice: 'FIFO', reason: 'r', source: 's' }] }, ['buy 1', 'sell 1', 'sell 2']],
  ['a class of two securities', {}, { bnd: { washClass: 'VTI' } }, ['buy 0', 'buy 1', 'sell 1']],
  ['a day: losses of its class as well', { kind: 'date', ...bond }, {}, ['buy 0', 'sell 0', 'sell 0']],
  ['a day in another account: losses alone', { kind: 'date', ...bond, accountId: 'B', lotRow: 99 }, {}, ['sell 0']],
  ['a basis in another account: nothing', { accountId: 'B' }, {}, []],
  ['a quantity: the security', { kind: 'quantity' }, {}, ['buy 1', 'sell 1', 'sell 2']],
  ['a transaction: purchases, and losses', { kind: 'transaction', ...bond }, {}, ['buy 0', 'sell 0']],
  ['a transaction of another account', { kind: 'transaction', ...bond, accountId: 'B' }, {}, ['buy 0', 'sell 0']],
  ['a transaction, and lots at a gain', { kind: 'transaction' }, {}, ['buy 1']],
  ['cash: every purchase', { kind: 'cash', symbol: undefined }, {}, ['buy 0', 'buy 1']],
])('what depends on %s', (_, change, more, expected) => {
  expect(held(change, more)).toEqual(expected);
});

test.each(['price', 'security'] as const)('a security whose %s is in doubt is left as it is, in every account', (kind) => {
  const snapshot = snapshotOf(sixtyForty({ lots, vti: { doubt: { kind, symbol: 'VTI', source: 'Securities!B3' } } }));
  expect(doubt(snapshot).map(({ expression: { buys, sells } }) => (buys ?? sells)![0][0])).toEqual([1, 1, 2]);
  expect(doubtsIn(snapshot)).toHaveLength(1);
});

test('nothing relaxes it, and it says what is in doubt and where', () => {
  expect(rows({})).toEqual([
    expect.objectContaining({ tier: 'fixed', max: 0, code: 'doubt', name: 'VTI is not bought: the cost basis of a lot of VTI is in doubt', source: 'Holdings!F7' }),
    expect.objectContaining({ name: 'VTI lot VTI-2020-01-02 is not sold: the cost basis of a lot of VTI is in doubt' }),
  ]);
});

test('an account without doubts has no such row', () => {
  expect(rowsOf(snapshotOf(sixtyForty())).filter(({ code }) => code === 'doubt')).toEqual([]);
});
