import { beforeAll, describe, expect, test } from '@jest/globals';
import { infeasibility, objectiveAt, type Problem } from '../../server/optimizer/problem';
import type { Solver, Start } from '../../server/optimizer/solvers/solver';
import { problem, structuredCases, type Found } from './structured-problems';

const limits = { time: 20 };

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

/**
 * What every solver of the convex problem must do, whatever its method. `skips` names the cases that a solver is not made
 * for, each with its reason.
 */
export function solverContract(name: string, create: () => Promise<Solver>, skips: Readonly<Record<string, string>> = {}): void {
  describe(`${name} keeps the contract of a solver`, () => {
    let solver: Solver;
    beforeAll(async () => { solver = await create(); });

    const cases = new Set<string>();
    const check = (title: string, run: () => void): void => {
      cases.add(title);
      if (title in skips) test.skip(`${title}: ${skips[title]}`, run);
      else test(title, run);
    };

    /** The answer, checked to be feasible and to be worth and bounded as it says. */
    function found(of: Problem, near?: Start): Found {
      const tolerance = 1e-6;
      const solution = solver.solve(of, limits, near);
      if (solution.status !== 'optimal') throw new Error(`${name} says ${solution.status}`);
      expect(infeasibility(of, solution.x)).toBeLessThan(tolerance);
      expect(solution.objective).toBeCloseTo(objectiveAt(of, solution.x), 9);
      expect(solution.bound).toBeLessThanOrEqual(solution.objective + tolerance);
      return solution;
    }

    check('a linear problem', () => {
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

    check('a quadratic problem with its solution in the open', () => {
      const { x } = found(problem((builder) => {
        builder.column(-Infinity, Infinity, -4, 2);
        builder.column(-Infinity, Infinity, 3, 1);
      }));
      expect(x[0]).toBeCloseTo(2, 5);
      expect(x[1]).toBeCloseTo(-3, 5);
    });

    for (const size of [3, 40, 200]) {
      check(`a quadratic problem of ${size} columns against its bounds`, () => {
        const goals = Array.from({ length: size }, (_, k) => ((k * 37) % 11) / 5 - 0.6);
        const { x } = found(projection(goals, size / 4, 1));
        projected(goals, size / 4, 1).forEach((value, k) => expect(x[k]).toBeCloseTo(value, 3));
      });
    }

    check('a quadratic problem of 400 columns: as good as the best, and the bound says how good', () => {
      const goals = Array.from({ length: 400 }, (_, k) => ((k * 53) % 17) / 8 - 0.7);
      const of = projection(goals, 100, 1);
      const { objective, bound } = found(of);
      const best = objectiveAt(of, Float64Array.from(projected(goals, 100, 1)));
      expect(bound).toBeLessThanOrEqual(best + 1e-6);
      expect(objective - best).toBeLessThan(5e-3);
      expect(objective - bound).toBeLessThan(5e-3);
    });

    check('costs that are curved in some columns only', () => {
      // ½x² + |y| with x + y = 3: x pays 1 per unit at the margin, so x = 1, y = 2.
      const { x } = found(problem((builder) => {
        builder.column(0, Infinity, 0, 1);
        builder.column(0, Infinity, 1);
        builder.row(3, 3, [[0, 1], [1, 1]]);
      }));
      expect(x[0]).toBeCloseTo(1, 5);
      expect(x[1]).toBeCloseTo(2, 5);
    });

    for (const curvature of [0, 1]) {
      check(`what cannot be is infeasible, an answer and no error (curvature ${curvature})`, () => {
        const solution = solver.solve(problem((builder) => {
          builder.column(0, 1, 1, curvature);
          builder.column(0, 1, 1);
          builder.row(3, Infinity, [[0, 1], [1, 1]]);
        }), limits);
        expect(solution).toEqual({ status: 'infeasible' });
      });
    }

    check('what has no end is unbounded', () => {
      const solution = solver.solve(problem((builder) => {
        builder.column(0, Infinity, -1);
        builder.row(-Infinity, 1, [[builder.column(0, Infinity), 1]]);
      }), limits);
      expect(solution).toEqual({ status: 'unbounded' });
    });

    check('many solutions, repeated rows and rows without entries do no harm', () => {
      const { objective } = found(problem((builder) => {
        const columns = Array.from({ length: 12 }, () => builder.column(0, 1, 1, 0));
        for (let k = 0; k < 6; k += 1) builder.row(4, 4, columns.map((column) => [column, 1] as const));
        builder.row(-Infinity, Infinity, []);
        builder.row(-1, 1, []);
      }));
      expect(objective).toBeCloseTo(4, 6);
    });

    check('degenerate curvature: equal columns share what they must', () => {
      const { objective } = found(projection(Array.from({ length: 30 }, () => 0), 15, 1));
      expect(objective).toBeCloseTo(30 * 0.125, 5);
    });

    for (const width of [1e-6, 2e-6, 1e-8]) {
      check(`a feasible set that is ${width} wide`, () => {
        const { x } = found(problem((builder) => {
          const columns = [0.2, 0.5, 0.9].map((goal) => builder.column(0, 1, -goal, 1));
          builder.row(1, 1 + width, columns.map((column) => [column, 1] as const));
          builder.row(-Infinity, 0.3 + width, [[0, 1], [1, 1]]);
          builder.row(0.3, Infinity, [[0, 1], [1, 1]]);
        }));
        expect(x[0] + x[1]).toBeCloseTo(0.3, 5);
        expect(x[2]).toBeCloseTo(0.7, 5);
      });
    }

    check('columns that are fixed stay where they are', () => {
      const { x } = found(problem((builder) => {
        builder.column(0.25, 0.25, -5, 1);
        builder.column(0, 1, 1, 1);
        builder.row(0.5, Infinity, [[0, 1], [1, 1]]);
      }));
      expect([x[0], x[1]].map((value) => Number(value.toFixed(5)))).toEqual([0.25, 0.25]);
    });

    check('the same problem has the same answer to the last bit, whatever was solved between', () => {
      const of = projection(Array.from({ length: 60 }, (_, k) => Math.sin(k)), 9, 1);
      const first = found(of).x;
      solver.solve(projection([3, 1, 2], 2, 1), limits);
      solver.solve(problem((builder) => { builder.column(2, 1); }), limits);
      expect([...found(of).x]).toEqual([...first]);
    });

    check('no time is no answer', () => {
      const of = projection(Array.from({ length: 900 }, (_, k) => Math.sin(k)), 90, 1);
      expect(['time-limit', 'failed', 'optimal']).toContain(solver.solve(of, { time: 0.001 }).status);
      expect(found(projection([1, 2], 1, 1)).status).toBe('optimal');
    });

    check('the problem is only read', () => {
      const of = projection([0.3, 0.9, 1.4], 1, 1);
      const before = JSON.stringify(of);
      found(of);
      expect(JSON.stringify(of)).toBe(before);
    });

    structuredCases(check, found, (of) => solver.solve(of, limits).status);

    test('every skip names a case', () => expect(Object.keys(skips).filter((title) => !cases.has(title))).toEqual([]));
  });
}
