import { expect } from '@jest/globals';
import { ProblemBuilder, type Problem } from '../../server/optimizer/problem';
import type { Solution, Start } from '../../server/optimizer/solvers/solver';

type Check = (title: string, run: () => void) => void;
export type Found = Extract<Solution, { status: 'optimal' }>;

/** Builds a problem in a few lines. */
export function problem(make: (builder: ProblemBuilder) => void): Problem {
  const builder = new ProblemBuilder();
  make(builder);
  return builder.build();
}

interface Side {
  readonly most: number;
  readonly cost: number;
  readonly curvature?: number;
}

/** A security: its weight is what is bought less what is sold, `b − s`. */
function security(builder: ProblemBuilder, sell: Side, buy: Side): { s: number; b: number; weight: number } {
  const s = builder.column(0, sell.most, sell.cost, sell.curvature ?? 0);
  const b = builder.column(0, buy.most, buy.cost, buy.curvature ?? 0);
  return { s, b, weight: builder.form([[s, -1], [b, 1]]) };
}

/** Many securities that are each worth ½4(weight − goal)² and share one row that is free, so that each one's best is known. */
function manySecurities(goals: readonly number[], shift = 0): Problem {
  return problem((builder) => {
    const weights = goals.map((goal) => {
      const { s, b, weight } = security(builder, { most: 1, cost: 1 }, { most: 2, cost: 0.5 });
      builder.curveForm(weight, 4, goal + shift);
      builder.row(-Infinity, 1, [[s, 1], [b, 0.5]]);
      return weight;
    });
    builder.row(-1000, 1000, weights.map((weight) => [weight, 1] as const));
  });
}

/** The best weight of each: bought at 0.5 or sold at 1 until the margin is paid, never both. */
const bestWeights = (goals: readonly number[], shift = 0): number[] =>
  goals.map((goal) => Math.max(0, Math.min(2, goal + shift - 0.125)) - Math.max(0, Math.min(1, -goal - shift - 0.25)));

/** The kinds of rows and costs that an account's problem is made of, each with its answer worked out by hand. */
export function structuredCases(
  check: Check,
  found: (of: Problem, near?: Start) => Found,
  statusOf: (of: Problem) => Solution['status'],
): void {
  curvedCases(check, found);
  linearCases(check, found);
  infeasibleCases(check, statusOf);
  warmStartCases(check, found);
}

function curvedCases(check: Check, found: (of: Problem) => Found): void {
  check('a curved form: the distance of a weight from its goal', () => {
    // Least ½b + 2(b − s − 3)²: b = 3 − 1/8, and nothing is sold.
    const { x } = found(problem((builder) => builder.curveForm(security(builder, { most: 1, cost: 1 }, { most: 5, cost: 0.5 }).weight, 4, 3)));
    expect(x[0]).toBeCloseTo(0, 5);
    expect(x[1]).toBeCloseTo(2.875, 5);
  });

  check('a curved row over forms: common risk', () => {
    // Least b₁ + (b₁ − b₂ − 1)²: b₁ = ½, b₂ = 0.
    const { x, objective } = found(problem((builder) => {
      const [one, two] = [1, 0].map((cost) => security(builder, { most: 0, cost: 0 }, { most: 1, cost }).weight);
      builder.curvedRow(2, 1, [[one, 1], [two, -1]]);
    }));
    expect(x[1]).toBeCloseTo(0.5, 5);
    expect(x[3]).toBeCloseTo(0, 5);
    expect(objective).toBeCloseTo(0.75, 5);
  });

  check('a row of one security alone: sold and bought share a window', () => {
    // Least ½s² − 1.5s − 2b with s/2 + b ≤ 1: its price is 2, so s = ½ and b = ¾.
    const { x } = found(problem((builder) => {
      const { s, b } = security(builder, { most: 2, cost: -1.5, curvature: 1 }, { most: 1, cost: -2 });
      builder.row(-Infinity, 1, [[s, 0.5], [b, 1]]);
    }));
    expect(x[0]).toBeCloseTo(0.5, 4);
    expect(x[1]).toBeCloseTo(0.75, 4);
  });

  check('eighty securities, each with a row of its own', () => {
    const goals = Array.from({ length: 80 }, (_, k) => ((k * 29) % 23) / 10 - 1);
    const { x } = found(manySecurities(goals));
    bestWeights(goals).forEach((best, k) => expect(x[2 * k + 1] - x[2 * k]).toBeCloseTo(best, 4));
  });

  check('a total that is held to its least, with a hair of room', () => {
    // The miss is ¾ at least and ¾ + 2e-5 at most, so x may leave ¼ by no more than that.
    const { x } = found(problem((builder) => {
      const column = builder.column(0, 0.25, -0.1, 1);
      const miss = builder.column(0, Infinity);
      builder.row(1, Infinity, [[column, 1], [miss, 1]]);
      builder.row(-Infinity, 0.75 + 2e-5, [[miss, 1]]);
    }));
    expect(x[0]).toBeCloseTo(0.25 - 2e-5, 6);
  });

  check('a security that may not be traded', () => {
    const { x } = found(problem((builder) => {
      const held = security(builder, { most: 0, cost: 1 }, { most: 0, cost: 1 }).weight;
      const free = security(builder, { most: 1, cost: 1 }, { most: 1, cost: 0 }).weight;
      builder.curveForm(held, 3, 1);
      builder.curveForm(free, 3, 0.5);
      builder.row(0, 0.25, [[held, 1], [free, 1]]);
    }));
    expect([...x].map((value) => Number(value.toFixed(5)))).toEqual([0, 0, 0, 0.25]);
  });
}

