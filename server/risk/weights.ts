/** Weights of observations in time, which sum to one, the last being the newest. Without a half-life all are equal. */
export function timeWeights(count: number, halfLife?: number): Float64Array {
  const raw = Float64Array.from({ length: count }, (_, t) => (halfLife === undefined ? 1 : 2 ** (-(count - 1 - t) / halfLife)));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

/** How many equal observations the weights are worth: `(Σw)² / Σw²` over those that `has` keeps (Kish 1965). */
export function effectiveCount(weights: Float64Array, has: (t: number) => boolean = () => true): number {
  let [sum, squares] = [0, 0];
  weights.forEach((weight, t) => {
    if (!has(t)) return;
    sum += weight;
    squares += weight ** 2;
  });
  return squares > 0 ? sum ** 2 / squares : 0;
}
