import fc from 'fast-check';
import { mulberry32, pick } from '../../shared/sample/random';
import { certify } from './certificate';
import { lot, sixtyForty, snapshotOf } from './examples';
import { combinations, discreteAccount, mayStand, objectiveOf, planOf, treatments } from './fixtures/discrete-plans';
import { elasticTiers, formulateAll, regimesOf, type Formulation } from './formulation';
import { missedRows, totalMissed } from './missed';
import { isSolved, solveNode, trunk } from './node';
import { noTrade, type Plan } from './plan';
import { runs } from './random-book';
import { rowsOf } from './rows';
import { nothingYields, type Row } from './rows/row';
import { search } from './search';
import type { AccountSnapshot } from './snapshot';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const limits = { time: 5 };
/** Basis points: what the solver's tolerance and sums of cents may make. */
const tolerance = 1e-4;

/** Multipliers of any size and sign, as no solver would give them. */
function anyDuals({ problem }: Formulation, seed: number): Float64Array {
  const random = mulberry32(seed);
  const size = 10 ** (3 * random() - 1);
  return problem.rowLower.map(() => (random() < 0.4 ? 0 : size * (2 * random() - 1)));
}

/** What nothing may undercut: for any multipliers, and for those of each regime's root. */
function boundsOf(snapshot: AccountSnapshot, rows: readonly Row[], seed: number): { bound: number; missed?: readonly number[] }[] {
  const regimes = regimesOf(snapshot);
  const formulation = formulateAll(snapshot, rows, regimes, nothingYields);
  const setting = { snapshot, regimes, solver, limits };
  const anyPrices = [0, 1, 2].map((k) => ({ bound: Math.min(...certify(setting, formulation, formulation.problem, anyDuals(formulation, seed + k)).bounds) }));
  const solved = regimes.flatMap((_, regime) => {
    const node = solveNode(setting, { ...formulation, regime }, trunk);
    return isSolved(node) ? [{ bound: Math.min(...node.bounds), missed: node.missed }] : [];
  });
  return [...anyPrices, ...solved];
}

/** The cheapest plan that may stand, of those that miss no more than a bound assumes. */
function cheapest(snapshot: AccountSnapshot, rows: readonly Row[], plans: readonly Plan[], missed?: readonly number[]): number {
  return Math.min(...plans.filter((plan) => {
    if (!missed) return true;
    const misses = missedRows(snapshot, rows, plan);
    return elasticTiers.every((tier, t) => totalMissed(misses, tier) <= missed[t] + 1e-7);
  }).map((plan) => objectiveOf(snapshot, rows, plan)));
}

function expectNoneBelow(snapshot: AccountSnapshot, rows: readonly Row[], plans: readonly Plan[], seed: number): void {
  const standing = plans.filter(mayStand(snapshot, rows));
  for (const { bound, missed } of boundsOf(snapshot, rows, seed)) {
    expect(bound).not.toBeNaN();
    expect(bound).toBeLessThanOrEqual(cheapest(snapshot, rows, standing, missed) + tolerance);
  }
}

const found = (snapshot: AccountSnapshot, rows: readonly Row[]): Plan[] => {
  const { best } = search(snapshot, rows, solver, limits) ?? {};
  return best ? [best.plan] : [];
};

test('tiny accounts: no combination of what can be done with each asset costs less than a bound', () => {
  fc.assert(fc.property(discreteAccount(5, 3), fc.nat(), (snapshot, seed) => {
    const rows = rowsOf(snapshot);
    expectNoneBelow(snapshot, rows, combinations(treatments(snapshot, found(snapshot, rows), 9)).map((chosen) => planOf(snapshot, chosen)), seed);
  }), { ...runs(15), endOnFailure: true });
});

test('larger accounts: no plan of many at random costs less than a bound', () => {
  fc.assert(fc.property(discreteAccount(20, 9), fc.nat(), (snapshot, seed) => {
    const rows = rowsOf(snapshot);
    const random = mulberry32(seed);
    const known = found(snapshot, rows);
    const ways = treatments(snapshot, known, 21);
    const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
    const plans = Array.from({ length: 100 }, () => planOf(snapshot, ways.map((each) => (random() < 0.5 ? each[0] : pick(random, each)))));
    expectNoneBelow(snapshot, rows, [stay, ...known, ...plans], seed);
  }), { ...runs(15), endOnFailure: true });
});