function linearCases(check: Check, found: (of: Problem) => Found): void {
  check('a linear problem whose rows speak of forms', () => {
    // Cheapest purchases with weights that sum to 1 and the first at most 0.3: 0.3 at 1 and 0.7 at 2.
    const { x, objective } = found(problem((builder) => {
      const [one, two] = [1, 2].map((cost) => security(builder, { most: 1, cost: 5 }, { most: 1, cost }).weight);
      builder.row(1, 1, [[one, 1], [two, 1]]);
      builder.row(-0.5, 0.3, [[one, 1]]);
    }));
    expect([...x].map((value) => Number(value.toFixed(5)))).toEqual([0, 0.3, 0, 0.7]);
    expect(objective).toBeCloseTo(1.7, 5);
  });

  check('a linear problem with columns that may be negative, some without end', () => {
    // Least x + y + 1.5z with −2 ≤ x ≤ 1, y ≤ 3, z ≥ y − 4 and y + z ≥ −1: on the last the cost is −1 + z/2, and z ≥ −2.5.
    const { x, objective } = found(problem((builder) => {
      builder.column(-2, 1, 1);
      builder.column(-Infinity, 3, 1);
      builder.column(-Infinity, Infinity, 1.5);
      builder.row(-4, Infinity, [[2, 1], [1, -1]]);
      builder.row(-1, Infinity, [[1, 1], [2, 1]]);
    }));
    expect([...x].map((value) => Number(value.toFixed(5)))).toEqual([-2, 1.5, -2.5]);
    expect(objective).toBeCloseTo(-4.25, 5);
  });

  check('a linear problem with the least that must be missed', () => {
    const { objective } = found(problem((builder) => {
      const { b, weight } = security(builder, { most: 0, cost: 0 }, { most: 0.25, cost: 0 });
      const miss = builder.column(0, Infinity, 1);
      builder.row(1, Infinity, [[weight, 1], [miss, 1]]);
      builder.row(-Infinity, 0.2, [[b, 1]]);
    }));
    expect(objective).toBeCloseTo(0.8, 5);
  });
}

function infeasibleCases(check: Check, statusOf: (of: Problem) => Solution['status']): void {
  /** Two curved securities whose sum must be at least `least` and at most `most`. */
  const between = (least: number, most: number, curvature: number): Problem => problem((builder) => {
    const weights = [0.2, 0.9].map((goal) => {
      const { weight } = security(builder, { most: 1, cost: 1 }, { most: 1, cost: 1 });
      builder.curveForm(weight, curvature, goal);
      return weight;
    });
    builder.row(least, Infinity, weights.map((weight) => [weight, 1] as const));
    builder.row(-Infinity, most, weights.map((weight) => [weight, 1] as const));
  });
  for (const curvature of [0, 2]) {
    check(`forms that cannot reach what a row asks are infeasible (curvature ${curvature})`, () => expect(statusOf(between(2.1, 5, curvature))).toBe('infeasible'));
    check(`rows that contradict each other by a thousandth are infeasible (curvature ${curvature})`, () => expect(statusOf(between(1, 0.999, curvature))).toBe('infeasible'));
  }
}

function warmStartCases(check: Check, found: (of: Problem, near?: Start) => Found): void {
  const goals = Array.from({ length: 40 }, (_, k) => ((k * 13) % 17) / 8 - 1);

  check('a start at the answer of a problem nearby changes no answer', () => {
    const start = found(manySecurities(goals));
    for (const shift of [1e-3, 0.1, -0.7]) {
      const [cold, warm] = [found(manySecurities(goals, shift)), found(manySecurities(goals, shift), start)];
      expect(warm.objective).toBeCloseTo(cold.objective, 4);
      bestWeights(goals, shift).forEach((best, k) => expect(warm.x[2 * k + 1] - warm.x[2 * k]).toBeCloseTo(best, 3));
    }
  });

  check('a start that is far off changes no answer', () => {
    const of = manySecurities(goals);
    const start = { x: new Float64Array(of.cost.length).fill(50), duals: new Float64Array(of.rowLower.length).fill(-1e4) };
    expect(found(of, start).objective).toBeCloseTo(found(of).objective, 4);
  });
}
