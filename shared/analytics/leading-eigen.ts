import { mulberry32 } from '../sample/random';
import { symmetricEigen, type Eigen } from './eigen';

/** Up to this size all eigenvalues are found at once; beyond it only the leading ones are worth the time. */
const smallSize = 120;
/** More vectors than asked for are carried along: the last ones converge slowly. */
const spare = 12;
const mostSteps = 300;
/** Largest relative change of an eigenvalue in a step that ends the search. */
const settled = 1e-8;

/**
 * The `count` largest eigenvalues of a positive semi-definite matrix, by subspace iteration with Rayleigh-Ritz steps from a
 * fixed start. Source: Golub and Van Loan, "Matrix Computations", section 8.2.4.
 */
export function leadingEigen(matrix: readonly ArrayLike<number>[], count: number): Eigen {
  const size = matrix.length;
  const wanted = Math.min(count, size);
  const carried = Math.min(size, wanted + spare);
  if (size <= smallSize || carried === size) return firstOf(symmetricEigen(matrix), wanted);
  const next = mulberry32(1);
  let basis = orthonormal(Array.from({ length: carried }, () => Float64Array.from({ length: size }, () => next() - 0.5)));
  let found: Eigen = { values: [], vectors: [] };
  for (let step = 0; step < mostSteps; step += 1) {
    const images = basis.map((vector) => times(matrix, vector));
    const inner = symmetricEigen(basis.map((vector) => images.map((image) => dot(vector, image))));
    const before = found.values;
    found = { values: inner.values, vectors: inner.vectors.map((weights) => mix(basis, weights)) };
    if (inner.values.slice(0, wanted).every((value, k) => Math.abs(value - before[k]) <= settled * inner.values[0])) break;
    basis = orthonormal(inner.vectors.map((weights) => mix(images, weights)));
  }
  return firstOf(found, wanted);
}

const firstOf = ({ values, vectors }: Eigen, count: number): Eigen => ({ values: values.slice(0, count), vectors: vectors.slice(0, count) });

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k] * b[k];
  return sum;
}

const times = (matrix: readonly ArrayLike<number>[], vector: Float64Array): Float64Array => Float64Array.from(matrix, (row) => dot(row, vector));

function mix(vectors: readonly Float64Array[], weights: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(vectors[0].length);
  vectors.forEach((vector, j) => vector.forEach((value, k) => { sum[k] += weights[j] * value; }));
  return sum;
}

/** Gram-Schmidt, each vector cleaned twice; one that depends on those before it becomes zero. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const other of [...done, ...done]) {
      const share = dot(rest, other);
      rest = rest.map((value, k) => value - share * other[k]);
    }
    const length = Math.sqrt(dot(rest, rest));
    done.push(rest.map((value) => (length > 0 ? value / length : 0)));
  }
  return done;
}
