import fc from 'fast-check';
import { buildSnapshot, isSnapshot } from './build-snapshot';
import { account, book, freely, lot, security } from './examples';
import { randomBook } from './random-book';
import { rebalance } from './rebalance';
import { createHighs } from './solvers/highs';
import type { Solver } from './solvers/solver';
import type { Account, Book } from '../../shared/book/book';
import type { Proposal } from './proposal';

let solver: Solver;
beforeAll(async () => { solver = await createHighs(); });

function propose(from: Book, subject: Account): Proposal {
  const snapshot = buildSnapshot(from, subject, { realized: new Map(), wash: new Map() });
  if (!isSnapshot(snapshot)) throw new Error(snapshot.reason);
  return rebalance(snapshot, solver);
}

test('cash is invested in what is under target', () => {
  const securities = [security('VTI', 290, 'US equity'), security('BND', 73.25, 'Bonds')];
  const subject = account({ cash: 100_000, settings: freely });
  const { trades, after } = propose(book(securities, { VTI: 0.6, BND: 0.4 }, [subject]), subject);
  expect(trades.map(({ action }) => action)).toEqual(['Buy', 'Buy']);
  expect(after.drift).toBeLessThan(0.001);
});

test('a loss is harvested and the name is not bought back', () => {
  const securities = [security('VTI', 200, 'US equity'), security('BND', 73.25, 'Bonds')];
  const subject = account({ cash: 1000, lots: [lot('VTI', 300, 290, '2025-03-04'), lot('BND', 500, 70, '2024-01-02')], settings: freely });
  const { trades } = propose(book(securities, { VTI: 0.6, BND: 0.4 }, [subject]), subject);
  const sold = trades.filter(({ action }) => action === 'Sell');
  expect(sold.length).toBeGreaterThan(0);
});

test('random accounts keep every invariant', () => {
  fc.assert(fc.property(fc.boolean().chain(randomBook), ({ book: from, account: subject }) => {
    const proposal = propose(from, subject);
    expect(proposal.refused).toEqual([]);
    expect(proposal.status).not.toBe('Not solved');
    const parts = Object.values(proposal.terms).reduce((sum, part) => sum + part, 0);
    expect(parts).toBeCloseTo(proposal.score, 6);
    expect(proposal.trades.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(proposal.score, 6);
  }), { numRuns: Number(process.env.REBAL_RUNS ?? 150), endOnFailure: true });
});
