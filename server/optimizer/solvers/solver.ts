import type { Problem } from '../problem';

export interface Limits {
  /** Seconds. */
  readonly time: number;
}

/** The answer of a problem with the same rows and columns, to start from. */
export interface Start {
  readonly x: Float64Array;
  readonly duals: Float64Array;
}

/** Outcomes are data: infeasible is an answer, only a fault of ours throws. */
export type Solution =
  | {
      readonly status: 'optimal';
      readonly x: Float64Array;
      readonly objective: number;
      /** A lower bound of the objective; equal to it within the solver's tolerance. */
      readonly bound: number;
      /** By row: how much the objective rises per unit by which the row's bound (or a curved row's center) does. */
      readonly duals: Float64Array;
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'time-limit' | 'failed' };

/** Solves convex problems. Implementations are deterministic and keep no state between calls that changes an answer. */
export interface Solver {
  readonly name: string;
  /** Problems this solver handed to another because it could not end them itself. */
  readonly fallbacks?: number;
  /** `near` may save time; it never changes what is answered beyond the solver's tolerance. */
  solve(problem: Problem, limits: Limits, near?: Start): Solution;
}
