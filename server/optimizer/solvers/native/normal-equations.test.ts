import fc from 'fast-check';
import { mulberry32, type Random } from '../../../../shared/sample/random';
import type { Problem } from '../../problem';
import { runs } from '../../random-book';
import { denseSolve, formFactors, rowFactors } from '../fixtures/dense';
import { randomProblem } from '../fixtures/random-problem';
import { NormalEquations } from './normal-equations';

/** H without what fixed columns have no say in. */
function hessian(problem: Problem, diagonal: Float64Array): number[][] {
  const forms = Array.from(problem.formCurvature, (_, i) => formFactors(problem, i));
  const curved = (i: number, j: number): number => forms.reduce((sum, factors, f) => sum + problem.formCurvature[f] * factors[i] * factors[j], 0);
  return Array.from(diagonal, (_, i) => Array.from(diagonal, (own, j) => curved(i, j) + (i === j ? own : 0)));
}

/** The Newton system in full: columns that are not fixed, then rows that are not idle. */
function denseNewton(problem: Problem, rows: Int32Array, diagonal: Float64Array, w: Float64Array, rx: Float64Array, rr: Float64Array): { dx: number[]; dl: number[] } {
  const free = [...diagonal.keys()].filter((j) => diagonal[j] < Infinity);
  const active = [...w.keys()].filter((k) => w[k] < Infinity);
  const h = hessian(problem, diagonal);
  const a = active.map((k) => rowFactors(problem, rows[k]));
  const matrix = [
    ...free.map((i) => [...free.map((j) => h[i][j]), ...a.map((row) => -row[i])]),
    ...a.map((row, k) => [...free.map((j) => row[j]), ...a.map((_, m) => (m === k ? w[active[k]] : 0))]),
  ];
  const solution = denseSolve(matrix, [...free.map((j) => rx[j]), ...active.map((k) => rr[k])]);
  const dx = new Array<number>(diagonal.length).fill(0);
  const dl = new Array<number>(w.length).fill(0);
  free.forEach((j, place) => { dx[j] = solution[place]; });
  active.forEach((k, place) => { dl[k] = solution[free.length + place]; });
  return { dx, dl };
}

const numbers = (length: number, make: () => number): Float64Array => Float64Array.from({ length }, make);

/** Diagonals as an interior point has them: fixed columns, idle rows, rows that are nearly equalities. */
function randomDiagonals(columns: number, rows: number, random: Random): { diagonal: Float64Array; w: Float64Array } {
  return {
    diagonal: numbers(columns, () => (random() < 0.15 ? Infinity : 0.1 + 10 * random() ** 4)),
    w: numbers(rows, () => (random() < 0.1 ? Infinity : 1e-3 + 5 * random() ** 3)),
  };
}

test('blocks, local rows and the dense rest solve the Newton system that elimination solves at once', () => {
  fc.assert(fc.property(randomProblem, fc.nat(), ({ problem }, seed) => {
    const random = mulberry32(seed);
    const equations = new NormalEquations(problem);
    const { structure: { rows }, size } = equations;
    const columns = problem.cost.length;
    const [dx, dl] = [new Float64Array(columns), new Float64Array(size)];
    // Twice: what the first factors leave behind must not matter.
    for (let round = 0; round < 2; round += 1) {
      const { diagonal, w } = randomDiagonals(columns, size, random);
      const [rx, rr] = [numbers(columns, () => random() - 0.5), numbers(size, () => random() - 0.5)];
      equations.factor(diagonal, w);
      equations.solve(rx, rr, dx, dl);
      const expected = denseNewton(problem, rows, diagonal, w, rx, rr);
      expected.dx.forEach((value, j) => expect(Math.abs(dx[j] - value)).toBeLessThan(1e-6 * (1 + Math.abs(value))));
      expected.dl.forEach((value, k) => expect(Math.abs(dl[k] - value)).toBeLessThan(1e-6 * (1 + Math.abs(value))));
    }
  }), runs(400));
});

test('A x and Aᵀ λ are those of the matrix with its forms spread out', () => {
  fc.assert(fc.property(randomProblem, fc.nat(), ({ problem }, seed) => {
    const random = mulberry32(seed);
    const equations = new NormalEquations(problem);
    const columns = problem.cost.length;
    const [x, lambda] = [numbers(columns, random), numbers(equations.size, random)];
    const matrix = Array.from(equations.structure.rows, (r) => rowFactors(problem, r));
    const [activities, slopes] = [new Float64Array(equations.size), new Float64Array(columns)];
    equations.rowsTimes(x, activities);
    equations.transposeTimes(lambda, slopes);
    matrix.forEach((row, k) => expect(activities[k]).toBeCloseTo(row.reduce((sum, factor, j) => sum + factor * x[j], 0), 9));
    slopes.forEach((slope, j) => expect(slope).toBeCloseTo(matrix.reduce((sum, row, k) => sum + row[j] * lambda[k], 0), 9));
  }), runs(100));
});
