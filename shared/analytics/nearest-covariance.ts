import { symmetricEigen } from './eigen';

/** The positive semi-definite matrix nearest to a symmetric one, and the cell in which they differ most. */
export interface NearestCovariance {
  readonly matrix: readonly (readonly number[])[];
  readonly most: { readonly row: number; readonly column: number; readonly from: number; readonly to: number };
  /** Size of the change over the size of the matrix, both by Frobenius norm. */
  readonly change: number;
}

/**
 * Negative eigenvalues set to zero: nearest by Frobenius norm.
 * Source: Higham, "Computing a Nearest Symmetric Positive Semidefinite Matrix", Linear Algebra Appl. 103 (1988), theorem 2.1.
 */
export function nearestCovariance(given: readonly (readonly number[])[]): NearestCovariance {
  const { values, vectors } = symmetricEigen(given);
  const negative = values.flatMap((value, k) => (value < 0 ? [k] : []));
  // What is negative is taken out, so that a matrix without it stays as it is, bit for bit.
  const taken = (i: number, j: number): number => negative.reduce((sum, k) => sum + values[k] * vectors[k][i] * vectors[k][j], 0);
  const matrix = given.map((row, i) => row.map((value, j) => value - taken(Math.min(i, j), Math.max(i, j))));
  const cells = given.flatMap((row, i) => row.slice(0, i + 1).map((from, j) => ({ row: j, column: i, from, to: matrix[i][j] })));
  const size = Math.hypot(...values);
  return {
    matrix,
    // Of equal changes a covariance is named rather than a variance: that is where people slip.
    most: cells.sort((a, b) => Number(a.row === a.column) - Number(b.row === b.column))
      .reduce((most, cell) => (Math.abs(cell.to - cell.from) > Math.abs(most.to - most.from) * (1 + 1e-9) ? cell : most)),
    change: size === 0 ? 0 : Math.hypot(...negative.map((k) => values[k])) / size,
  };
}
