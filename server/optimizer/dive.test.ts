import fc from 'fast-check';
import { conflicts } from './conflicts';
import { findMisfits } from './discrete';
import { decide, diveFrom, undecided } from './dive';
import { account, book, freely, lot, security, snapshotOf } from './examples';
import { discreteAccount } from './fixtures/discrete-plans';
import { formulateAll, regimesOf } from './formulation';
import { isSolved, solveNode, trunk, type Open, type Setting } from './node';
import { runs } from './random-book';
import { rowsOf } from './rows';
import { nothingYields } from './rows/row';
import { search } from './search';
import type { AccountSnapshot } from './snapshot';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const limits = { time: 5 };
const settingOf = (snapshot: AccountSnapshot): Setting => ({ snapshot, regimes: regimesOf(snapshot), solver, limits });

/** The best plan of the whole problem, before anything is decided. */
function rootOf(setting: Setting): Open | undefined {
  const formulation = formulateAll(setting.snapshot, rowsOf(setting.snapshot), setting.regimes, nothingYields);
  const solution = solveNode(setting, formulation, trunk);
  return isSolved(solution) ? { formulation, branch: trunk, solution } : undefined;
}

/**
 * Cash to invest, a fund that is never bought and another of the same risk that stands in for it, far beyond its own target.
 * A lot of the latter is at a loss too small to be sold, which is all that makes a wash sale possible.
 */
function standIn(more: { readonly lotIsKept: boolean }): AccountSnapshot {
  const securities = [security('AAA', 100, 'US equity'), security('BBB', 50, 'US equity')];
  const never = (rule: 'Never buy' | 'Never sell', value: string) => ({ rule, on: 'Symbol' as const, value, strictness: 'hard' as const, source: 'Restrictions row 2' });
  return snapshotOf(book(securities, { AAA: 0.8, BBB: 0.2 }, [account({
    cash: 85_000, lots: [lot('BBB', 300, 50.5, '2024-01-02')], settings: freely,
    restrictions: [never('Never buy', 'AAA'), ...(more.lotIsKept ? [never('Never sell', 'BBB')] : [])],
  })]));
}

test('a wash row never decides: a plan that only buys may buy as much as if there were no loss', () => {
  const [free, kept] = [standIn({ lotIsKept: false }), standIn({ lotIsKept: true })];
  const root = rootOf(settingOf(free))!;
  const [{ row, assets }] = root.formulation.washRows;
  // The row holds the root back although nothing is sold.
  expect([...root.solution.plan.sells]).toEqual([0]);
  expect(conflicts(free, root.solution.plan)).toEqual([]);
  expect(Math.abs(root.solution.duals[row])).toBeGreaterThan(1);
  expect(undecided(settingOf(free), root)).toEqual([expect.objectContaining({ row, assets })]);
  const [found, expected] = [search(free, rowsOf(free), solver, limits)!, search(kept, rowsOf(kept), solver, limits)!];
  expect(found.best.plan.buys[1]).toBeGreaterThan(root.solution.plan.buys[1] + 0.1);
  expect(found.best.plan.buys[1]).toBeCloseTo(expected.best.plan.buys[1], 4);
  expect(found.best.objective).toBeCloseTo(expected.best.objective, 2);
});

test('a dive ends in a plan without conflicts, that trades nothing it banned', () => {
  let [ended, wrongSize] = [0, 0];
  fc.assert(fc.property(discreteAccount(20, 9), (snapshot) => {
    const setting = settingOf(snapshot);
    const root = rootOf(setting);
    if (!root) return;
    let solves = 0;
    const counting = { ...setting, solver: { ...solver, solve: (...given: Parameters<Solver['solve']>) => { solves += 1; return solver.solve(...given); } } };
    let counted = 0;
    const end = diveFrom(counting, root, () => { counted += 1; });
    expect(solves).toBeGreaterThanOrEqual(counted);
    if (!end) return;
    ended += 1;
    wrongSize += Number(findMisfits(snapshot, end.solution.plan).length > 0);
    expect(conflicts(snapshot, end.solution.plan)).toEqual([]);
    if (counted === 0) expect(end).toBe(root);
    // Nothing that was banned on the way is traded.
    for (const l of end.branch.bannedSells) expect(end.solution.plan.sells[l]).toBe(0);
    for (const i of end.branch.bannedBuys) expect(end.solution.plan.buys[i]).toBe(0);
  }), { ...runs(40), endOnFailure: true });
  expect(ended).toBeGreaterThan(0);
  // A size that nothing allows is left to rounding; that is rare.
  expect(wrongSize).toBeLessThan(ended / 5);
});

test('both sides of what a root leaves open rule its plan out', () => {
  fc.assert(fc.property(discreteAccount(20, 9), (snapshot) => {
    const root = rootOf(settingOf(snapshot));
    if (!root) return;
    const { plan } = root.solution;
    for (const each of conflicts(snapshot, plan)) {
      const isKept = (sells: boolean): boolean => {
        const { bannedSells, bannedBuys, leastSells } = decide(trunk, each, sells, snapshot);
        return [...bannedSells].every((l) => plan.sells[l] === 0) && [...bannedBuys].every((i) => plan.buys[i] === 0)
          && [...leastSells].every(([l, least]) => plan.sells[l] >= least);
      };
      expect([isKept(true), isKept(false)]).toEqual([false, false]);
    }
  }), { ...runs(40), endOnFailure: true });
});
