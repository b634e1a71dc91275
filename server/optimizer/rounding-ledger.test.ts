import fc from 'fast-check';
import { buildSnapshot, isSnapshot } from './build-snapshot';
import { basisPoints } from './formulation';
import { noTrade, type Plan } from './plan';
import { randomBook, runs } from './random-book';
import { nothingYields } from './rows/row';
import { RoundingLedger } from './rounding-ledger';
import { lotOrders, toPlan, toShares } from './shares';
import { cost } from './terms';

/** A plan that sells a part of every lot and buys nothing, so that every asset has an order of lots. */
function sellingEverything(lots: readonly { readonly weight: number }[], assets: number): Plan {
  return { ...noTrade(lots.length, assets), sells: Float64Array.from(lots, ({ weight }) => weight / 2) };
}

test('the merit kept step by step is the cost of the plan', () => {
  fc.assert(fc.property(randomBook(true), fc.array(fc.tuple(fc.nat(8), fc.integer({ min: -400, max: 400 })), { minLength: 1, maxLength: 12 }), ({ book, account }, moves) => {
    const snapshot = buildSnapshot(book, account, { realized: new Map(), wash: new Map() });
    if (!isSnapshot(snapshot)) return;
    const plan = sellingEverything(snapshot.lots, snapshot.assets.length);
    const orders = lotOrders(snapshot, plan);
    const ledger = new RoundingLedger(snapshot, [], orders, plan, nothingYields);
    const expected = (): number => (cost(snapshot, toPlan(snapshot, toShares(snapshot, orders, ledger.shares))) / snapshot.value) * basisPoints;
    for (const [place, amount] of moves) {
      const i = place % snapshot.assets.length;
      const shares = amount < 0 ? -Math.min(-amount, Math.floor(orders[i].usable)) : amount;
      const promised = ledger.meritWith(i, shares);
      ledger.move(i, shares);
      expect(ledger.merit).toBeCloseTo(promised, 6);
    }
    expect(ledger.merit).toBeCloseTo(expected(), 5);
  }), { ...runs(100), endOnFailure: true });
});
