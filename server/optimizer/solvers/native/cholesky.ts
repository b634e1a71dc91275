/**
 * Replaces the lower triangle of a symmetric positive semi-definite matrix (row-major, `size` × `size`) by its Cholesky
 * factor, the diagonal by its inverse. A pivot lost to rounding is treated as infinite: its unknown becomes zero.
 */
export function factorize(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1) {
    const row = i * size;
    const scale = matrix[row + i];
    for (let j = 0; j < i; j += 1) matrix[row + j] = (matrix[row + j] - dot(matrix, row, j * size, j)) * matrix[j * size + j];
    const pivot = scale - dot(matrix, row, row, i);
    matrix[row + i] = pivot > 1e-14 * scale && pivot > 0 ? 1 / Math.sqrt(pivot) : 0;
  }
}

/** Σ matrix[a + k]·matrix[b + k] over k below `length`, in four sums for speed. */
function dot(matrix: Float64Array, a: number, b: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += matrix[a + k] * matrix[b + k];
    s1 += matrix[a + k + 1] * matrix[b + k + 1];
    s2 += matrix[a + k + 2] * matrix[b + k + 2];
    s3 += matrix[a + k + 3] * matrix[b + k + 3];
  }
  for (; k < length; k += 1) s0 += matrix[a + k] * matrix[b + k];
  return s0 + s1 + s2 + s3;
}

/** Solves `L Lᵀ x = b` in place for the first `size` numbers of `x`, with a factor from `factorize`. */
export function solveFactored(matrix: Float64Array, size: number, x: Float64Array): void {
  for (let i = 0; i < size; i += 1) {
    const row = i * size;
    let value = x[i];
    for (let j = 0; j < i; j += 1) value -= matrix[row + j] * x[j];
    x[i] = value * matrix[row + i];
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = i * size;
    const value = x[i] * matrix[row + i];
    x[i] = value;
    for (let j = 0; j < i; j += 1) x[j] -= matrix[row + j] * value;
  }
}
