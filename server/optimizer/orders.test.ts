import fc from 'fast-check';
import { diveFrom } from './dive';
import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { cashRow } from './formulation-columns';
import { formulateAll, regimesOf } from './formulation';
import { isSolved, solveNode, trunk, type Open, type Setting } from './node';
import { withOrdersPaid, withPaidOrders } from './orders';
import { randomBook, runs } from './random-book';
import { rebalance } from './rebalance';
import { rowsOf } from './rows';
import { nothingYields } from './rows/row';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

/** Securities sold or bought. */
const orders = ({ trades }: ReturnType<typeof rebalance>): number => new Set(trades.map(({ asset }) => asset)).size;

test('no plan has more orders than Maximum trades; fewer orders never score better than more', () => {
  fc.assert(fc.property(randomBook(false), fc.integer({ min: 1, max: 4 }), ({ book, account }, maximumTrades) => {
    const decide = (most?: number) => rebalance(snapshotOf({ ...book, accounts: [{ ...account, settings: { ...account.settings, maximumTrades: most } }] }), solver);
    const [free, few] = [decide(), decide(maximumTrades)];
    expect(few.refused).toEqual([]);
    expect(orders(few)).toBeLessThanOrEqual(maximumTrades);
    const isSameTask = few.missed.length === 0 && free.missed.length === 0;
    if (isSameTask) expect(few.score - free.score).toBeLessThan(((free.gapBp ?? 0) / 1e4 + 5e-5) * free.snapshot.value + 1);
    if (orders(free) <= maximumTrades && few.gapBp !== null && isSameTask) expect(free.score - few.score).toBeLessThan((few.gapBp / 1e4 + 5e-5) * free.snapshot.value + 1);
  }), { ...runs(40), endOnFailure: true });
});

/** The best plan of 60/40 before anything is decided. */
function rootOf(more: SixtyForty): { setting: Setting; root: Open } {
  const snapshot = snapshotOf(sixtyForty(more));
  const setting = { snapshot, regimes: regimesOf(snapshot), solver, limits: { time: 5 } };
  const formulation = formulateAll(snapshot, rowsOf(snapshot), setting.regimes, nothingYields);
  const solution = solveNode(setting, formulation, trunk);
  if (!isSolved(solution)) throw new Error('60/40 has a plan');
  return { setting, root: { formulation, branch: trunk, solution } };
}

const nothing = (): void => undefined;

test('orders that cost more than they gain are left out, and what pays stays', () => {
  // $5,000 of cash, targets missed by a little: what an order gains is a few dollars.
  const dear = rootOf({ taxType: 'Tax-free', vti: { tradeCost: 500 }, bnd: { tradeCost: 500 } });
  expect(withPaidOrders(dear.setting, dear.root, nothing).solution.plan).toEqual({ sells: new Float64Array(2), buys: new Float64Array(2) });
  const cheap = rootOf({ taxType: 'Tax-free', vti: { tradeCost: 1 }, bnd: { tradeCost: 1 } });
  expect(withPaidOrders(cheap.setting, cheap.root, nothing)).toBe(cheap.root);
  const free = rootOf({ taxType: 'Tax-free' });
  expect(withPaidOrders(free.setting, free.root, nothing)).toBe(free.root);
});

test('an order that a rule needs is kept, whatever it costs', () => {
  const restrictions = [{ rule: 'Never own' as const, on: 'Symbol' as const, value: 'BND', strictness: 'hard' as const, source: 'Restrictions row 2' }];
  const { setting, root } = rootOf({ taxType: 'Tax-free', bnd: { tradeCost: 5000 }, restrictions });
  expect(root.solution.plan.sells[0]).toBeCloseTo(0.25, 6);
  expect(withPaidOrders(setting, root, nothing).solution.plan.sells[0]).toBeCloseTo(0.25, 6);
});

test('a plan is not solved again for what its orders cost where cash is worth little more', () => {
  const { setting, root } = rootOf({ taxType: 'Tax-free', vti: { tradeCost: 60 }, bnd: { tradeCost: 60 }, settings: { cashTarget: 0 } });
  const node = diveFrom(setting, root, nothing)!;
  expect(Math.abs(node.solution.duals[cashRow])).toBeLessThan(0.1);
  expect(withOrdersPaid(setting, node, nothing)).toBe(node);
});
