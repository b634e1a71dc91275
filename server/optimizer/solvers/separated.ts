import { withForms, rowAt, type Problem } from '../problem';

/**
 * A problem whose curvature is by column alone, as solvers for general problems want it: minimize
 * `cost·x + ½ Σ quadratic·x²` over boxes and rows. Forms and curved rows have become columns of their own.
 */
export interface Separated {
  readonly cost: Float64Array;
  readonly quadratic: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Rows keep their order; those that define the forms follow. Offsets are left out. */
export function separate(problem: Problem): Separated {
  const columns = problem.cost.length;
  const forms = problem.formCurvature.length;
  const curved = [...problem.rowCurvature.keys()].filter((r) => problem.rowCurvature[r] > 0);
  const total = columns + forms + curved.length;
  const cost = extended(problem.cost, total, 0);
  const quadratic = extended(problem.quadratic, total, 0);
  for (let i = 0; i < forms; i += 1) {
    quadratic[columns + i] = problem.formCurvature[i];
    cost[columns + i] = -problem.formCurvature[i] * problem.formCenter[i];
  }
  curved.forEach((r, k) => { quadratic[columns + forms + k] = problem.rowCurvature[r]; });
  const rowLower = extended(problem.rowLower, problem.rowLower.length + forms, 0);
  const rowUpper = extended(problem.rowUpper, problem.rowUpper.length + forms, 0);
  for (const r of curved) rowLower[r] = rowUpper[r] = problem.rowCenter[r];
  return {
    cost, quadratic, rowLower, rowUpper,
    lower: extended(problem.lower, total, -Infinity), upper: extended(problem.upper, total, Infinity),
    ...entriesOf(problem, new Map(curved.map((r, k) => [r, columns + forms + k]))),
  };
}

function extended(values: Float64Array, length: number, fill: number): Float64Array {
  const longer = new Float64Array(length).fill(fill);
  longer.set(values);
  return longer;
}

function entriesOf(problem: Problem, distance: ReadonlyMap<number, number>): Pick<Separated, 'starts' | 'indices' | 'values'> {
  const columns = problem.cost.length;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (let r = 0; r < problem.rowLower.length; r += 1) {
    for (let e = problem.starts[r]; e < problem.starts[r + 1]; e += 1) {
      indices.push(problem.indices[e]);
      values.push(problem.values[e]);
    }
    const own = distance.get(r);
    if (own !== undefined) {
      indices.push(own);
      values.push(-1);
    }
    starts.push(indices.length);
  }
  const members = Array.from(problem.formCurvature, (): number[] => []);
  problem.formOf.forEach((form, j) => { if (form >= 0) members[form].push(j); });
  members.forEach((own, i) => {
    indices.push(columns + i, ...own);
    values.push(-1, ...own.map((j) => problem.formFactor[j]));
    starts.push(indices.length);
  });
  return { starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values) };
}

/** The offset that separating leaves out. */
export function separatedOffset({ offset, formCurvature, formCenter }: Problem): number {
  return formCurvature.reduce((sum, curvature, i) => sum + 0.5 * curvature * formCenter[i] ** 2, offset);
}

/** Multipliers of curved rows follow from the point itself: minus curvature times distance. */
export function withCurvedDuals(problem: Problem, x: Float64Array, duals: Float64Array): Float64Array {
  const extendedX = withForms(problem, x);
  return duals.map((dual, r) => (problem.rowCurvature[r] > 0 ? -problem.rowCurvature[r] * (rowAt(problem, r, extendedX) - problem.rowCenter[r]) : dual));
}
