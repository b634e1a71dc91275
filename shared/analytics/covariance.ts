/**
 * True when a symmetric matrix has no negative eigenvalue beyond rounding: a Cholesky factorization that always
 * takes the largest pivot left meets none below −`tolerance` × the largest entry of the diagonal. Reads the lower triangle.
 * Source: Higham, "Accuracy and Stability of Numerical Algorithms", section 10.3.
 */
export function positiveSemidefinite(matrix: readonly (readonly number[])[], tolerance = 1e-9): boolean {
  const size = matrix.length;
  const rest = matrix.map((row, i) => Array.from({ length: size }, (_, j) => (j <= i ? row[j] : matrix[j][i])));
  const scale = Math.max(...rest.map((row, i) => Math.abs(row[i])), 0);
  const slack = tolerance * Math.max(1, size) * scale;
  const left = new Set(rest.keys());
  while (left.size > 0) {
    const pivot = [...left].reduce((best, i) => (rest[i][i] > rest[best][best] ? i : best));
    if (rest[pivot][pivot] <= slack) return isNegligible(rest, left, slack);
    left.delete(pivot);
    eliminate(rest, left, pivot);
  }
  return true;
}

/** Subtracts the pivot's share from what is left. */
function eliminate(rest: number[][], left: ReadonlySet<number>, pivot: number): void {
  for (const i of left) {
    const factor = rest[i][pivot] / rest[pivot][pivot];
    if (factor !== 0) for (const j of left) rest[i][j] -= factor * rest[pivot][j];
  }
}

/** With all pivots used up, a remainder larger than rounding means a negative eigenvalue: of a semidefinite one, no entry exceeds the diagonal. */
function isNegligible(rest: readonly (readonly number[])[], left: ReadonlySet<number>, slack: number): boolean {
  return [...left].every((i) => [...left].every((j) => Math.abs(rest[i][j]) <= slack));
}
