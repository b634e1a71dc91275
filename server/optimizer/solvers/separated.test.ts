import fc from 'fast-check';
import { infeasibility, objectiveAt, ProblemBuilder, rowAt, withForms, type Problem } from '../problem';
import { runs } from '../random-book';
import { randomProblem } from './fixtures/random-problem';
import { separate, separatedOffset, withCurvedDuals, type Separated } from './separated';

/** The point with what separating adds to it: the forms, then how far each curved row is from its center. */
function pointOf(problem: Problem, x: Float64Array): Float64Array {
  const extended = withForms(problem, x);
  const curved = [...problem.rowCurvature.keys()].filter((r) => problem.rowCurvature[r] > 0);
  return Float64Array.from([...extended, ...curved.map((r) => rowAt(problem, r, extended) - problem.rowCenter[r])]);
}

function activity({ starts, indices, values }: Separated, r: number, x: Float64Array): number {
  let sum = 0;
  for (let e = starts[r]; e < starts[r + 1]; e += 1) sum += values[e] * x[indices[e]];
  return sum;
}

function missedBy(separated: Separated, x: Float64Array): number {
  const outside = (value: number, lower: number, upper: number): number => Math.max(0, lower - value, value - upper);
  return Math.max(
    ...x.map((value, j) => outside(value, separated.lower[j], separated.upper[j])),
    ...Array.from(separated.rowLower, (lower, r) => outside(activity(separated, r, x), lower, separated.rowUpper[r])),
  );
}

test('every point costs the same and misses its rows by the same, separated or not', () => {
  fc.assert(fc.property(randomProblem, fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 }), ({ problem, inside }, at) => {
    const separated = separate(problem);
    for (const x of [inside, Float64Array.from(problem.cost, (_, j) => at[j])]) {
      const point = pointOf(problem, x);
      expect(point.length).toBe(separated.cost.length);
      const costs = point.reduce((sum, value, j) => sum + separated.cost[j] * value + 0.5 * separated.quadratic[j] * value * value, separatedOffset(problem));
      expect(costs).toBeCloseTo(objectiveAt(problem, x), 9);
      expect(missedBy(separated, point)).toBeCloseTo(infeasibility(problem, x), 9);
    }
  }), runs(200));
});

test('a point whose added columns say other than the forms and curved rows is in no row', () => {
  fc.assert(fc.property(randomProblem, ({ problem, inside }) => {
    const separated = separate(problem);
    const point = pointOf(problem, inside);
    for (let j = inside.length; j < point.length; j += 1) {
      expect(missedBy(separated, point.map((value, k) => (k === j ? value + 0.5 : value)))).toBeGreaterThan(0.4);
    }
  }), runs(100));
});

test('the multiplier of a curved row is its slope at the point, others stay as they are', () => {
  const builder = new ProblemBuilder();
  const column = builder.column(0, 9);
  builder.row(0, 1, [[column, 1]]);
  builder.curvedRow(3, 2, [[column, 2]]);
  // ½·3·(2·4 − 2)²: raising the center by one saves 3·6.
  expect([...withCurvedDuals(builder.build(), Float64Array.of(4), Float64Array.of(7, 99))]).toEqual([7, -18]);
});
