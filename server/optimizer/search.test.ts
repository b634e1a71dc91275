import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { conflicts } from './conflicts';
import { rowsOf } from './rows';
import { search } from './search';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const find = (more: SixtyForty) => {
  const snapshot = snapshotOf(sixtyForty(more));
  return { snapshot, found: search(snapshot, rowsOf(snapshot), solver, { time: 5 })! };
};

test('the plan has no conflict, and no cheaper one exists than its bound says', () => {
  const { snapshot, found } = find({ vti: { washClass: 'X' }, bnd: { washClass: 'X' } });
  expect(conflicts(snapshot, found.best.plan)).toEqual([]);
  expect(found.bound).toBeLessThanOrEqual(found.best.objective + 1e-6);
  expect(found.nodes).toBeGreaterThan(2);
});

test('limits are kept unless cash that is due cannot be raised within them', () => {
  const due = (amount: number) => ({ flows: [{ type: 'Withdrawal' as const, amount, standing: 'due' as const, source: 'Cash flows row 2' }], settings: { maxTurnover: 0.02 } });
  expect(find(due(6000)).found.yields.size).toBe(0);
  expect(find(due(30_000)).found.yields).toContain('limit');
});

test('a solver that gives up leaves no plan', () => {
  const snapshot = snapshotOf(sixtyForty());
  expect(search(snapshot, rowsOf(snapshot), { name: 'tired', solve: () => ({ status: 'time-limit' }) }, { time: 5 })).toBeUndefined();
});
