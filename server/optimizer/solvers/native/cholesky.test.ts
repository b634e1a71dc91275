import fc from 'fast-check';
import { mulberry32 } from '../../../../shared/sample/random';
import { runs } from '../../random-book';
import { denseSolve } from '../fixtures/dense';
import { factorize, solveFactored } from './cholesky';

/** `B Bᵀ` of a random `size` × `rank` matrix, plus `ridge` on the diagonal. */
function gram(size: number, rank: number, ridge: number, seed: number): number[][] {
  const random = mulberry32(seed);
  const factor = Array.from({ length: size }, () => Array.from({ length: rank }, () => 2 * random() - 1));
  return factor.map((a, i) => factor.map((b, j) => a.reduce((sum, value, k) => sum + value * b[k], i === j ? ridge : 0)));
}

function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  // What is above the diagonal is not read.
  const flat = Float64Array.from(matrix.flatMap((row, i) => row.map((value, j) => (j > i ? NaN : value))));
  factorize(flat, matrix.length);
  const x = Float64Array.from(right);
  solveFactored(flat, matrix.length, x);
  return [...x];
}

const times = (matrix: readonly (readonly number[])[], x: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, k) => sum + value * x[k], 0));

const farthest = (a: readonly number[], b: readonly number[]): number => Math.max(...a.map((value, k) => Math.abs(value - b[k])));

const shape = fc.record({ size: fc.integer({ min: 1, max: 13 }), seed: fc.nat() });

test('a positive definite system has the solution that elimination finds', () => {
  fc.assert(fc.property(shape, ({ size, seed }) => {
    const matrix = gram(size, size, 0.5, seed);
    const right = Array.from({ length: size }, (_, k) => Math.cos(seed + k));
    expect(farthest(solved(matrix, right), denseSolve(matrix, right))).toBeLessThan(1e-9);
  }), runs(200));
});

test('a singular matrix still solves what can be solved', () => {
  fc.assert(fc.property(shape, fc.integer({ min: 1, max: 4 }), ({ size, seed }, rank) => {
    const matrix = gram(size, rank, 0, seed);
    const right = times(matrix, Array.from({ length: size }, (_, k) => Math.sin(seed + 2 * k)));
    expect(farthest(times(matrix, solved(matrix, right)), right)).toBeLessThan(1e-5);
  }), runs(200));
});

test('a row said twice: the second is left at zero and the first carries all', () => {
  expect(solved([[4, 4, 0], [4, 4, 0], [0, 0, 4]], [8, 8, 12])).toEqual([2, 0, 3]);
});

test('a pivot without end fixes its unknown at zero and leaves the others alone', () => {
  expect(solved([[Infinity, 0], [5, 4]], [3, 8])).toEqual([0, 2]);
});

test('a pivot that is rounding alone is none', () => {
  const rows = [[2 / 3, 0.9], [0.4, 0.7], [2 / 3 + 0.4, 0.9 + 0.7]];
  const matrix = rows.map((a) => rows.map((b) => a[0] * b[0] + a[1] * b[1]));
  // The third row is the sum of the others; what rounding leaves of its pivot, 4e-16, would make noise a large unknown.
  const noisy = times(matrix, [1, 2, 0]).map((value, k) => value + (k === 2 ? 1e-9 : 0));
  expect(farthest(solved(matrix, noisy), [1, 2, 0])).toBeLessThan(1e-6);
});
