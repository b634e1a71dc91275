import { madeUpBook } from '../bench/instances';
import { sizes } from '../bench/sizes';
import { snapshotOf } from '../server/optimizer/examples';
import { outcome } from '../server/optimizer/linear';
import type { Proposal } from '../server/optimizer/proposal';
import { rebalance } from '../server/optimizer/rebalance';
import { rowsOf } from '../server/optimizer/rows';
import { search } from '../server/optimizer/search';
import { solvers } from '../server/optimizer/solvers';
import type { Solver } from '../server/optimizer/solvers/solver';
import { buildBook } from '../shared/book/build-book';
import { conflictAccount } from '../shared/sample/planted';
import { sampleTables } from '../shared/sample/sample-book';

/** Made-up accounts on which the engine once went wrong, by size and seed, and what it did. */

let native: Solver;
beforeAll(async () => { native = await solvers.native(); });

const decide = (size: 'S' | 'M', seed: number): Proposal => rebalance(snapshotOf(madeUpBook(sizes[size], seed, 'whole')), native);
const missedCash = ({ missed }: Proposal): number => missed.filter(({ row }) => row.tier === 'cash').reduce((sum, { by }) => sum + by, 0);

test('cash that is due is raised although one order is below the minimum and a budget keeps it there', () => {
  expect(missedCash(decide('M', 9037))).toBe(0);
});

test.each([['S', 9048], ['S', 9174], ['M', 9000]] as const)('cash that is due is raised with what its orders cost (%s %d)', (size, seed) => {
  expect(missedCash(decide(size, seed))).toBeLessThan(1e-6);
});

test.each([['S', 7110], ['S', 7058], ['M', 3051], ['S', 1046]] as const)('no account is given up for an order that cannot be rounded (%s %d)', (size, seed) => {
  const { trades, gapBp } = decide(size, seed);
  expect(trades.length).toBeGreaterThan(0);
  expect(gapBp ?? 0).toBeLessThan(12);
});

test('a sale raised to the least order is not met by a purchase of the same security', () => {
  const snapshot = snapshotOf(madeUpBook(sizes.S, 1132, 'whole'));
  const { best, bound } = search(snapshot, rowsOf(snapshot), native, { time: 5 })!;
  expect(best.cost - bound).toBeLessThan(1.5);
  // In whole shares the band that is mended costs another basis point.
  const { missed, gapBp } = rebalance(snapshot, native);
  expect(missed).toEqual([]);
  expect(gapBp).toBeLessThan(2.3);
});

test('what orders cost is taken out of the cash before the plan is rounded', () => {
  const book = madeUpBook(sizes.S, 1029, 'whole');
  const securities = new Map([...book.securities].map(([symbol, security]) => [symbol, { ...security, tradeCost: 25 }]));
  const snapshot = snapshotOf({ ...book, securities });
  const { best } = search(snapshot, rowsOf(snapshot), native, { time: 5 })!;
  const cash = rowsOf(snapshot).find(({ tier }) => tier === 'cash')!;
  expect(outcome(snapshot, best.plan).cash).toBeGreaterThan(cash.min! - 1e-6);
  expect(rebalance(snapshot, native).gapBp).toBeLessThan(3.5);
});

test('rules are mended as far as one regime of the tax allows, though the first that is solved allows less', () => {
  const asOf = '2026-11-20';
  const book = buildBook(sampleTables({ asOf }), asOf);
  const account = book.accounts.find(({ id }) => id === conflictAccount)!;
  const { missed } = rebalance(snapshotOf(book, {}, account), native);
  const bands = missed.filter(({ row }) => row.tier === 'repair').reduce((sum, { by }) => sum + by, 0);
  expect(bands).toBeGreaterThan(0.1);
  expect(bands).toBeLessThan(0.13);
});

test.each([[1021, 2], [1025, 2], [1025, 3], [1078, 2]] as const)('a problem that a solver gives up is not taken for one without a plan (S %d, problem %d)', (seed, skipped) => {
  const snapshot = snapshotOf(madeUpBook(sizes.S, seed, 'whole'));
  const searchBy = (solver: Solver) => search(snapshot, rowsOf(snapshot), solver, { time: 5 })!;
  const { gapBp } = rebalance(snapshot, native);
  const cost = searchBy(native).bound + gapBp!;
  let asked = 0;
  const tired: Solver = { name: 'tired', solve: (...given) => (asked++ === skipped ? { status: 'failed' } : native.solve(...given)) };
  expect(searchBy(tired).bound).toBeLessThanOrEqual(cost + 1e-3);
  expect(asked).toBeGreaterThan(skipped);
});
