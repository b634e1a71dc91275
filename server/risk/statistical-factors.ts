import { leadingEigen } from '../../shared/analytics/leading-eigen';
import { effectiveCount } from './weights';

/** Most factors that are taken without being asked for. */
const mostFactors = 20;

/**
 * Returns of statistical factors: the leading principal components of the series' correlations. `count` factors, or, without
 * it, as many as stand above what series without anything in common would show: eigenvalues above `(1 + √(N/T))²`
 * (Marchenko and Pastur 1967). Missing returns count as average. Sources: Connor and Korajczyk, J. Financial Econ. 15 (1986).
 */
export function statisticalFactors(series: readonly Float64Array[], weights: Float64Array, count?: number): Float64Array[] {
  const scores = series.map((values) => standardized(values, weights)).filter((values) => values.some((value) => value !== 0));
  const asked = Math.min(count ?? mostFactors, scores.length, weights.length);
  if (asked === 0) return [];
  const roots = weights.map(Math.sqrt);
  const weighted = scores.map((values) => values.map((value, t) => value * roots[t]));
  const { values, vectors } = leadingShares(weighted, asked);
  const edge = (1 + Math.sqrt(scores.length / effectiveCount(weights))) ** 2;
  const kept = count === undefined ? values.filter((value) => value > edge).length : values.length;
  return vectors.slice(0, kept).map((shares) => {
    const factor = new Float64Array(weights.length);
    scores.forEach((score, i) => score.forEach((value, t) => { factor[t] += (shares[i] * value) / Math.sqrt(scores.length); }));
    return factor;
  });
}

/** Mean zero and variance one by weight; missing ones zero. */
function standardized(values: Float64Array, weights: Float64Array): Float64Array {
  const moment = (of: (value: number) => number): number => {
    let [sum, total] = [0, 0];
    values.forEach((value, t) => {
      if (!Number.isFinite(value)) return;
      sum += weights[t] * of(value);
      total += weights[t];
    });
    return total > 0 ? sum / total : 0;
  };
  const mean = moment((value) => value);
  const deviation = Math.sqrt(moment((value) => (value - mean) ** 2));
  return values.map((value) => (Number.isFinite(value) && deviation > 0 ? (value - mean) / deviation : 0));
}

/** Leading eigenvectors over the series of `ZZᵀ`, found on the side of it that is smaller: series or observations. */
function leadingShares(rows: readonly Float64Array[], count: number): { values: readonly number[]; vectors: readonly Float64Array[] } {
  const observations = rows[0].length;
  if (rows.length <= observations) return leadingEigen(gram(rows), count);
  const columns = Array.from({ length: observations }, (_, t) => Float64Array.from(rows, (row) => row[t]));
  const { values, vectors } = leadingEigen(gram(columns), count);
  const real = values.filter((value) => value > 1e-9 * values[0]);
  return {
    values: real,
    vectors: real.map((value, k) => Float64Array.from(rows, (row) => row.reduce((sum, one, t) => sum + one * vectors[k][t], 0) / Math.sqrt(value))),
  };
}

function gram(rows: readonly Float64Array[]): Float64Array[] {
  const products = rows.map(() => new Float64Array(rows.length));
  rows.forEach((a, i) => {
    for (let j = 0; j <= i; j += 1) {
      const b = rows[j];
      let sum = 0;
      for (let t = 0; t < a.length; t += 1) sum += a[t] * b[t];
      products[i][j] = sum;
      products[j][i] = sum;
    }
  });
  return products;
}
