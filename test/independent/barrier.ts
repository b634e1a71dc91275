/** A smooth convex objective: value, gradient and Hessian (dense, row by row) at a point. */
export interface Smooth {
  value(x: Float64Array): number;
  gradient(x: Float64Array): Float64Array;
  readonly hessian: readonly Float64Array[];
}

/** `coefficients · x ≤ limit`. */
export interface HalfSpace {
  readonly coefficients: Float64Array;
  readonly limit: number;
}

/** Growth of the barrier's weight from one center to the next, and what is left to gain at the last. */
const growth = 30;
const newtonSteps = 40;

/**
 * Minimizes a convex quadratic over half-spaces by the logarithmic barrier method with Newton steps
 * (Boyd and Vandenberghe, "Convex Optimization", section 11.3). `start` must lie strictly inside.
 * The value found is within `gap` of the least one.
 */
export function minimize(objective: Smooth, spaces: readonly HalfSpace[], start: Float64Array, gap: number): Float64Array {
  let x: Float64Array = start.slice();
  for (let weight = 100; ; weight *= growth) {
    x = center(objective, spaces, x, weight);
    if (spaces.length / weight < gap) return x;
  }
}

function center(objective: Smooth, spaces: readonly HalfSpace[], from: Float64Array, weight: number): Float64Array {
  let x = from;
  for (let step = 0; step < newtonSteps; step += 1) {
    const { gradient, hessian } = barrierAt(objective, spaces, x, weight);
    const direction = solvePositive(hessian, gradient);
    const decrement = -dot(gradient, direction);
    if (decrement < 1e-10) return x;
    const next = lineSearch(objective, spaces, x, direction, decrement, weight);
    if (!next) return x;
    x = next;
  }
  return x;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k] * b[k];
  return sum;
};

function barrierAt(objective: Smooth, spaces: readonly HalfSpace[], x: Float64Array, weight: number): { gradient: Float64Array; hessian: Float64Array[] } {
  const gradient = objective.gradient(x).map((value) => weight * value);
  const hessian = objective.hessian.map((row) => row.map((value) => weight * value));
  for (const { coefficients, limit } of spaces) {
    const inverse = 1 / (limit - dot(coefficients, x));
    for (let i = 0; i < x.length; i += 1) {
      if (coefficients[i] === 0) continue;
      gradient[i] += coefficients[i] * inverse;
      const scaled = coefficients[i] * inverse * inverse;
      for (let j = 0; j <= i; j += 1) hessian[i][j] += scaled * coefficients[j];
    }
  }
  return { gradient, hessian };
}

/** Direction −H⁻¹g by a Cholesky factorization of the lower triangle, in place. */
function solvePositive(hessian: Float64Array[], gradient: Float64Array): Float64Array {
  const size = gradient.length;
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k < j; k += 1) hessian[j][j] -= hessian[j][k] ** 2;
    hessian[j][j] = Math.sqrt(Math.max(hessian[j][j], 1e-14));
    for (let i = j + 1; i < size; i += 1) {
      for (let k = 0; k < j; k += 1) hessian[i][j] -= hessian[i][k] * hessian[j][k];
      hessian[i][j] /= hessian[j][j];
    }
  }
  const x = gradient.map((value) => -value);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] -= hessian[i][k] * x[k];
    x[i] /= hessian[i][i];
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) x[i] -= hessian[k][i] * x[k];
    x[i] /= hessian[i][i];
  }
  return x;
}

/** The first halving of the step that stays inside and falls enough; undefined when none does. */
function lineSearch(
  objective: Smooth, spaces: readonly HalfSpace[], x: Float64Array, direction: Float64Array, decrement: number, weight: number,
): Float64Array | undefined {
  const merit = (at: Float64Array): number => spaces.reduce((sum, { coefficients, limit }) => {
    const room = limit - dot(coefficients, at);
    return room > 0 ? sum - Math.log(room) : Infinity;
  }, weight * objective.value(at));
  const now = merit(x);
  for (let step = 1; step > 1e-12; step /= 2) {
    const next = x.map((value, i) => value + step * direction[i]);
    if (merit(next) < now - 0.01 * step * decrement) return next;
  }
  return undefined;
}
