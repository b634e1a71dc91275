import fc from 'fast-check';
import { sixtyForty, snapshotOf } from '../examples';
import { noTrade, type Plan } from '../plan';
import { randomPlan, runs } from '../random-book';
import type { AccountSnapshot } from '../snapshot';
import { cost } from '../terms';
import { attribute } from './attribution';

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

function expectShares(snapshot: AccountSnapshot, plan: Plan): void {
  const score = cost(snapshot, noTrade(snapshot.lots.length, snapshot.assets.length)) - cost(snapshot, plan);
  const { sells, buys } = attribute(snapshot, plan);
  expect(Math.abs(total(sells) + total(buys) - score)).toBeLessThan(1e-9 * snapshot.value + 1e-6);
}

test('the trades\' shares add up to the score, for any account and any plan', () => {
  fc.assert(fc.property(randomPlan, ({ snapshot, plan }) => expectShares(snapshot, plan)), runs(300));
});

test('costs per order are shared too, with the cash drag they save', () => {
  fc.assert(fc.property(randomPlan, fc.constantFrom(5, 50), ({ snapshot, plan }, tradeCost) => {
    const assets = snapshot.assets.map((asset) => ({ ...asset, security: { ...asset.security, tradeCost } }));
    expectShares({ ...snapshot, assets }, plan);
  }), runs(200));
});

test('what does not trade has no share', () => {
  const snapshot = snapshotOf(sixtyForty());
  const { sells, buys } = attribute(snapshot, { sells: Float64Array.of(0, 0.1), buys: Float64Array.of(0.1, 0) });
  expect(sells[0]).toBeCloseTo(0, 12);
  expect(buys[1]).toBeCloseTo(0, 12);
  // Toward the target on both sides: risk falls by more than spread costs; the sale also pays tax.
  expect(buys[0]).toBeGreaterThan(0);
});
