import { activeWeights } from './drift';

/** `aᵀΣa`: annual variance of active weights `active` under an annual covariance. Throws a RangeError unless it is square and fits. */
export function activeVariance(active: readonly number[], covariance: readonly (readonly number[])[]): number {
  const size = active.length;
  if (covariance.length !== size || covariance.some((row) => row.length !== size))
    throw new RangeError(`${size} weights need a ${size} × ${size} covariance`);
  return active.reduce((sum, weight, i) => sum + weight * covariance[i].reduce((inner, value, j) => inner + value * active[j], 0), 0);
}

/**
 * Ex-ante tracking error √(aᵀΣa), an annual fraction, of weights against targets (fractions, cash included).
 * A variance below zero beyond rounding means that the covariance is not positive semi-definite: NaN.
 */
export function trackingError(current: readonly number[], target: readonly number[], covariance: readonly (readonly number[])[]): number {
  const active = activeWeights(current, target);
  const variance = activeVariance(active, covariance);
  if (variance >= 0) return Math.sqrt(variance);
  const scale = active.reduce((sum, weight, i) => sum + weight * weight * Math.abs(covariance[i][i]), 0);
  return variance >= -1e-9 * scale ? 0 : NaN;
}
