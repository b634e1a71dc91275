import { formulate } from '../server/optimizer/formulation';
import type { Problem } from '../server/optimizer/problem';
import { rowsOf } from '../server/optimizer/rows';
import type { AccountSnapshot } from '../server/optimizer/snapshot';
import type { Solution, Solver } from '../server/optimizer/solvers/solver';
import { tax } from '../server/optimizer/terms/tax';
import { timed } from './cpu';

/** One solve of one problem. */
export interface CoreSample {
  readonly ms: number;
  readonly status: Solution['status'];
  /** Basis points of account value; null when there is none. */
  readonly objective: number | null;
}

/** The convex core of an account in its first tax regime: what every decision solves first and most often. */
export function coreProblem(snapshot: AccountSnapshot): Problem {
  const [regime] = tax.express(snapshot).tax ?? [undefined];
  return formulate(snapshot, rowsOf(snapshot), regime).problem;
}

export function measureCore(problem: Problem, solver: Solver, seconds: number): CoreSample {
  const { result, ms } = timed(() => solver.solve(problem, { time: seconds }));
  return { ms, status: result.status, objective: result.status === 'optimal' ? result.objective : null };
}
