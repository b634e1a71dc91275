import { sixtyForty, snapshotOf } from '../examples';
import { evaluate, outcome } from '../linear';
import { turnover } from './turnover';

test('half of what is bought and sold', () => {
  const snapshot = snapshotOf(sixtyForty({ settings: { maxTurnover: 0.2 } }));
  const [row] = turnover(snapshot);
  const plan = { sells: Float64Array.of(0, 0.1), buys: Float64Array.of(0.14, 0) };
  expect(evaluate(row.expression, plan, outcome(snapshot, plan))).toBeCloseTo(0.12, 12);
  expect(row).toMatchObject({ max: 0.2, tier: 'limit', name: 'turnover up to 20.0 %' });
});

test('no limit, no row; a limit of nothing is a limit', () => {
  expect(turnover(snapshotOf(sixtyForty()))).toEqual([]);
  expect(turnover(snapshotOf(sixtyForty({ settings: { maxTurnover: 0 } })))[0].max).toBe(0);
});
