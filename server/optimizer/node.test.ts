import fc from 'fast-check';
import { mulberry32 } from '../../shared/sample/random';
import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { discreteAccount } from './fixtures/discrete-plans';
import { elasticTiers, formulateAll, regimesOf, type Formulation } from './formulation';
import { missedRows, totalMissed } from './missed';
import { ban, compareNodes, isSolved, sameMisses, solveNode, trunk, type NodeSolution, type Setting } from './node';
import { runs } from './random-book';
import { rowsOf } from './rows';
import { nothingYields } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

function posed(snapshot: AccountSnapshot): { setting: Setting; formulation: Formulation } {
  const regimes = regimesOf(snapshot);
  return { setting: { snapshot, regimes, solver, limits: { time: 5 } }, formulation: formulateAll(snapshot, rowsOf(snapshot), regimes, nothingYields) };
}

test('firmer tiers count first, then cost; misses closer than noise are the same', () => {
  const node = (missed: readonly number[], objective: number) => ({ missed, objective });
  expect(compareNodes(node([0, 0.1], 9), node([0.1, 0], 1))).toBeLessThan(0);
  expect(compareNodes(node([0, 1e-8], 9), node([0, 0], 1))).toBeGreaterThan(0);
  expect(sameMisses([0, 1e-8], [0, 0])).toBe(true);
  expect(sameMisses([0, 1e-3], [0, 0])).toBe(false);
});

/** The solution of a branch that has one. */
function found(answer: ReturnType<typeof solveNode>): NodeSolution {
  if (!isSolved(answer)) throw new Error(`The branch is ${answer}`);
  return answer;
}

test('bans are added to those before', () => {
  const grown = ban(ban(trunk, [1], [2]), [3], []);
  expect([[...grown.bannedSells], [...grown.bannedBuys]]).toEqual([[1, 3], [2]]);
  expect(trunk.bannedSells.size).toBe(0);
});

describe('what is broken', () => {
  const restriction = (rule: 'Max %' | 'Never sell', limit?: number) =>
    ({ rule, on: 'Symbol' as const, value: 'VTI', limit, strictness: 'hard' as const, source: 'Restrictions row 2' });
  const solved = (more: SixtyForty, banned: readonly number[] = []) => {
    const { setting, formulation } = posed(snapshotOf(sixtyForty(more)));
    return found(solveNode(setting, formulation, ban(trunk, banned, [])));
  };

  test('is mended before anything is saved', () => {
    const { missed, plan } = solved({ restrictions: [restriction('Max %', 0.3)] });
    expect(missed).toEqual([0, 0, 0, 0]);
    expect(plan.sells[1]).toBeGreaterThan(0.399);
  });

  test('is mended as far as a branch allows, and the rest is said', () => {
    const { missed, plan } = solved({ restrictions: [restriction('Max %', 0.3)] }, [1]);
    expect(plan.sells[1]).toBe(0);
    expect(missed[elasticTiers.indexOf('hard')]).toBeCloseTo(0.4, 5);
  });
});

test('a branch that asks for what is forbidden has no plan', () => {
  const { setting, formulation } = posed(snapshotOf(sixtyForty()));
  expect(solveNode(setting, formulation, { ...trunk, bannedSells: new Set([1]), leastSells: new Map([[1, 0.1]]) })).toBe('impossible');
});

test('least sizes are kept', () => {
  const { setting, formulation } = posed(snapshotOf(sixtyForty()));
  const { plan } = found(solveNode(setting, formulation, { ...trunk, bannedSells: new Set([0]), leastSells: new Map([[1, 0.31]]), leastBuys: new Map([[0, 0.33]]) }));
  expect(plan.sells[1]).toBeGreaterThan(0.31 - 1e-6);
  expect(plan.buys[0]).toBeGreaterThan(0.33 - 1e-6);
});

test('a solver that gives up is not taken for a branch without a plan', () => {
  const { setting, formulation } = posed(snapshotOf(sixtyForty()));
  expect(solveNode({ ...setting, solver: { name: 'tired', solve: () => ({ status: 'time-limit' }) } }, formulation, trunk)).toBe('given up');
});

test('a branch is never better than what it grew from, whichever answer it starts near, and misses what it says', () => {
  fc.assert(fc.property(discreteAccount(20, 9), fc.nat(), (snapshot, seed) => {
    const { setting, formulation } = posed(snapshot);
    const random = mulberry32(seed);
    const root = solveNode(setting, formulation, trunk);
    if (!isSolved(root)) return;
    const branch = ban(trunk, [...snapshot.lots.keys()].filter(() => random() < 0.3), [...snapshot.assets.keys()].filter(() => random() < 0.2));
    const [grown, afresh] = [solveNode(setting, formulation, branch, root), solveNode(setting, formulation, branch)];
    expect(isSolved(grown)).toBe(isSolved(afresh));
    if (!isSolved(grown) || !isSolved(afresh)) return;
    expect(sameMisses(grown.missed, afresh.missed)).toBe(true);
    // Wash rows are a policy of the relaxation: what is settled, or mended, is free of them.
    if (formulation.washRows.length === 0) {
      expect(Math.abs(grown.objective - afresh.objective)).toBeLessThan(2e-3);
      expect(compareNodes(grown, { ...root, objective: root.objective - 2e-3 })).toBeGreaterThan(0);
    }
    const misses = missedRows(snapshot, rowsOf(snapshot), grown.plan);
    // Costs of orders are paid in cash that the convex problem still has; rounding sees to it.
    if (snapshot.assets.some(({ security }) => security.tradeCost > 0)) return;
    elasticTiers.forEach((tier, t) => expect(totalMissed(misses, tier)).toBeLessThan(grown.missed[t] + 1e-5));
  }), { ...runs(40), endOnFailure: true });
});
