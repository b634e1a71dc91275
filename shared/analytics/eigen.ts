/** Eigenvalues in falling order, and for each its unit eigenvector. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
}

/** Sweeps after which rounding is all that is left; quadratic convergence needs six to ten. */
const mostSweeps = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations; reads the whole matrix.
 * The sign of a vector is such that its largest component is positive, so that the same matrix gives the same answer.
 * Source: Golub and Van Loan, "Matrix Computations", section 8.5.
 */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): Eigen {
  const rows = matrix.map((row) => Float64Array.from(row));
  const size = rows.length;
  const vectors = rows.map((_, i) => Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
  const scale = Math.max(0, ...rows.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
  for (let sweep = 0; sweep < mostSweeps && sweepOnce(rows, vectors, 1e-15 * scale) > 0; sweep += 1);
  const order = rows.map((row, i) => ({ value: row[i], vector: signed(vectors[i]) })).sort((a, b) => b.value - a.value);
  return { values: order.map(({ value }) => value), vectors: order.map(({ vector }) => vector) };
}

/** Rotates every pair whose entry is larger than `negligible`; returns how many were. */
function sweepOnce(rows: readonly Float64Array[], vectors: readonly Float64Array[], negligible: number): number {
  let rotations = 0;
  for (let p = 0; p < rows.length - 1; p += 1) {
    for (let q = p + 1; q < rows.length; q += 1) {
      if (Math.abs(rows[p][q]) <= negligible) continue;
      const theta = (rows[q][q] - rows[p][p]) / (2 * rows[p][q]);
      const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
      const cosine = 1 / Math.hypot(tangent, 1);
      rotate(rows, p, q, cosine, tangent * cosine);
      turn(vectors[p], vectors[q], cosine, tangent * cosine);
      rotations += 1;
    }
  }
  return rotations;
}

/** `JᵀAJ`: both rows, then both columns, which symmetry copies from the rows. */
function rotate(rows: readonly Float64Array[], p: number, q: number, cosine: number, sine: number): void {
  const [pp, qq, pq] = [rows[p][p], rows[q][q], rows[p][q]];
  turn(rows[p], rows[q], cosine, sine);
  for (let k = 0; k < rows.length; k += 1) {
    rows[k][p] = rows[p][k];
    rows[k][q] = rows[q][k];
  }
  const shift = (sine / cosine) * pq;
  rows[p][p] = pp - shift;
  rows[q][q] = qq + shift;
  rows[p][q] = 0;
  rows[q][p] = 0;
}

function turn(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let k = 0; k < a.length; k += 1) {
    const left = a[k];
    a[k] = cosine * left - sine * b[k];
    b[k] = sine * left + cosine * b[k];
  }
}

function signed(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-9 ? value : best), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}
