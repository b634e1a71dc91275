import fc from 'fast-check';
import { mulberry32 } from '../../../../shared/sample/random';
import { objectiveAt, ProblemBuilder, type Problem } from '../../problem';
import { runs } from '../../random-book';
import { impossibleProblem, randomProblem } from '../fixtures/random-problem';
import { boxBound, provesInfeasible } from './box-bound';
import { InteriorPoint } from './interior-point';

const numbers = (length: number, make: () => number): Float64Array => Float64Array.from({ length }, make);

/** Any multipliers: many zero, some large. */
function anyDuals(problem: Problem, seed: number): Float64Array {
  const random = mulberry32(seed);
  return numbers(problem.rowLower.length, () => (random() < 0.3 ? 0 : (random() - 0.5) * 10 ** (3 * random() - 1)));
}

test('no multipliers, made linear at any point, give more than a point that meets all rows costs', () => {
  fc.assert(fc.property(randomProblem, fc.nat(), ({ problem, inside }, seed) => {
    const random = mulberry32(seed + 1);
    const at = problem.lower.map((least, j) => least + random() * (problem.upper[j] - least));
    const cost = objectiveAt(problem, inside);
    expect(boxBound(problem, at, anyDuals(problem, seed))).toBeLessThanOrEqual(cost + 1e-9 * Math.max(1, Math.abs(cost)));
  }), runs(500));
});

test('the optimum with its multipliers proves itself', () => {
  fc.assert(fc.property(randomProblem, ({ problem }) => {
    const method = new InteriorPoint(problem);
    expect(method.run()).toBe('converged');
    expect(objectiveAt(problem, method.x) - boxBound(problem, method.x, method.duals)).toBeLessThan(1e-3);
  }), { ...runs(200), endOnFailure: true });
});

test('a bound known on paper: least x + y with 2x + y ≥ 2 in boxes of one', () => {
  const builder = new ProblemBuilder();
  builder.row(2, Infinity, [[builder.column(0, 1, 1), 2], [builder.column(0, 1, 1), 1]]);
  const bound = (dual: number): number => boxBound(builder.build(), new Float64Array(2), Float64Array.of(dual));
  expect(bound(0)).toBe(0);
  expect(bound(0.5)).toBe(1);
  expect(bound(1)).toBe(1);
  expect(bound(2)).toBe(0);
  // A row that asks for no most has no price from that side.
  expect(bound(-3)).toBe(0);
});

test('a slope along a column without end bounds nothing', () => {
  const builder = new ProblemBuilder();
  builder.column(0, Infinity, -1);
  expect(boxBound(builder.build(), new Float64Array(1), new Float64Array(0))).toBe(-Infinity);
});

test('no multipliers prove that rows clash which a point meets', () => {
  fc.assert(fc.property(randomProblem, fc.nat(), ({ problem }, seed) => {
    expect(provesInfeasible(problem, anyDuals(problem, seed))).toBe(false);
  }), runs(500));
});

test('what no point of the boxes meets is proved by a price on that row alone, and by nothing else', () => {
  fc.assert(fc.property(impossibleProblem, (problem) => {
    const last = problem.rowLower.length - 1;
    expect(provesInfeasible(problem, problem.rowLower.map((_, r) => Number(r === last)))).toBe(true);
    expect(provesInfeasible(problem, problem.rowLower.map((_, r) => -Number(r === last)))).toBe(false);
    expect(provesInfeasible(problem, new Float64Array(last + 1))).toBe(false);
  }), runs(100));
});
