import { isLinear, madeUpSnapshot, problemsOf, withoutRisk, type Asked } from '../../bench/account-problems';
import { sizes } from '../../bench/sizes';
import { infeasibility } from '../../server/optimizer/problem';
import { createHighs } from '../../server/optimizer/solvers/highs';
import { createJavascriptLp } from '../../server/optimizer/solvers/javascript-lp';
import { createNative } from '../../server/optimizer/solvers/native';
import type { Solver } from '../../server/optimizer/solvers/solver';

/** The problems that search really asks for, on accounts nobody made for a solver. */
const limits = { time: 20 };
const seeds = Array.from({ length: 10 }, (_, seed) => seed);
/** Basis points of account value, the unit of every objective here. */
const sameValue = 0.01;
/** Of the first problems of an account, in which the root and every tier are, and of the last, deep in its branches. */
const firstAndLast = (asked: readonly Asked[]): readonly Asked[] => (asked.length <= 24 ? asked : [...asked.slice(0, 12), ...asked.slice(-12)]);

let highs: Solver;
let native: Solver & { readonly fallbacks: number };
const library = createJavascriptLp();
beforeAll(async () => {
  highs = await createHighs();
  native = createNative(await createHighs());
});
afterAll(() => library.end());

test.each(['S', 'M'] as const)('%s: native answers what search asks as highs does, and its bound is below', (size) => {
  let compared = 0;
  const asked = seeds.flatMap((seed) => firstAndLast(problemsOf(madeUpSnapshot(sizes[size], seed), native)));
  for (const { problem, near } of asked) {
    const [ours, theirs] = [native.solve(problem, limits, near), highs.solve(problem, limits)];
    expect(ours.status).toBe(theirs.status);
    if (ours.status !== 'optimal' || theirs.status !== 'optimal') continue;
    compared += 1;
    expect(Math.abs(ours.objective - theirs.objective)).toBeLessThan(sameValue);
    expect(infeasibility(problem, ours.x)).toBeLessThan(1e-6);
    expect(ours.objective - ours.bound).toBeLessThan(sameValue);
    // The answer of highs is a plan as good as any: no bound may be above it.
    expect(ours.bound).toBeLessThanOrEqual(theirs.objective + 1e-6);
  }
  expect(compared).toBeGreaterThan(40);
  // None when this was written; one in a hundred would be a fault to look into.
  expect(native.fallbacks).toBeLessThanOrEqual(asked.length / 100);
});

test.each(['S', 'M'] as const)('%s: without risk, and where only misses count, three solvers agree', (size) => {
  const problems = seeds.flatMap((seed) => {
    const asked = problemsOf(madeUpSnapshot(sizes[size], seed), native).map(({ problem }) => problem);
    return [withoutRisk(asked[0]), withoutRisk(asked.at(-1)!), ...asked.filter(isLinear).slice(0, 2)];
  });
  for (const problem of problems) {
    const [ours, theirs, its] = [native, highs, library].map((solver) => solver.solve(problem, limits));
    expect([ours.status, its.status]).toEqual([theirs.status, theirs.status]);
    if (ours.status !== 'optimal' || theirs.status !== 'optimal' || its.status !== 'optimal') continue;
    expect(Math.abs(ours.objective - theirs.objective)).toBeLessThan(1e-4);
    expect(Math.abs(its.objective - theirs.objective)).toBeLessThan(1e-4);
  }
  expect(problems.length).toBeGreaterThanOrEqual(2 * seeds.length);
});
