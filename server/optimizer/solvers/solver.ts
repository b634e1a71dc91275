import type { Problem } from '../problem';

export interface Limits {
  /** Seconds. */
  readonly time: number;
}

/** Outcomes are data: infeasible is an answer, only a fault of ours throws. */
export type Solution =
  | {
      readonly status: 'optimal';
      readonly x: Float64Array;
      readonly objective: number;
      /** A lower bound of the objective; equal to it within the solver's tolerance. */
      readonly bound: number;
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'time-limit' | 'failed' };

/** Solves convex problems. Implementations are deterministic and keep no state between calls that changes an answer. */
export interface Solver {
  readonly name: string;
  solve(problem: Problem, limits: Limits): Solution;
}
