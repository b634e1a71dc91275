import { beforeAll, describe, expect, test } from '@jest/globals';
import { infeasibility, objectiveAt, ProblemBuilder, type Problem } from '../../server/optimizer/problem';
import type { Solution, Solver } from '../../server/optimizer/solvers/solver';

const limits = { time: 20 };
type Found = Extract<Solution, { status: 'optimal' }>;

/** Builds a problem in a few lines. */
function problem(make: (builder: ProblemBuilder) => void): Problem {
  const builder = new ProblemBuilder();
  make(builder);
  return builder.build();
}

/** Least ½Σ(x − goal)² with Σx = total and 0 ≤ x ≤ most: projection onto a box and a plane. */
function projection(goals: readonly number[], total: number, most: number): Problem {
  return problem((builder) => {
    const columns = goals.map((goal) => builder.column(0, most, -goal, 1));
    builder.offset = goals.reduce((sum, goal) => sum + goal ** 2 / 2, 0);
    builder.row(total, total, columns.map((column) => [column, 1] as const));
  });
}

/** The same by bisection on the plane's multiplier: x = clamp(goal − λ). */
function projected(goals: readonly number[], total: number, most: number): number[] {
  const at = (shift: number): number[] => goals.map((goal) => Math.min(most, Math.max(0, goal - shift)));
  let [low, high] = [-100, 100];
  for (let k = 0; k < 200; k += 1) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((sum, x) => sum + x, 0) > total) low = middle;
    else high = middle;
  }
  return at(low);
}