test('what a branch makes impossible costs more than anything, also in a wash-sale class', () => {
  const snapshot = snapshotOf(sixtyForty({ vti: { washClass: 'X' }, bnd: { washClass: 'X' } }));
  const formulation = formulateAll(snapshot, [], regimesOf(snapshot), nothingYields);
  const { problem, sell0, buy0 } = formulation;
  const lower = problem.lower.slice();
  // VTI both sold and bought.
  lower[sell0 + 1] = lower[buy0 + 1] = 1;
  const { bounds } = certify({ snapshot, regimes: regimesOf(snapshot) }, formulation, { ...problem, lower }, new Float64Array(problem.rowLower.length));
  expect(new Set(bounds)).toEqual(new Set([Infinity]));
});

test('an order is paid in cash: dearer than its dollars where cash is what holds a purchase back', () => {
  const restrictions = [{ rule: 'Never sell' as const, on: 'Symbol' as const, value: 'VTI', strictness: 'hard' as const, source: 'Restrictions row 2' }];
  const priceOfBuying = (tradeCost: number): number => {
    const snapshot = snapshotOf(sixtyForty({ cash: 5000, bnd: { tradeCost }, taxType: 'Tax-free', restrictions, settings: { cashMinimum: 1000 } }));
    const regimes = regimesOf(snapshot);
    const node = solveNode({ snapshot, regimes, solver, limits }, formulateAll(snapshot, rowsOf(snapshot), regimes, nothingYields), trunk);
    return isSolved(node) ? node.choices.buy[0] : NaN;
  };
  // $100 of $100,000 are ten basis points.
  expect(priceOfBuying(100) - priceOfBuying(0)).toBeGreaterThan(10.001);
});

test('the price of each treatment is the least of all sizes that may be traded', () => {
  const lots = [lot('BND', 100, 100, '2024-01-02'), lot('VTI', 150, 100, '2020-01-02'), lot('VTI', 200, 180, '2021-01-04')];
  const size = fc.constantFrom(0, 0.03, 0.2);
  fc.assert(fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 5, maxLength: 5 }), size, size, (slopes, minimumTradePercent, minimumPosition) => {
    const snapshot = snapshotOf(sixtyForty({ lots, taxType: 'Tax-free', settings: { minimumTradePercent, minimumPosition } }));
    const formulation = formulateAll(snapshot, [], [undefined], nothingYields);
    const { problem, buy0 } = formulation;
    const priced = { ...problem, cost: problem.cost.map((each, j) => slopes[j] ?? each), formCurvature: problem.formCurvature.map(() => 0.4) };
    const { choices } = certify({ snapshot, regimes: [undefined] }, formulation, priced, new Float64Array(problem.rowLower.length));
    const curve = (moved: number): number => 0.2 * (moved - problem.formCenter[1]) ** 2;
    const [least, crumb, held] = [100 * minimumTradePercent, 100 * minimumPosition, 100 * snapshot.assets[1].weight];
    const steps = Array.from({ length: 101 }, (_, k) => k / 100);
    const [most, mostOther] = [100 * snapshot.lots[1].weight, 100 * snapshot.lots[2].weight];
    const parts = steps.flatMap((a) => steps.map((b) => [most * a, mostOther * b]));
    // Both ends of what may be sold, made of one lot first or of the other.
    const ends = [least, held - crumb].flatMap((sold) => [Math.min(sold, most), Math.max(0, sold - mostOther)].map((a) => [a, sold - a]));
    const sales = [...parts, ...ends].map(([a, b]) => ({ sold: a + b, price: slopes[1] * a + slopes[2] * b + curve(-a - b) }))
      .filter(({ sold }) => sold > held - 1e-9 || (sold > least - 1e-9 && sold < held - crumb + 1e-9));
    const bestSale = Math.min(...sales.map(({ price }) => price));
    const purchases = steps.map((share) => least + share * (problem.upper[buy0 + 1] - least)).map((bought) => slopes[4] * bought + curve(bought));
    expect(choices.hold[1]).toBeCloseTo(curve(0), 9);
    // Below what a grid finds by no more than the curve does between its points.
    for (const [price, best] of [[choices.sell[1], bestSale], [choices.buy[1], Math.min(...purchases)]]) {
      expect(price).toBeLessThanOrEqual(best + 1e-6);
      expect(price).toBeGreaterThan(best - 0.1);
    }
  }), runs(120));
});
