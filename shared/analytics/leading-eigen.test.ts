import { mulberry32 } from '../sample/random';
import { symmetricEigen } from './eigen';
import { leadingEigen } from './leading-eigen';

/** A covariance of `size` series with four strong common factors and noise. */
function covariance(size: number, seed: number): number[][] {
  const next = mulberry32(seed);
  const exposures = Array.from({ length: size }, () => [4, 2, 1, 0.5].map((strength) => strength * (next() - 0.5)));
  return exposures.map((a, i) => exposures.map((b, j) => a.reduce((sum, value, k) => sum + value * b[k], i === j ? 0.1 + 0.01 * (i % 7) : 0)));
}

test.each([40, 150])('of %d series the leading values and vectors are those of the whole decomposition', (size) => {
  const matrix = covariance(size, size);
  const [some, all] = [leadingEigen(matrix, 4), symmetricEigen(matrix)];
  expect(some.values).toHaveLength(4);
  some.values.forEach((value, k) => expect(value).toBeCloseTo(all.values[k], 6));
  some.vectors.forEach((vector, k) => expect(Math.abs(vector.reduce((sum, value, i) => sum + value * all.vectors[k][i], 0))).toBeCloseTo(1, 4));
});

test('no more are given than there are', () => {
  expect(leadingEigen([[2, 0], [0, 3]], 5).values).toEqual([3, 2]);
});

test('a matrix of low rank has no other values', () => {
  const ones = Array.from({ length: 130 }, () => new Array<number>(130).fill(1));
  const { values } = leadingEigen(ones, 3);
  expect(values[0]).toBeCloseTo(130, 6);
  expect(Math.abs(values[1]) + Math.abs(values[2])).toBeLessThan(1e-6);
});
