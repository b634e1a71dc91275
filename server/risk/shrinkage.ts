/** An estimate pulled toward a calmer one; `intensity` is the weight of the latter, 0 to 1. */
export interface Shrunk<Estimate> {
  readonly estimate: Estimate;
  readonly intensity: number;
}

/**
 * Covariance of factor returns, correlations shrunk toward zero, variances kept. The intensity that loses least is estimated
 * from the data: `Σ Var(r) / Σ r²` over the pairs.
 * Sources: Ledoit and Wolf, "A well-conditioned estimator for large-dimensional covariance matrices", J. Multivariate Anal. 88
 * (2004); with this target Schäfer and Strimmer, Stat. Appl. Genet. Mol. Biol. 4 (2005), section 2.
 */
export function shrunkCovariance(series: readonly Float64Array[], weights: Float64Array): Shrunk<number[][]> {
  const count = 1 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const centered = series.map((values) => {
    const mean = values.reduce((sum, value, t) => sum + weights[t] * value, 0);
    return values.map((value) => value - mean);
  });
  const unbiased = count / (count - 1);
  const variances = centered.map((values) => unbiased * values.reduce((sum, value, t) => sum + weights[t] * value ** 2, 0));
  const scores = centered.map((values, k) => values.map((value) => (variances[k] > 0 ? value / Math.sqrt(variances[k]) : 0)));
  const correlations = scores.map((a) => scores.map((b) => unbiased * a.reduce((sum, value, t) => sum + weights[t] * value * b[t], 0)));
  let [noise, signal] = [0, 0];
  scores.forEach((a, i) => scores.slice(0, i).forEach((b, j) => {
    const mean = correlations[i][j] / unbiased;
    noise += (unbiased / count) * a.reduce((sum, value, t) => sum + weights[t] * (value * b[t] - mean) ** 2, 0);
    signal += correlations[i][j] ** 2;
  }));
  const intensity = signal > 0 ? Math.min(1, noise / signal) : 1;
  return {
    intensity,
    estimate: correlations.map((row, i) => row.map((correlation, j) =>
      (i === j ? variances[i] : (1 - intensity) * correlation * Math.sqrt(variances[i] * variances[j])))),
  };
}

/**
 * Variances shrunk toward their median: `Σ Var(v) / Σ (v − median)²`, where `noise` holds each variance's own sampling variance.
 * Source: Opgen-Rhein and Strimmer, Stat. Appl. Genet. Mol. Biol. 6 (2007), section 2.3.
 */
export function shrunkVariances(variances: readonly number[], noise: readonly number[]): Shrunk<number[]> {
  const sorted = [...variances].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  const spread = variances.reduce((sum, variance) => sum + (variance - median) ** 2, 0);
  const intensity = spread > 0 ? Math.min(1, noise.reduce((sum, one) => sum + one, 0) / spread) : 1;
  return { intensity, estimate: variances.map((variance) => intensity * median + (1 - intensity) * variance) };
}
