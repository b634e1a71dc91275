import { sixtyForty, snapshotOf } from './examples';
import { evaluate, outcome } from './linear';

const plan = { sells: Float64Array.of(0, 0.1), buys: Float64Array.of(0.06, 0) };

test('weights and cash after a plan', () => {
  const { weights, cash } = outcome(snapshotOf(sixtyForty()), plan);
  expect([...weights, cash].map((value) => Number(value.toFixed(12)))).toEqual([0.31, 0.6, 0.09]);
});

test('trade costs are paid in cash', () => {
  const { cash } = outcome(snapshotOf(sixtyForty({ vti: { tradeCost: 5 }, bnd: { tradeCost: 7 } })), plan);
  expect(cash).toBeCloseTo(0.09 - 12 / 100_000, 12);
});

test('an expression reads sales, purchases, weights, cash and its constant', () => {
  const after = { weights: Float64Array.of(0.31, 0.6), cash: 0.09 };
  expect(evaluate({}, plan, after)).toBe(0);
  expect(evaluate({ sells: [[1, 2]], buys: [[0, 3]], weights: [[0, 10], [1, 100]], cash: 1000, constant: 5 }, plan, after)).toBeCloseTo(0.2 + 0.18 + 3.1 + 60 + 90 + 5, 12);
});
