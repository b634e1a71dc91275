import { solvers } from '../../server/optimizer/solvers';
import type { Solver } from '../../server/optimizer/solvers/solver';
import { madeUpInstance } from './examples';
import { instanceSnapshot } from './instance-book';
import type { Instance } from './instance';
import { judge } from './judge';
import { heuristic, ours, positionOptimizer, type Peer } from './kinds';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

function planned(peer: Peer, more: Partial<Instance> = {}): { trades: NonNullable<ReturnType<Peer>>; judged: ReturnType<typeof judge> } {
  const instance = madeUpInstance(more);
  const snapshot = instanceSnapshot(instance);
  const trades = peer(instance, snapshot, solver);
  if (!trades) throw new Error('no plan');
  return { trades, judged: judge(instance, snapshot, trades) };
}

test('the heuristic reaches the target with the first lots', () => {
  const { trades, judged } = planned(heuristic);
  expect(judged.driftAfter).toBeCloseTo(0, 6);
  expect(trades.sells.map(({ lotId, quantity }) => [lotId, Math.round(quantity)])).toEqual([['A-old', 100], ['C', 100]]);
  expect(trades.buys.map(({ securityId, quantity }) => [securityId, Math.round(quantity)])).toEqual([['B', 200]]);
});

test('the heuristic obeys restrictions and spends no more than there is', () => {
  const { trades, judged } = planned(heuristic, { restrictions: [{ securityId: 'C', canBuy: true, canSell: false }] });
  expect(trades.sells.map(({ lotId }) => lotId)).toEqual(['A-old']);
  expect(judged.breaches).toBe(0);
  expect(trades.buys[0].quantity).toBeCloseTo(100, 6);
});

test('the optimizer by position tracks closely and sells its dearest lots', () => {
  const { trades, judged } = planned(positionOptimizer);
  expect(judged.trackingErrorAfter).toBeLessThan(0.1 * judged.trackingErrorBefore);
  expect(trades.sells.filter(({ lotId }) => lotId.startsWith('A')).map(({ lotId }) => lotId)).toEqual(['A-new']);
});

test('our plan keeps every rule and scores higher', () => {
  const restrictions = [{ securityId: 'B2', canBuy: false, canSell: true }];
  const best = planned(ours, { restrictions }).judged;
  expect(best).toMatchObject({ oversoldLots: 0, washHits: 0, breaches: 0 });
  for (const peer of [heuristic, positionOptimizer]) expect(best.score).toBeGreaterThan(planned(peer, { restrictions }).judged.score);
});
