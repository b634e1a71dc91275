import fc from 'fast-check';
import { lot, sixtyForty, snapshotOf } from './examples';
import { discreteAccount } from './fixtures/discrete-plans';
import type { Plan } from './plan';
import { runs } from './random-book';
import { fillLots, firstOrders, lotOrders, sumShares, toPlan, toShares } from './shares';
import type { AccountSnapshot } from './snapshot';

/** Three lots of VTI at $200 (gains of a half, a loss of a quarter, a gain of a tenth) beside 9 % of BND; whole shares. */
function lotsOfVti(lotChoice: 'Least tax' | 'FIFO'): AccountSnapshot {
  const lots = [lot('BND', 100, 100, '2024-01-02'), lot('VTI', 100, 100, '2020-01-02'), lot('VTI', 50.5, 250, '2022-01-03'), lot('VTI', 200, 180, '2024-01-02')];
  return snapshotOf(sixtyForty({ lots, settings: { lotChoice, fractionalShares: false } }));
}

/** A plan that sells so many shares of each lot of VTI. */
function selling(snapshot: AccountSnapshot, ...shares: number[]): Plan {
  return { sells: Float64Array.of(0, ...shares.map((each) => (each * 200) / snapshot.value)), buys: new Float64Array(2) };
}

test('a lot sold whole is its weight to the last bit, a part is shares times price', () => {
  const snapshot = lotsOfVti('Least tax');
  const { sells, buys } = toPlan(snapshot, { sells: Float64Array.of(0, 0, 50.5, 3), buys: Float64Array.of(7, 0) });
  expect(sells[2]).toBe(snapshot.lots[2].weight);
  expect(sells[3]).toBeCloseTo(600 / snapshot.value, 15);
  expect(buys[0]).toBeCloseTo(630 / snapshot.value, 15);
});

test('fractions of shares add up without the noise of binary', () => {
  expect(sumShares([0.1, 0.2])).toBe(0.3);
  expect(sumShares([1, 2, 3])).toBe(6);
});

test('where any lot may be named a sale draws on the planned lots, the largest loss first: losses rounded up, gains down', () => {
  const snapshot = lotsOfVti('Least tax');
  const [, order] = lotOrders(snapshot, selling(snapshot, 10.4, 20.4, 0));
  expect(order).toEqual({ lots: [2, 1], planned: [21, 10], usable: 150.5 });
  expect([...fillLots(snapshot, order, 25)]).toEqual([21, 4]);
  // Beyond the plan the same lots give more, in the same order.
  expect([...fillLots(snapshot, order, 40)]).toEqual([30, 10]);
  expect([...fillLots(snapshot, order, 150.5)]).toEqual([50.5, 100]);
});

test('lots that take turns are filled one after the other, up to the last that the plan sells', () => {
  const snapshot = lotsOfVti('FIFO');
  const [, order] = lotOrders(snapshot, selling(snapshot, 100, 20.4, 0));
  expect(order).toEqual({ lots: [1, 2], planned: [100, 50.5], usable: 150.5 });
  expect([...fillLots(snapshot, order, 120)]).toEqual([100, 20]);
});

test('purchases start rounded down, sales to the nearest share, a whole position to its last fraction', () => {
  const snapshot = lotsOfVti('Least tax');
  const orders = (plan: Plan): number[] => [...firstOrders(snapshot, plan, lotOrders(snapshot, plan))];
  expect(orders({ sells: new Float64Array(4), buys: Float64Array.of((7.9 * 90) / snapshot.value, 0) })).toEqual([7, 0]);
  expect(orders(selling(snapshot, 10.6, 0, 0))[1]).toBe(-11);
  expect(orders(selling(snapshot, 100, 50.5, 200))[1]).toBe(-350.5);
  // What is meant is the larger side.
  expect(orders({ sells: Float64Array.of(1e-9, 0, 0, 0), buys: Float64Array.of((5.5 * 90) / snapshot.value, 0) })[0]).toBe(5);
});

test('any sale is spread over its lots without a share lost, and none gives more than it holds', () => {
  fc.assert(fc.property(discreteAccount(20, 9), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 29, maxLength: 29 }), (snapshot, parts) => {
    const { assets, lots } = snapshot;
    const plan: Plan = { sells: Float64Array.from(lots, ({ weight }, l) => weight * parts[l]), buys: new Float64Array(assets.length) };
    const orders = lotOrders(snapshot, plan);
    const amounts = Float64Array.from(orders, ({ usable }, i) => -Math.floor(usable * parts[20 + i]));
    const { sells, buys } = toShares(snapshot, orders, amounts);
    assets.forEach(({ lots: held }, i) => expect(sumShares(held.map((l) => sells[l]))).toBe(Math.abs(amounts[i])));
    lots.forEach(({ lot: { quantity } }, l) => expect(sells[l]).toBeLessThanOrEqual(quantity));
    expect([...buys].every((bought) => bought === 0)).toBe(true);
  }), runs(100));
});
