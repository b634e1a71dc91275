import loadHighs, { type Highs } from 'highs';
import { elasticTiers } from '../../server/optimizer/formulation';
import { sixtyForty, snapshotOf, type SixtyForty } from '../../server/optimizer/examples';
import { findMisfits } from '../../server/optimizer/discrete';
import { rowsOf } from '../../server/optimizer/rows';
import { toPlan } from '../../server/optimizer/shares';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import { solvers } from '../../server/optimizer/solvers';
import type { Solver } from '../../server/optimizer/solvers/solver';
import { cost } from '../../server/optimizer/terms';
import { outcome } from '../../server/optimizer/linear';
import { madeUpSnapshot } from '../account-problems';
import { sizes } from '../sizes';
import { distanceOf } from './distance';
import { proofTolerance, proveLeast } from './outer-approximation';
import { tradableModel } from './tradable-model';

let highs: Highs;
let native: Solver;
beforeAll(async () => { [highs, native] = [await loadHighs(), await solvers.native()]; });

const whole: SixtyForty['settings'] = { fractionalShares: false, minimumTrade: 900, minimumPosition: 0.02, cashMinimum: 0 };
const untaxed = (more: SixtyForty = {}): AccountSnapshot =>
  snapshotOf(sixtyForty({ taxType: 'Tax-free', ...more, settings: { ...whole, ...more.settings } }));

/** The cheapest plan in whole shares, by trying all that come near the targets, basis points. */
function leastByTrial(snapshot: AccountSnapshot): number {
  let least = Infinity;
  for (let first = -100; first <= 250; first += 1) {
    for (let second = -150; second <= 40; second += 1) {
      const amounts = [first, second];
      const plan = toPlan(snapshot, {
        sells: Float64Array.from(snapshot.lots, ({ asset }) => Math.max(0, -amounts[asset])), buys: Float64Array.from(amounts, (amount) => Math.max(0, amount)),
      });
      if (findMisfits(snapshot, plan).length > 0 || outcome(snapshot, plan).cash < 0) continue;
      least = Math.min(least, (cost(snapshot, plan) / snapshot.value) * 10_000);
    }
  }
  return least;
}

test.each<[string, SixtyForty]>([
  ['nothing more', {}],
  ['orders that cost', { vti: { tradeCost: 30 }, bnd: { tradeCost: 10 } }],
])('the least of all plans in whole shares is found: %s', (_, more) => {
  const lots = [{ ...sixtyForty().accounts[0].lots[0], quantity: 200 }, sixtyForty().accounts[0].lots[1]];
  const snapshot = untaxed({ ...more, lots, cash: 9000 });
  const { bound, best } = proveLeast(highs, tradableModel(snapshot, rowsOf(snapshot), 0, elasticTiers.map(() => 0)), Infinity, 10);
  const least = leastByTrial(snapshot);
  expect(bound).toBeLessThanOrEqual(least + 1e-3);
  expect(best).toBeGreaterThanOrEqual(least - 1e-3);
  expect(best).toBeLessThanOrEqual(least + proofTolerance);
  expect(distanceOf(snapshot, native, highs, 10)).toMatchObject({ proved: true });
});

test('no plan of ours lies outside the model: its bound is never above what ours costs, nor below what the engine proves', () => {
  for (let seed = 5000; seed < 5008; seed += 1) {
    const snapshot = madeUpSnapshot(sizes.S, seed);
    const { bp, proved, gapBp } = distanceOf(snapshot, native, highs, 20);
    expect(proved).toBe(true);
    expect(bp).toBeGreaterThanOrEqual(0);
    expect(bp).toBeLessThanOrEqual(Math.max(proofTolerance, gapBp ?? Infinity) + proofTolerance);
  }
});
