/** How far weights are from their targets. Weights are fractions, cash included as a position; nothing needs a risk model. */

/** `weight − target`, position by position. Throws a RangeError when the lists differ in length. */
export function activeWeights(current: readonly number[], target: readonly number[]): number[] {
  if (current.length !== target.length) throw new RangeError(`${current.length} weights and ${target.length} targets`);
  return current.map((weight, i) => weight - target[i]);
}

/** Drift: ½ Σ |active weight|, the one-way turnover that would reach the target. */
export function totalDrift(current: readonly number[], target: readonly number[]): number {
  return activeWeights(current, target).reduce((sum, active) => sum + Math.abs(active), 0) / 2;
}

/** The largest |active weight|; 0 for no positions. */
export function maxDrift(current: readonly number[], target: readonly number[]): number {
  return activeWeights(current, target).reduce((most, active) => Math.max(most, Math.abs(active)), 0);
}

/** The largest |active weight| ÷ target; infinite when something is held whose target is 0. */
export function relativeDrift(current: readonly number[], target: readonly number[]): number {
  return activeWeights(current, target).reduce(
    (most, active, i) => (active === 0 ? most : Math.max(most, Math.abs(active / target[i]))),
    0,
  );
}
