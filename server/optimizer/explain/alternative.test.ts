import fc from 'fast-check';
import { lot, security, sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import type { Plan } from '../plan';
import { randomPlan, runs } from '../random-book';
import type { AccountSnapshot } from '../snapshot';
import { cost } from '../terms';
import { Alternatives } from './alternative';

/** The plan with one trade exchanged for another. */
function exchanged(plan: Plan, side: 'sells' | 'buys', from: number, to: number | null, weight: number): Plan {
  const changed = { sells: plan.sells.slice(), buys: plan.buys.slice() };
  changed[side][from] -= weight;
  if (to !== null) changed[side][to] += weight;
  return changed;
}

/** Orders cost something, so that what an exchange does to them is seen. */
const ticketed = (snapshot: AccountSnapshot): AccountSnapshot => ({
  ...snapshot, assets: snapshot.assets.map((asset, i) => ({ ...asset, security: { ...asset.security, tradeCost: i % 2 ? 0 : 4.95 } })),
});

test('what an alternative costs more is the cost of its plan less that of the plan, to the cent', () => {
  let priced = 0;
  fc.assert(fc.property(randomPlan, ({ snapshot: plain, plan }) => {
    const snapshot = ticketed(plain);
    const alternatives = new Alternatives(snapshot, plan);
    const extra = (other: Plan): number => cost(snapshot, other) - cost(snapshot, plan);
    snapshot.lots.forEach((each, l) => {
      const found = plan.sells[l] > 0 ? alternatives.insteadOfSale(l) : undefined;
      if (!found) return;
      priced += 1;
      const to = found.instead!;
      expect(snapshot.lots[to].asset).toBe(each.asset);
      const weight = Math.min(plan.sells[l], snapshot.lots[to].weight - plan.sells[to]);
      expect(found.extraCost).toBeCloseTo(extra(exchanged(plan, 'sells', l, to, weight)), 2);
    });
    snapshot.assets.forEach((asset, i) => {
      if (plan.buys[i] === 0) return;
      priced += 1;
      const { instead, extraCost } = alternatives.insteadOfPurchase(i, () => true);
      if (instead !== null) expect(snapshot.assets[instead].security.assetClass).toBe(asset.security.assetClass);
      expect(extraCost).toBeCloseTo(extra(exchanged(plan, 'buys', i, instead, plan.buys[i])), 2);
    });
  }), runs(300));
  expect(priced).toBeGreaterThan(500);
});

describe('the 60/40 example', () => {
  const lots = (...vti: ReturnType<typeof lot>[]): SixtyForty => ({ lots: [lot('BND', 2500 / 9, 100, '2024-01-02'), ...vti] });
  const of = (more: SixtyForty, plan: Partial<Record<string, number>>, buys: number[] = [0, 0]): Alternatives => {
    const snapshot = snapshotOf(sixtyForty(more));
    return new Alternatives(snapshot, { sells: Float64Array.from(snapshot.lots, ({ lot: { id } }) => plan[id] ?? 0), buys: Float64Array.from(buys) });
  };

  test('of the lots not sold the cheapest is named: a long-term gain before a larger one and before a short-term one', () => {
    const book = lots(lot('VTI', 100, 150, '2020-01-02', 'sold'), lot('VTI', 100, 100, '2020-01-03', 'next'),
      lot('VTI', 100, 50, '2020-01-04', 'larger'), lot('VTI', 50, 110, '2026-01-05', 'short'));
    const snapshot = snapshotOf(sixtyForty(book));
    const found = of(book, { sold: 0.1 }).insteadOfSale(snapshot.lots.findIndex((each) => each.lot.id === 'sold'))!;
    expect(snapshot.lots[found.instead!].lot.id).toBe('next');
    // $10,000 of lots with gains of a half and of a quarter, at 23.8 %.
    expect(found.extraTax).toBeCloseTo(10_000 * 0.25 * 0.238, 6);
    expect(found.extraCost).toBeCloseTo(snapshot.tax.plus * found.extraTax, 6);
  });

  test('a security sold whole leaves no other lot', () => {
    expect(of(lots(lot('VTI', 350, 100, '2020-01-02', 'all')), { all: 0.7 }).insteadOfSale(1)).toBeUndefined();
  });

  test('with no other security of the class the dollars stay in cash', () => {
    expect(of({}, {}, [0.03, 0]).insteadOfPurchase(0, () => true).instead).toBeNull();
  });

  test('a security of the class stands in unless it may not be bought', () => {
    const snapshot = snapshotOf(sixtyForty());
    const twin = { ...snapshot.assets[0], symbol: 'AGG', security: security('AGG', 90, 'Bonds'), weight: 0, lots: [] };
    const loadings = Float64Array.from([...snapshot.risk.loadings, ...snapshot.risk.loadings.slice(0, snapshot.risk.size)]);
    const wider = {
      ...snapshot, assets: [...snapshot.assets, twin],
      risk: { ...snapshot.risk, loadings, specific: Float64Array.from([...snapshot.risk.specific, snapshot.risk.specific[0]]) },
    };
    const alternatives = new Alternatives(wider, { sells: new Float64Array(2), buys: Float64Array.of(0.03, 0, 0) });
    expect(alternatives.insteadOfPurchase(0, () => true).instead).toBe(2);
    expect(alternatives.insteadOfPurchase(0, (asset) => asset !== 2).instead).toBeNull();
  });
});
