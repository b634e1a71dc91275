import fc from 'fast-check';
import { mulberry32 } from '../sample/random';
import { symmetricEigen } from './eigen';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, value, k) => sum + value * b[k], 0);

function random(size: number, seed: number): number[][] {
  const next = mulberry32(seed);
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i += 1) for (let j = 0; j <= i; j += 1) rows[i][j] = rows[j][i] = next() - 0.5;
  return rows;
}

test('each vector is only stretched, by its value, and the vectors are orthonormal', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (size, seed) => {
    const matrix = random(size, seed);
    const { values, vectors } = symmetricEigen(matrix);
    vectors.forEach((vector, k) => {
      matrix.forEach((row, i) => expect(dot(row, vector)).toBeCloseTo(values[k] * vector[i], 10));
      vectors.forEach((other, j) => expect(dot(vector, other)).toBeCloseTo(j === k ? 1 : 0, 10));
    });
    expect(values).toEqual([...values].sort((a, b) => b - a));
  }));
});

test('by hand: two assets of variance 1 with correlation one half', () => {
  const { values, vectors } = symmetricEigen([[1, 0.5], [0.5, 1]]);
  expect(values.map((value) => Number(value.toFixed(12)))).toEqual([1.5, 0.5]);
  expect([...vectors[0]].map((value) => Number(value.toFixed(12)))).toEqual([Number(Math.SQRT1_2.toFixed(12)), Number(Math.SQRT1_2.toFixed(12))]);
});

test('matrices of zeros and of one cell are no trouble', () => {
  expect(symmetricEigen([[0, 0], [0, 0]]).values).toEqual([0, 0]);
  expect(symmetricEigen([[-3]]).values).toEqual([-3]);
  expect(symmetricEigen([]).values).toEqual([]);
});

test('300 rows take seconds, not minutes', () => {
  const from = process.cpuUsage();
  const { values, vectors } = symmetricEigen(random(300, 1));
  const { user } = process.cpuUsage(from);
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(random(300, 1).reduce((sum, row, i) => sum + row[i], 0), 8);
  expect(dot(vectors[0], vectors[299])).toBeCloseTo(0, 10);
  expect(user / 1e6).toBeLessThan(10);
});
