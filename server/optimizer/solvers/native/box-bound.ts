import { rowAt, withForms, type Problem } from '../../problem';

/** Slopes below this along an unbounded column are rounding. */
const noSlope = 1e-7;

/**
 * A lower bound of a problem's objective from multipliers, by row: the Lagrangian, made linear at a point and minimized over
 * the columns' boxes (weak duality; convex costs lie above their tangents). Right for any multipliers, tight for the best.
 */
export function boxBound(problem: Problem, x: Float64Array, duals: Float64Array): number {
  const { cost, quadratic, lower, upper, formOf, formFactor, formCurvature, formCenter } = problem;
  const extended = withForms(problem, x);
  const slopes = new Float64Array(extended.length);
  let bound = problem.offset + rowsPart(problem, extended, duals, slopes);
  for (let i = 0; i < formCurvature.length; i += 1) {
    const off = extended[x.length + i] - formCenter[i];
    bound += 0.5 * formCurvature[i] * off * off;
    slopes[x.length + i] += formCurvature[i] * off;
  }
  for (let j = 0; j < x.length; j += 1) {
    const slope = cost[j] + quadratic[j] * x[j] + slopes[j] + (formOf[j] < 0 ? 0 : formFactor[j] * slopes[x.length + formOf[j]]);
    bound += cost[j] * x[j] + 0.5 * quadratic[j] * x[j] * x[j];
    const end = slope > 0 ? lower[j] : upper[j];
    if (Number.isFinite(end)) bound += slope * (end - x[j]);
    else if (Math.abs(slope) > noSlope) return -Infinity;
  }
  return bound;
}

/** The rows' share of the Lagrangian at the point; adds what they make of the slopes. */
function rowsPart(problem: Problem, extended: Float64Array, duals: Float64Array, slopes: Float64Array): number {
  const { rowLower, rowUpper, rowCurvature, rowCenter, starts, indices, values } = problem;
  let part = 0;
  for (let r = 0; r < rowLower.length; r += 1) {
    const dual = duals[r];
    if (dual === 0) continue;
    const value = rowAt(problem, r, extended);
    if (rowCurvature[r] > 0) part += dual * (rowCenter[r] - value) - (0.5 * dual * dual) / rowCurvature[r];
    else {
      const side = dual > 0 ? rowLower[r] : rowUpper[r];
      if (!Number.isFinite(side)) continue;
      part += dual * (side - value);
    }
    for (let e = starts[r]; e < starts[r + 1]; e += 1) slopes[indices[e]] -= dual * values[e];
  }
  return part;
}

/**
 * Whether multipliers prove that no point of the boxes meets the rows (Farkas): the same bound without costs is above zero.
 * Curved rows bind nothing and are left out.
 */
export function provesInfeasible(problem: Problem, duals: Float64Array): boolean {
  const columns = problem.cost.length;
  const kept = duals.map((dual, r) => (problem.rowCurvature[r] > 0 ? 0 : dual));
  const scale = kept.reduce((most, dual) => Math.max(most, Math.abs(dual)), 0);
  if (!(scale > 0) || !Number.isFinite(scale)) return false;
  const nothing = new Float64Array(columns);
  const free: Problem = { ...problem, offset: 0, cost: nothing, quadratic: nothing, formCurvature: new Float64Array(problem.formCurvature.length) };
  const inside = Float64Array.from(problem.lower, (lower, j) => Math.max(Math.min(0, problem.upper[j]), lower));
  return boxBound(free, inside, kept.map((dual) => dual / scale)) > 1e-7;
}
