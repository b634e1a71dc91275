/** Weighted least squares of one series on several, with a constant, over the observations that the series has. */
export interface Regression {
  readonly slopes: readonly number[];
  /** NaN where the series has no observation. */
  readonly residuals: Float64Array;
  /** Weighted mean square of the residuals. */
  readonly residualVariance: number;
}

/** A column whose own part is smaller than this share of its variance repeats the others and gets no slope. */
const dependence = 1e-9;

/** Regresses `series` on `factors`; both as long as `weights`. Linear in observations, cubic in the few factors. */
export function regress(series: Float64Array, factors: readonly Float64Array[], weights: Float64Array): Regression {
  const days = [...series.keys()].filter((t) => Number.isFinite(series[t]));
  const total = days.reduce((sum, t) => sum + weights[t], 0);
  const mean = (values: Float64Array): number => days.reduce((sum, t) => sum + weights[t] * values[t], 0) / total;
  const columns = [...factors, series].map((values) => {
    const center = mean(values);
    return Float64Array.from(days, (t) => Math.sqrt(weights[t] / total) * (values[t] - center));
  });
  const left = columns.pop()!;
  const slopes = solve(columns.map((a) => columns.map((b) => dot(a, b))), columns.map((a) => dot(a, left)));
  const rest = left.map((value, k) => value - columns.reduce((sum, column, j) => sum + slopes[j] * column[k], 0));
  const residuals = new Float64Array(series.length).fill(Number.NaN);
  days.forEach((t, k) => { residuals[t] = weights[t] > 0 ? rest[k] / Math.sqrt(weights[t] / total) : 0; });
  return { slopes, residuals, residualVariance: dot(rest, rest) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k] * b[k];
  return sum;
}

/** Gaussian elimination of normal equations in order; columns that depend on earlier ones get 0. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const scale = matrix.map((row, i) => row[i]);
  const used: number[] = [];
  for (let k = 0; k < size; k += 1) {
    if (matrix[k][k] <= dependence * scale[k] || matrix[k][k] === 0) continue;
    used.push(k);
    for (let i = 0; i < size; i += 1) {
      const share = i === k ? 0 : matrix[i][k] / matrix[k][k];
      if (share === 0) continue;
      for (let j = k; j < size; j += 1) matrix[i][j] -= share * matrix[k][j];
      right[i] -= share * right[k];
    }
  }
  const slopes = new Array<number>(size).fill(0);
  // What was skipped has no slope, so the others need not give way to it.
  for (const k of used) slopes[k] = right[k] / matrix[k][k];
  return slopes;
}
