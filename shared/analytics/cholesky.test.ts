import fc from 'fast-check';
import { cholesky } from './cholesky';

const square = fc.integer({ min: 1, max: 6 }).chain((size) => fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }));
const timesItsTranspose = (rows: readonly (readonly number[])[]) => rows.map((a) => rows.map((b) => a.reduce((sum, value, k) => sum + value * b[k], 0)));

test('the factor times its transpose is the matrix, and nothing lies above the diagonal', () => {
  fc.assert(fc.property(square, (rows) => {
    const matrix = timesItsTranspose(rows);
    const lower = cholesky(matrix);
    timesItsTranspose(lower).forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(matrix[i][j], 5)));
    lower.forEach((row, i) => expect(row.slice(i + 1).every((value) => value === 0)).toBe(true));
  }));
});

test('two that move as one: the second adds no factor', () => {
  expect(cholesky([[0.25, 0.25], [0.25, 0.25]])).toEqual([[0.5, 0], [0.5, 0]]);
});
