import { sixtyForty, snapshotOf } from '../examples';
import type { Row } from '../rows/row';
import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { Feasibility } from './feasibility';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const snapshot = snapshotOf(sixtyForty());
const [{ weight }] = snapshot.assets;
const fixed = (name: string, bounds: Pick<Row, 'min' | 'max'>): Row => ({ name, source: 's', code: 'c', tier: 'fixed', expression: { weights: [[0, 1]] }, ...bounds });
const [more, less] = [fixed('at least', { min: weight + 0.02 }), fixed('at most', { max: weight - 0.03 })];

test('rows that clash cannot hold, each alone can', () => {
  const feasibility = new Feasibility(snapshot, solver, 10);
  expect([more, less].map((each) => feasibility.cannotHold([each]))).toEqual([false, false]);
  expect(feasibility.cannotHold([more, less])).toBe(true);
  expect(feasibility.isDecided).toBe(true);
});

test('beyond its solves nothing is claimed', () => {
  const feasibility = new Feasibility(snapshot, solver, 0);
  expect(feasibility.cannotHold([more, less])).toBe(false);
  expect(feasibility.isDecided).toBe(false);
});
