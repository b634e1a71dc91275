import fc from 'fast-check';
import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { randomBook, runs } from './random-book';
import { rebalance } from './rebalance';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const decide = (more: SixtyForty) => rebalance(snapshotOf(sixtyForty(more)), solver);

test('a plan that is cheapest with more tracking error is held to the cap, and pays for it', () => {
  const settings = { riskPrice: 0.0002 };
  const free = decide({ settings });
  const capped = decide({ settings: { ...settings, maxTrackingError: 0.005 } });
  expect(free.after.trackingError).toBeGreaterThan(0.006);
  expect(capped.after.trackingError).toBeLessThanOrEqual(0.005);
  expect(capped.after.trackingError).toBeGreaterThan(0.0045);
  expect(capped.score).toBeLessThan(free.score);
  expect(capped.mandates.map(({ code }) => code)).toContain('tracking-error');
  expect(capped.gapBp).not.toBeNull();
});

test('a cap that does not bind changes nothing', () => {
  const [free, capped] = [decide({}), decide({ settings: { maxTrackingError: 0.5 } })];
  expect([...capped.shares.sells, ...capped.shares.buys]).toEqual([...free.shares.sells, ...free.shares.buys]);
});

test('a cap that cannot be met leaves the plan of least risk and says by how much it is missed', () => {
  const never = { rule: 'Never sell' as const, on: 'Symbol' as const, value: 'VTI', strictness: 'hard' as const, source: 'Restrictions row 2' };
  const capped = decide({ restrictions: [never], settings: { maxTrackingError: 0.001 } });
  expect(capped.missed.map(({ row }) => row.code)).toContain('tracking-error');
  expect(capped.after.trackingError).toBeLessThanOrEqual(capped.before.trackingError + 1e-9);
});

test('tracking error ends within its cap or is said to be missed, and is never raised above it unless bands give way', () => {
  fc.assert(fc.property(randomBook(false), fc.double({ min: 0.001, max: 0.1, noNaN: true }), ({ book, account }, maxTrackingError) => {
    const subject = { ...account, settings: { ...account.settings, maxTrackingError } };
    const { after, before, missed, refused, status } = rebalance(snapshotOf({ ...book, accounts: [subject] }), solver);
    expect(refused).toEqual([]);
    if (after.trackingError > maxTrackingError + 1e-6) expect(missed.map(({ row }) => row.code)).toContain('tracking-error');
    if (status !== 'Limits relaxed') expect(after.trackingError).toBeLessThanOrEqual(Math.max(maxTrackingError, before.trackingError) + 1e-6);
  }), { ...runs(40), endOnFailure: true });
});
