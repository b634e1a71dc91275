import { sixtyForty, snapshotOf } from './examples';
import { missedRows, noise, totalMissed } from './missed';
import type { Row, Tier } from './rows/row';

const row = (tier: Tier, max: number): Row => ({ name: `${tier} ${max}`, source: 'Settings', code: 'x', tier, expression: { weights: [[1, 1]] }, max });
const stay = { sells: new Float64Array(2), buys: new Float64Array(2) };

test('what a plan misses is said row by row and added up by tier', () => {
  // 70 % is held in VTI, the second asset.
  const rows = [row('hard', 0.5), row('repair', 0.6), row('repair', 0.65), row('hard', 0.7 - noise / 2), row('hard', 0.8)];
  const missed = missedRows(snapshotOf(sixtyForty()), rows, stay);
  expect(missed.map(({ row: { name } }) => name)).toEqual(['hard 0.5', 'repair 0.6', 'repair 0.65']);
  expect(totalMissed(missed, 'hard')).toBeCloseTo(0.2, 12);
  expect(totalMissed(missed, 'repair')).toBeCloseTo(0.1 + 0.05, 12);
  expect(totalMissed(missed, 'cash')).toBe(0);
});

test('the plan counts, not today', () => {
  const sold = { ...stay, sells: Float64Array.of(0, 0.15) };
  expect(missedRows(snapshotOf(sixtyForty()), [row('hard', 0.6)], sold)).toEqual([]);
});
