import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { noTrade } from './plan';
import { rowsOf } from './rows';
import type { Row, Tier } from './rows/row';
import { search, type SearchResult } from './search';
import type { AccountSnapshot } from './snapshot';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';
import { tradablePlan } from './tradable-plan';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const whole: SixtyForty = { settings: { fractionalShares: false, maxTurnover: 0.1 } };

function start(more: SixtyForty = whole): { snapshot: AccountSnapshot; rows: Row[]; found: SearchResult } {
  const snapshot = snapshotOf(sixtyForty(more));
  const rows = rowsOf(snapshot);
  return { snapshot, rows, found: search(snapshot, rows, solver, { time: 5 })! };
}

const never = (): undefined => { throw new Error('There is nothing to search for'); };
const trades = ({ shares }: ReturnType<typeof tradablePlan>): number => [...shares.sells, ...shares.buys].filter((amount) => amount > 0).length;

test('what rounds well is taken as it is, with its gap', () => {
  const { snapshot, rows, found } = start();
  const plan = tradablePlan(snapshot, rows, found, never);
  expect(trades(plan)).toBeGreaterThan(0);
  expect(plan.gapBp).toBeLessThan(1);
  expect(plan.refused).toEqual([]);
});

test('a plan that rounding gives up is searched again with room in the limits of the run, and nowhere else', () => {
  const { snapshot, rows, found } = start();
  const lost = { ...found, best: { ...found.best, plan: { ...noTrade(2, 2), sells: Float64Array.of(0, 1e-6) } } };
  const asked: (readonly Row[])[] = [];
  const plan = tradablePlan(snapshot, rows, lost, (tightened) => {
    asked.push(tightened);
    return found;
  });
  expect(trades(plan)).toBeGreaterThan(0);
  const [tightened] = asked;
  const turnover = tightened.find(({ code }) => code === 'turnover')!;
  // The largest step is one VTI of $200 in $100,000.
  expect(turnover.max).toBeCloseTo(0.1 - 0.002, 9);
  expect(tightened.filter((row, r) => row !== rows[r])).toEqual([turnover]);
});

test('where rounding misses a rule by more than a step, limits are tightened and the better plan is taken', () => {
  const { snapshot, rows, found } = start({ ...whole, flows: [{ type: 'Withdrawal', amount: 30_000, standing: 'due', source: 'Cash flows row 2' }] });
  const short = { ...found, yields: new Set<Tier>(), best: { ...found.best, plan: noTrade(2, 2), missed: [0, 0, 0, 0] } };
  const plan = tradablePlan(snapshot, rows, short, () => found);
  expect(trades(plan)).toBeGreaterThan(0);
});

test('no gap is claimed for a plan that misses more than its bound allows', () => {
  const { snapshot, rows, found } = start({ ...whole, flows: [{ type: 'Withdrawal', amount: 30_000, standing: 'due', source: 'Cash flows row 2' }] });
  const empty = { ...found, yields: new Set<Tier>(), best: { ...found.best, plan: noTrade(2, 2), missed: [0, 0, 0, 0] } };
  const plan = tradablePlan(snapshot, rows, empty, () => undefined);
  expect([plan.gapBp, plan.status]).toEqual([null, 'Good enough']);
});

test('where rules gave way and nothing firmer is mended, the plan in which none did takes its place', () => {
  const { snapshot, rows, found } = start();
  const useless = { ...found, yields: new Set<Tier>(['repair']), firm: found, best: { ...found.best, plan: noTrade(2, 2) } };
  const plan = tradablePlan(snapshot, rows, useless, never);
  expect(trades(plan)).toBeGreaterThan(0);
  expect(plan.found).toBe(found);
  expect(plan.status).not.toBe('Limits relaxed');
});
