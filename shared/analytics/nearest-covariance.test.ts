import fc from 'fast-check';
import { positiveSemidefinite } from './covariance';
import { nearestCovariance } from './nearest-covariance';

const size = 4;
const cell = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 1000);
const square = fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
const symmetric = (rows: readonly (readonly number[])[]) => rows.map((row, i) => row.map((value, j) => (value + rows[j][i]) / 2));
const product = (rows: readonly (readonly number[])[]) => rows.map((a) => rows.map((b) => a.reduce((sum, value, k) => sum + value * b[k], 0)));
const distance = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) => Math.hypot(...a.flatMap((row, i) => row.map((value, j) => value - b[i][j])));

test('by hand: of [[1, 2], [2, 1]] the part along (1, −1) is taken out', () => {
  const { matrix, most, change } = nearestCovariance([[1, 2], [2, 1]]);
  for (const row of matrix) for (const value of row) expect(value).toBeCloseTo(1.5, 12);
  expect(Math.abs(most.to - most.from)).toBeCloseTo(0.5, 12);
  expect(change).toBeCloseTo(1 / Math.sqrt(10), 12);
});

test('the answer can occur, is symmetric, and no other that can occur is nearer', () => {
  fc.assert(fc.property(square, square, (rows, others) => {
    const given = symmetric(rows);
    const { matrix, change } = nearestCovariance(given);
    expect(positiveSemidefinite(matrix.map((row, i) => row.map((value, j) => value + (i === j ? 1e-12 : 0))))).toBe(true);
    expect(matrix.map((_, i) => matrix.map((row) => row[i]))).toEqual(matrix);
    expect(distance(matrix, given)).toBeCloseTo(change * distance(given, given.map((row) => row.map(() => 0))), 8);
    expect(distance(matrix, given)).toBeLessThanOrEqual(distance(product(others), given) + 1e-9);
  }));
});

test('a covariance that can occur stays as it is', () => {
  const fine = [[0.0256, 0.001], [0.001, 0.0016]];
  expect(nearestCovariance(fine)).toMatchObject({ matrix: fine, change: 0 });
});
