import fc from 'fast-check';
import { findMisfits, minimumTrade } from './discrete';
import { account, book, lot, security, snapshotOf } from './examples';
import { randomBook, runs } from './random-book';
import { rebalance } from './rebalance';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';
import { soldByAsset } from './terms/tickets';
import { toPlan } from './shares';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

test('the greater of the dollars and the percent is the least trade', () => {
  const held = { cash: 100_000, lots: [lot('VTI', 100, 200, '2020-01-02')] };
  const least = (minimumTradeDollars: number, minimumTradePercent: number): number => {
    const subject = account({ ...held, settings: { minimumTrade: minimumTradeDollars, minimumTradePercent } });
    return minimumTrade(snapshotOf(book([security('VTI', 200, 'US equity')], { VTI: 1 }, [subject])));
  };
  expect(least(600, 0.001)).toBeCloseTo(0.005, 9);
  expect(least(12, 0.001)).toBeCloseTo(0.001, 9);
});

test('no order is below the minimum unless it closes the position', () => {
  fc.assert(fc.property(randomBook(false), ({ book: from }) => {
    const snapshot = snapshotOf(from);
    const { shares } = rebalance(snapshot, solver);
    const plan = toPlan(snapshot, shares);
    const sold = soldByAsset(snapshot, plan);
    const least = minimumTrade(snapshot) - 1e-9;
    snapshot.assets.forEach(({ weight }, i) => {
      if (plan.buys[i] > 0) expect(plan.buys[i]).toBeGreaterThanOrEqual(least);
      if (sold[i] > 0 && sold[i] < weight - 1e-9) expect(sold[i]).toBeGreaterThanOrEqual(least);
    });
  }), { ...runs(120), endOnFailure: true });
});

test('nothing is bought or left below the smallest position', () => {
  fc.assert(fc.property(randomBook(false), fc.constantFrom(0.0025, 0.01, 0.03), ({ book: from, account: subject }, minimumPosition) => {
    const snapshot = snapshotOf({ ...from, accounts: [{ ...subject, settings: { ...subject.settings, minimumPosition } }] });
    const { shares, mandates } = rebalance(snapshot, solver);
    const misfits = findMisfits(snapshot, toPlan(snapshot, shares));
    // A rule that can't be met in full may ask for a sale that leaves too little.
    expect(misfits.filter(({ kind }) => kind !== 'small remainder' || mandates.length === 0)).toEqual([]);
  }), { ...runs(120), endOnFailure: true });
});

test('a tiny account is left alone rather than traded in crumbs', () => {
  const lots = [lot('BND', 5.25, 70, '2020-01-02'), lot('VTI', 1.25, 200, '2020-01-02')];
  const subject = account({ lots });
  const securities = [security('BND', 73, 'Bonds'), security('VTI', 290, 'US equity')];
  const { trades } = rebalance(snapshotOf(book(securities, { BND: 0.5, VTI: 0.5 }, [subject])), solver);
  for (const { amount, shares, asset } of trades) {
    const isClosed = shares === [5.25, 1.25][asset];
    expect(isClosed || amount >= 250).toBe(true);
  }
});
