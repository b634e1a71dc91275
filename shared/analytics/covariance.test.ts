import fc from 'fast-check';
import { positiveSemidefinite } from './covariance';

test('recognizes matrices of known sign', () => {
  expect(positiveSemidefinite([])).toBe(true);
  expect(positiveSemidefinite([[1, 0], [0, 1]])).toBe(true);
  expect(positiveSemidefinite([[1, 1], [1, 1]])).toBe(true);
  expect(positiveSemidefinite([[0, 0], [0, 0]])).toBe(true);
  expect(positiveSemidefinite([[0, 0.1], [0.1, 0]])).toBe(false);
  expect(positiveSemidefinite([[1, 2], [2, 1]])).toBe(false);
  expect(positiveSemidefinite([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]])).toBe(false);
  expect(positiveSemidefinite([[-1]])).toBe(false);
});

const square = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size }), { minLength: 1, maxLength: size }));
const gram = (rows: readonly (readonly number[])[]): number[][] => rows[0].map((_, i) => rows[0].map((__, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)));

test('a sum of squares is semidefinite, whatever its rank', () => {
  fc.assert(fc.property(square, (rows) => expect(positiveSemidefinite(gram(rows))).toBe(true)));
});

test('taking more than its trace from one diagonal entry makes it indefinite', () => {
  fc.assert(fc.property(square, (rows) => {
    const matrix = gram(rows);
    const trace = matrix.reduce((sum, row, i) => sum + row[i], 0);
    matrix[0][0] -= trace + 1;
    expect(positiveSemidefinite(matrix)).toBe(false);
  }));
});
