import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { Feasibility } from './feasibility';
import { less, more, snapshot } from './fixtures/clash';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

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
