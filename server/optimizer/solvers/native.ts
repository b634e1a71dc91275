import { infeasibility, objectiveAt, type Problem } from '../problem';
import { boxBound } from './native/box-bound';
import { InteriorPoint } from './native/interior-point';
import type { Solution, Solver, Start } from './solver';

/** A point that stalled is still an answer when its bound proves it this close to the best (objective units). */
const acceptedGap = 5e-3;
/** The most that a row of an answer may be missed by (column units). */
const acceptedMiss = 1e-6;

/**
 * Our own interior-point method for the structured problem (solvers/native). What it cannot end goes to the fallback, counted;
 * without one it says that it failed.
 */
export function createNative(fallback?: Solver): Solver & { readonly fallbacks: number } {
  let fallbacks = 0;
  return {
    name: 'native',
    get fallbacks() { return fallbacks; },
    solve(problem, limits, near) {
      const resumed = near && attempt(problem, near);
      const solution = !resumed || resumed.status === 'failed' ? attempt(problem) : resumed;
      if (solution.status !== 'failed' || !fallback) return solution;
      fallbacks += 1;
      return fallback.solve(problem, limits);
    },
  };
}

/** By the entries of their rows: problems of one structure take turns in the same memory. */
const methods = new WeakMap<Int32Array, InteriorPoint>();

function methodFor(problem: Problem): InteriorPoint {
  const known = methods.get(problem.indices);
  if (known) return known.take(problem);
  const made = new InteriorPoint(problem);
  methods.set(problem.indices, made);
  return made;
}

function attempt(problem: Problem, near?: Start): Solution {
  if (hasImpossibleBounds(problem)) return { status: 'infeasible' };
  const method = methodFor(problem);
  const ending = method.run(near);
  if (ending === 'infeasible') return { status: 'infeasible' };
  const { duals } = method;
  const x = inside(problem, method.x);
  const objective = objectiveAt(problem, x);
  const bound = boxBound(problem, x, duals);
  if (ending === 'converged' || (objective - bound < acceptedGap && infeasibility(problem, x) < acceptedMiss)) {
    return { status: 'optimal', x, objective, bound: Math.min(objective, bound), duals };
  }
  return { status: 'failed' };
}

/** Bounds that cross, or a row without entries that asks for something. */
function hasImpossibleBounds({ lower, upper, rowLower, rowUpper, rowCurvature, starts }: Problem): boolean {
  for (let j = 0; j < lower.length; j += 1) if (lower[j] > upper[j]) return true;
  for (let r = 0; r < rowLower.length; r += 1) {
    if (rowLower[r] > rowUpper[r]) return true;
    if (starts[r] === starts[r + 1] && rowCurvature[r] === 0 && (rowLower[r] > 0 || rowUpper[r] < 0)) return true;
  }
  return false;
}

/** The point moved onto its bounds where rounding left it outside. */
function inside({ lower, upper }: Problem, x: Float64Array): Float64Array {
  const moved = x.slice();
  for (let j = 0; j < moved.length; j += 1) moved[j] = Math.min(upper[j], Math.max(lower[j], moved[j]));
  return moved;
}
