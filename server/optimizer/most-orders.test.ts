import fc from 'fast-check';
import { snapshotOf } from './examples';
import { randomBook, runs } from './random-book';
import { rebalance } from './rebalance';
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
