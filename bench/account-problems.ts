import { buildSnapshot, isSnapshot } from '../server/optimizer/build-snapshot';
import type { Problem } from '../server/optimizer/problem';
import { rowsOf } from '../server/optimizer/rows';
import { search } from '../server/optimizer/search';
import type { AccountSnapshot } from '../server/optimizer/snapshot';
import type { Solver, Start } from '../server/optimizer/solvers/solver';
import { RunLedger } from '../server/workflow/wash-ledger';
import { madeUpBook } from './instances';
import type { Size } from './sizes';

/** A problem as search asked for it, and where it said the solver might start. */
export interface Asked {
  readonly problem: Problem;
  readonly near?: Start;
}

/** The first account of a made-up book. */
export function madeUpSnapshot(size: Size, seed: number): AccountSnapshot {
  const book = madeUpBook(size, seed, 'whole');
  const [account] = book.accounts;
  const snapshot = buildSnapshot(book, account, new RunLedger(book).stateFor(account));
  if (!isSnapshot(snapshot)) throw new Error(snapshot.reason);
  return snapshot;
}

/** Every problem that search has solved for an account, the root first. */
export function problemsOf(snapshot: AccountSnapshot, solver: Solver): Asked[] {
  const asked: Asked[] = [];
  const listening: Solver = {
    name: solver.name,
    solve(problem, limits, near) {
      // Search goes on to change its problems, so they are copied.
      asked.push(structuredClone({ problem, ...(near ? { near: { x: near.x, duals: near.duals } } : {}) }));
      return solver.solve(problem, limits, near);
    },
  };
  search(snapshot, rowsOf(snapshot), listening, { time: snapshot.settings.timeLimit });
  return asked;
}

/** True when no cost is quadratic. */
export const isLinear = ({ quadratic, formCurvature, rowCurvature }: Problem): boolean =>
  [quadratic, formCurvature, rowCurvature].every((curvatures) => curvatures.every((curvature) => curvature === 0));

/** The problem of one who minds tax, costs and rules, but no risk: linear. */
export function withoutRisk(problem: Problem): Problem {
  const { quadratic, formCurvature, rowCurvature } = problem;
  return {
    ...problem,
    quadratic: new Float64Array(quadratic.length), formCurvature: new Float64Array(formCurvature.length), rowCurvature: new Float64Array(rowCurvature.length),
  };
}
