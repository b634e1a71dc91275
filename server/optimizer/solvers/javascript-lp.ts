import type { ModelDefinition, SolveResult } from 'javascript-lp-solver';
import { infeasibility, objectiveAt, type Problem } from '../problem';
import { KillableThread } from './killable-thread';
import { separate, type Separated } from './separated';
import type { Solution, Solver } from './solver';

/** The most that a row of an answer may be missed by (column units). The library rounds each column to 1e-8, and a row may hold thousands. */
const acceptedMiss = 1e-5;

type Answer = { readonly result: SolveResult } | { readonly fault: string };

export interface JavascriptLp extends Solver {
  /** Why the last problem has failed; undefined when it has not. */
  readonly reason: string | undefined;
  /** Ends its thread. */
  end(): void;
}

/**
 * `javascript-lp-solver` (MIT), a dense tableau simplex method for linear problems. It can loop for ever and cannot be
 * told to stop, so it has a thread of its own that is ended with the time limit. It decides nothing: tests and the
 * bench hold the other solvers against it (docs/decisions/0013). It tells no duals: all are zero. Its bound is its objective.
 */
export function createJavascriptLp(): JavascriptLp {
  const thread = new KillableThread<ModelDefinition, Answer>(`${__dirname}/javascript-lp-thread.cjs`);
  let reason: string | undefined;
  return {
    name: 'javascript-lp-solver',
    get reason() { return reason; },
    end: () => thread.end(),
    solve(problem, limits) {
      const separated = separate(problem);
      reason = separated.quadratic.some((value) => value !== 0) ? 'It solves linear problems only.' : undefined;
      if (reason) return { status: 'failed' };
      const answer = thread.ask(modelOf(separated), limits.time * 1000);
      if (!answer) return { status: 'time-limit' };
      reason = 'fault' in answer ? answer.fault : undefined;
      const solution = 'fault' in answer ? { status: 'failed' as const } : solutionOf(problem, separated, answer.result);
      const miss = solution.status === 'optimal' ? infeasibility(problem, solution.x) : 0;
      if (miss <= acceptedMiss) return solution;
      reason = `It misses a row by ${miss}.`;
      return { status: 'failed' };
    },
  };
}

function solutionOf(problem: Problem, separated: Separated, result: SolveResult): Solution {
  if (!result.feasible) return { status: 'infeasible' };
  if (result.bounded === false) return { status: 'unbounded' };
  const x = Float64Array.from(problem.cost, (_, j) => valueOf(partsOf(separated, j), result));
  const objective = objectiveAt(problem, x);
  return { status: 'optimal', x, objective, bound: objective, duals: new Float64Array(problem.rowLower.length) };
}

/** A column as the library knows it: `fixed + Σ sign·variable`, where no variable is negative and the first has a most. */
interface Parts {
  readonly fixed: number;
  readonly variables: readonly (readonly [name: string, sign: 1 | -1])[];
  readonly most: number;
}

/**
 * Boxes are measured from a finite end; a fixed column has no variable. A free one is the difference of two: the library's own
 * `unrestricted` variables end in wrong answers, most often without a word (docs/decisions/0013).
 */
function partsOf({ lower, upper }: Separated, j: number): Parts {
  const most = upper[j] - lower[j];
  if (most === 0) return { fixed: lower[j], variables: [], most };
  if (lower[j] > -Infinity) return { fixed: lower[j], variables: [[`x${j}`, 1]], most };
  if (upper[j] < Infinity) return { fixed: upper[j], variables: [[`x${j}`, -1]], most };
  return { fixed: 0, variables: [[`x${j}`, 1], [`y${j}`, -1]], most };
}

const valueOf = ({ fixed, variables }: Parts, result: SolveResult): number =>
  variables.reduce((sum, [name, sign]) => sum + sign * Number(result[name] ?? 0), fixed);

/** The problem in the library's words: constraints by name, and by variable its factor in each of them. */
function modelOf(separated: Separated): ModelDefinition {
  const { cost, rowLower, rowUpper, starts, indices, values } = separated;
  const columns = Array.from(cost, (_, j) => partsOf(separated, j));
  const constraints: ModelDefinition['constraints'] = {};
  const variables: ModelDefinition['variables'] = {};
  columns.forEach((parts, j) => {
    for (const [name, sign] of parts.variables) variables[name] = { cost: sign * cost[j] };
    if (parts.most === Infinity || parts.variables.length === 0) return;
    constraints[`most${j}`] = { max: parts.most };
    variables[parts.variables[0][0]][`most${j}`] = 1;
  });
  for (let r = 0; r < rowLower.length; r += 1) {
    let fixed = 0;
    for (let e = starts[r]; e < starts[r + 1]; e += 1) {
      const parts = columns[indices[e]];
      fixed += values[e] * parts.fixed;
      for (const [name, sign] of parts.variables) variables[name][`row${r}`] = sign * values[e];
    }
    const within = bounds(rowLower[r] - fixed, rowUpper[r] - fixed);
    if (within) constraints[`row${r}`] = within;
  }
  return { optimize: 'cost', opType: 'min', constraints, variables };
}

function bounds(min: number, max: number): { min?: number; max?: number; equal?: number } | undefined {
  if (min === max) return { equal: min };
  if (min === -Infinity && max === Infinity) return undefined;
  return { ...(min > -Infinity ? { min } : {}), ...(max < Infinity ? { max } : {}) };
}
