import fc from 'fast-check';
import { mulberry32 } from '../../../../shared/sample/random';
import { infeasibility, objectiveAt, ProblemBuilder, type Problem } from '../../problem';
import { runs } from '../../random-book';
import { impossibleProblem, randomProblem } from '../fixtures/random-problem';
import { InteriorPoint } from './interior-point';

function built(make: (builder: ProblemBuilder) => void): Problem {
  const builder = new ProblemBuilder();
  make(builder);
  return builder.build();
}

function solved(problem: Problem): InteriorPoint {
  const method = new InteriorPoint(problem);
  expect(method.run()).toBe('converged');
  return method;
}

test('forms: weights meet their targets as far as what is sold pays for what is bought', () => {
  // ½(w₁ − 3)² + ½(w₂ − 3)² with w₁ = x, w₂ = y − z, x + y − z = 2: at 1 each, whose price is 2.
  const { x, duals } = solved(built((builder) => {
    const [first, second] = [builder.form([[builder.column(0, 9), 1]]), builder.form([[builder.column(0, 9, 0.1), 1], [builder.column(0, 9), -1]])];
    builder.curveForm(first, 1, 3);
    builder.curveForm(second, 1, 3);
    builder.row(2, 2, [[first, 1], [second, 1]]);
  }));
  expect(x[0]).toBeCloseTo(1.05, 4);
  expect(x[1] - x[2]).toBeCloseTo(0.95, 4);
  // One more to spend saves 3 − 1.05.
  expect(duals[0]).toBeCloseTo(-1.95, 3);
});

test('a curved row: least x + ½·4·(x + y − 1)² is where a unit of y takes all of it', () => {
  const { x, duals } = solved(built((builder) => builder.curvedRow(4, 1, [[builder.column(0, 2, 1), 1], [builder.column(0, 2, 0.4), 1]])));
  expect(x[0]).toBeCloseTo(0, 4);
  expect(x[1]).toBeCloseTo(0.9, 4);
  expect(duals[0]).toBeCloseTo(0.4, 4);
});

test('multipliers are what the optimum gains per unit of a row', () => {
  fc.assert(fc.property(randomProblem, ({ problem }) => {
    const method = solved(problem);
    const base = objectiveAt(problem, method.x);
    method.duals.forEach((dual, r) => {
      if (problem.rowCurvature[r] > 0 || problem.rowLower[r] === -Infinity) return;
      // A row that asks for less is never dearer, and saves no more than its price says (the optimum is convex in its rows).
      const step = 0.01;
      const loosened = solved({ ...problem, rowLower: problem.rowLower.map((least, k) => (k === r ? least - step : least)), rowUpper: problem.rowUpper });
      const saved = base - objectiveAt(problem, loosened.x);
      expect(saved).toBeGreaterThan(-1e-3);
      expect(saved).toBeLessThan(step * Math.max(0, dual) + 1e-3);
    });
  }), { ...runs(40), endOnFailure: true });
});

test('random problems converge to a point that meets its rows and that no other point beats', () => {
  fc.assert(fc.property(randomProblem, fc.nat(), ({ problem, inside }, seed) => {
    const { x } = solved(problem);
    expect(infeasibility(problem, x)).toBeLessThan(1e-6);
    const best = objectiveAt(problem, x);
    const random = mulberry32(seed);
    // The feasible set is convex, so every point between the two is in it.
    for (let k = 0; k < 5; k += 1) {
      const share = random();
      expect(objectiveAt(problem, x.map((value, j) => value + share * (inside[j] - value)))).toBeGreaterThan(best - 1e-4);
    }
    expect(objectiveAt(problem, inside)).toBeGreaterThan(best - 1e-4);
  }), { ...runs(200), endOnFailure: true });
});

test('rows that cannot be met end as infeasible', () => {
  fc.assert(fc.property(impossibleProblem, (problem) => {
    expect(new InteriorPoint(problem).run()).toBe('infeasible');
  }), { ...runs(200), endOnFailure: true });
});

test('two rows that clash with each other, and one with a bound of a column', () => {
  const clash = built((builder) => {
    const columns = [builder.column(0, 5, 1), builder.column(0, 5, 1)];
    builder.row(3, Infinity, columns.map((column) => [column, 1] as const));
    builder.row(-Infinity, 2, columns.map((column) => [column, 1] as const));
  });
  expect(new InteriorPoint(clash).run()).toBe('infeasible');
  expect(new InteriorPoint(built((builder) => { builder.row(6, 6, [[builder.column(0, 5), 1]]); })).run()).toBe('infeasible');
});

test('what has no end is not called converged', () => {
  expect(new InteriorPoint(built((builder) => { builder.column(0, Infinity, -1); })).run()).toBe('stalled');
});

test('a start near the answer leads to the same optimum, sooner', () => {
  let [cold, warm] = [0, 0];
  fc.assert(fc.property(randomProblem, fc.nat(), ({ problem }, seed) => {
    const first = solved(problem);
    const random = mulberry32(seed);
    const changed = { ...problem, cost: problem.cost.map((each) => each + 0.02 * (random() - 0.5)) };
    const afresh = solved(changed);
    const resumed = new InteriorPoint(changed);
    expect(resumed.run({ x: first.x.slice(), duals: first.duals })).toBe('converged');
    expect(objectiveAt(changed, resumed.x)).toBeCloseTo(objectiveAt(changed, afresh.x), 3);
    cold += afresh.iterations;
    warm += resumed.iterations;
  }), { ...runs(150), endOnFailure: true });
  expect(warm).toBeLessThan(cold);
});