/** What every solver of the convex problem must do, whatever its method. */
export function solverContract(name: string, create: () => Promise<Solver>): void {
  describe(`${name} keeps the contract of a solver`, () => {
    let solver: Solver;
    beforeAll(async () => { solver = await create(); });

    /** The answer, checked to be feasible and to be worth and bounded as it says. */
    function found(of: Problem, tolerance = 1e-6): Found {
      const solution = solver.solve(of, limits);
      if (solution.status !== 'optimal') throw new Error(`${name} says ${solution.status}`);
      expect(infeasibility(of, solution.x)).toBeLessThan(tolerance);
      expect(solution.objective).toBeCloseTo(objectiveAt(of, solution.x), 9);
      expect(solution.bound).toBeLessThanOrEqual(solution.objective + tolerance);
      return solution;
    }

    test('a linear problem', () => {
      // Largest 3x + 2y with x + y ≤ 4, x + 3y ≤ 6, x ≤ 3: at (3, 1), 11.
      const { x, objective, bound } = found(problem((builder) => {
        builder.column(0, 3, -3);
        builder.column(0, Infinity, -2);
        builder.row(-Infinity, 4, [[0, 1], [1, 1]]);
        builder.row(-Infinity, 6, [[0, 1], [1, 3]]);
      }));
      expect([...x].map((value) => Number(value.toFixed(6)))).toEqual([3, 1]);
      expect(objective).toBeCloseTo(-11, 6);
      expect(bound).toBeCloseTo(-11, 6);
    });

    test('a quadratic problem with its solution in the open', () => {
      const { x } = found(problem((builder) => {
        builder.column(-Infinity, Infinity, -4, 2);
        builder.column(-Infinity, Infinity, 3, 1);
      }));
      expect(x[0]).toBeCloseTo(2, 5);
      expect(x[1]).toBeCloseTo(-3, 5);
    });

    test.each([3, 40, 200])('a quadratic problem of %d columns against its bounds', (size) => {
      const goals = Array.from({ length: size }, (_, k) => ((k * 37) % 11) / 5 - 0.6);
      const { x } = found(projection(goals, size / 4, 1));
      projected(goals, size / 4, 1).forEach((value, k) => expect(x[k]).toBeCloseTo(value, 3));
    });

    test('a quadratic problem of 400 columns: as good as the best, and the bound says how good', () => {
      const goals = Array.from({ length: 400 }, (_, k) => ((k * 53) % 17) / 8 - 0.7);
      const of = projection(goals, 100, 1);
      const { objective, bound } = found(of);
      const best = objectiveAt(of, Float64Array.from(projected(goals, 100, 1)));
      expect(bound).toBeLessThanOrEqual(best + 1e-6);
      expect(objective - best).toBeLessThan(5e-3);
      expect(objective - bound).toBeLessThan(5e-3);
    });

    test('costs that are curved in some columns only', () => {
      // ½x² + |y| with x + y = 3: x pays 1 per unit at the margin, so x = 1, y = 2.
      const { x } = found(problem((builder) => {
        builder.column(0, Infinity, 0, 1);
        builder.column(0, Infinity, 1);
        builder.row(3, 3, [[0, 1], [1, 1]]);
      }));
      expect(x[0]).toBeCloseTo(1, 5);
      expect(x[1]).toBeCloseTo(2, 5);
    });

    test.each([0, 1])('what cannot be is infeasible, an answer and no error (curvature %d)', (curvature) => {
      const solution = solver.solve(problem((builder) => {
        builder.column(0, 1, 1, curvature);
        builder.column(0, 1, 1);
        builder.row(3, Infinity, [[0, 1], [1, 1]]);
      }), limits);
      expect(solution).toEqual({ status: 'infeasible' });
    });

    test('what has no end is unbounded', () => {
      const solution = solver.solve(problem((builder) => {
        builder.column(0, Infinity, -1);
        builder.row(-Infinity, 1, [[builder.column(0, Infinity), 1]]);
      }), limits);
      expect(solution).toEqual({ status: 'unbounded' });
    });

    test('many solutions, repeated rows and rows without entries do no harm', () => {
      const { objective } = found(problem((builder) => {
        const columns = Array.from({ length: 12 }, () => builder.column(0, 1, 1, 0));
        for (let k = 0; k < 6; k += 1) builder.row(4, 4, columns.map((column) => [column, 1] as const));
        builder.row(-Infinity, Infinity, []);
        builder.row(-1, 1, []);
      }));
      expect(objective).toBeCloseTo(4, 6);
    });

    test('degenerate curvature: equal columns share what they must', () => {
      const { objective } = found(projection(Array.from({ length: 30 }, () => 0), 15, 1));
      expect(objective).toBeCloseTo(30 * 0.125, 5);
    });

    test.each([1e-6, 2e-6, 1e-8])('a feasible set that is %d wide', (width) => {
      const { x } = found(problem((builder) => {
        const columns = [0.2, 0.5, 0.9].map((goal) => builder.column(0, 1, -goal, 1));
        builder.row(1, 1 + width, columns.map((column) => [column, 1] as const));
        builder.row(-Infinity, 0.3 + width, [[0, 1], [1, 1]]);
        builder.row(0.3, Infinity, [[0, 1], [1, 1]]);
      }));
      expect(x[0] + x[1]).toBeCloseTo(0.3, 5);
      expect(x[2]).toBeCloseTo(0.7, 5);
    });

    test('columns that are fixed stay where they are', () => {
      const { x } = found(problem((builder) => {
        builder.column(0.25, 0.25, -5, 1);
        builder.column(0, 1, 1, 1);
        builder.row(0.5, Infinity, [[0, 1], [1, 1]]);
      }));
      expect([x[0], x[1]].map((value) => Number(value.toFixed(5)))).toEqual([0.25, 0.25]);
    });

    test('the same problem has the same answer to the last bit, whatever was solved between', () => {
      const of = projection(Array.from({ length: 60 }, (_, k) => Math.sin(k)), 9, 1);
      const first = found(of).x;
      solver.solve(projection([3, 1, 2], 2, 1), limits);
      solver.solve(problem((builder) => { builder.column(2, 1); }), limits);
      expect([...found(of).x]).toEqual([...first]);
    });

    test('no time is no answer', () => {
      const of = projection(Array.from({ length: 900 }, (_, k) => Math.sin(k)), 90, 1);
      expect(['time-limit', 'failed', 'optimal']).toContain(solver.solve(of, { time: 0.001 }).status);
      expect(found(projection([1, 2], 1, 1)).status).toBe('optimal');
    });

    test('the problem is only read', () => {
      const of = projection([0.3, 0.9, 1.4], 1, 1);
      const before = JSON.stringify(of);
      found(of);
      expect(JSON.stringify(of)).toBe(before);
    });
  });
}
