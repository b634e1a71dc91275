/** Lower Cholesky factor of a positive semi-definite matrix; a pivot that is zero within rounding gives a zero column. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let j = 0; j < size; j += 1) {
    let pivot = matrix[j][j];
    for (let k = 0; k < j; k += 1) pivot -= lower[j][k] ** 2;
    if (pivot <= 1e-12 * Math.max(1e-4, matrix[j][j])) continue;
    lower[j][j] = Math.sqrt(pivot);
    for (let i = j + 1; i < size; i += 1) {
      let value = matrix[i][j];
      for (let k = 0; k < j; k += 1) value -= lower[i][k] * lower[j][k];
      lower[i][j] = value / lower[j][j];
    }
  }
  return lower;
}
