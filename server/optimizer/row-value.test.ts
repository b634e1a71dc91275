import { sixtyForty, snapshotOf, taxProfile } from './examples';
import { outcome } from './linear';
import { rowValue } from './row-value';
import type { Row } from './rows/row';
import { stayOf } from './stay';

const row: Row = { name: 'r', source: 's', code: 'c', tier: 'repair', expression: { weights: [[0, 2]], constant: 1 } };

test('a row is worth its expression at the plan', () => {
  const snapshot = snapshotOf(sixtyForty());
  const { plan, after } = stayOf(snapshot);
  expect(rowValue(row, snapshot, plan, after)).toBeCloseTo(1 + 2 * snapshot.assets[0].weight, 12);
});

test('a tax row is worth the tax of the year', () => {
  const snapshot = snapshotOf(sixtyForty({ tax: { ...taxProfile, ytdLong: 10_000 } }));
  const plan = { sells: Float64Array.of(0, 0.2), buys: new Float64Array(2) };
  // $20,000 of VTI sold, half of it a long-term gain, on top of $10,000: 23.8 % of $20,000.
  expect(rowValue({ ...row, measure: 'tax' }, snapshot, plan, outcome(snapshot, plan)) * snapshot.value).toBeCloseTo(4760, 6);
});

test('a tracking-error row is worth the tracking error that the plan leaves: none on target', () => {
  const snapshot = snapshotOf(sixtyForty());
  const { plan, after } = stayOf(snapshot);
  const measured: Row = { ...row, measure: 'tracking error' };
  const onTarget = { ...after, weights: Float64Array.from(snapshot.assets, ({ target }) => target) };
  expect(rowValue(measured, snapshot, plan, after)).toBeGreaterThan(0);
  expect(rowValue(measured, snapshot, plan, onTarget)).toBe(0);
});
