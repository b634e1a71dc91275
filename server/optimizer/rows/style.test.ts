import type { Settings } from '../../../shared/book/settings';
import { lot, sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { outcome } from '../linear';
import type { AccountSnapshot } from '../snapshot';
import { rowValue } from '../row-value';
import { violation } from './row';
import { style } from './style';

/** Whether a style allows a plan: weights sold of the BND and VTI lots, weights bought of BND and VTI. */
function allows(snapshot: AccountSnapshot, sells: number[], buys: number[]): boolean {
  const plan = { sells: Float64Array.from(sells), buys: Float64Array.from(buys) };
  return style(snapshot).every((row) => violation(row, rowValue(row, snapshot, plan, outcome(snapshot, plan))) < 1e-12);
}

const of = (style: Settings['style'], more: SixtyForty = {}) => snapshotOf(sixtyForty({ ...more, settings: { style, ...more.settings } }));

test.each<[Settings['style'], [sellGain: boolean, sellLoss: boolean, buy: boolean]]>([
  ['Full', [true, true, true]],
  ['Buy only', [false, false, true]],
  ['Raise cash', [false, false, false]],
  ['Harvest only', [false, true, true]],
  ['Hold', [false, false, false]],
  ['To band edge', [false, false, false]],
])('%s, with nothing out of its band and cash at hand', (name, allowed) => {
  const snapshot = of(name);
  expect([allows(snapshot, [0, 0.1], [0, 0]), allows(snapshot, [0.1, 0], [0, 0]), allows(snapshot, [0, 0], [0.02, 0])]).toEqual(allowed);
});

test('Raise cash sells up to what is asked for', () => {
  const snapshot = of('Raise cash', { flows: [{ type: 'Withdrawal', amount: 20_000, standing: 'due', source: 'Cash flows row 2' }] });
  const short = 15_000 / snapshot.value + snapshot.cash.target;
  expect(allows(snapshot, [0, short], [0, 0])).toBe(true);
  expect(allows(snapshot, [0, short + 0.01], [0, 0])).toBe(false);
});

test('Harvest only takes losses that pass both thresholds', () => {
  const small = { lots: [lot('BND', 40, 100, '2024-01-02'), lot('VTI', 350, 100, '2020-01-02')] };
  expect(allows(of('Harvest only', small), [0.01, 0], [0, 0])).toBe(false);
  expect(allows(of('Harvest only', { ...small, settings: { harvestAtDollars: 300 } }), [0.01, 0], [0, 0])).toBe(true);
  expect(allows(of('Harvest only', { settings: { harvestAt: 0.11 } }), [0.01, 0], [0, 0])).toBe(false);
});

test('Harvest only never sells what has no loss, thresholds of zero included', () => {
  const zero = { settings: { harvestAt: 0, harvestAtDollars: 0 } };
  expect(allows(of('Harvest only', { ...zero, taxType: 'Tax-free' }), [0.01, 0.01], [0, 0])).toBe(false);
});

test('To band edge trades what lies outside the bands, and no more', () => {
  const snapshot = of('To band edge', { settings: { band: '5%' } });
  const over = 0.7 - 0.638;
  const under = 0.342 - 0.25;
  expect(allows(snapshot, [0, Math.max(over, under)], [Math.max(over, under), 0])).toBe(true);
  expect(allows(snapshot, [0, Math.max(over, under) + 0.001], [0, 0])).toBe(false);
});
