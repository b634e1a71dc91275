import { bookOf, factorVolatility, instanceSnapshot, stockVolatility } from './instance-book';
import { madeUpInstance } from './examples';

test('an instance becomes an account on its own targets and factors', () => {
  const snapshot = instanceSnapshot(madeUpInstance());
  expect(snapshot.value).toBeCloseTo(100_000, 6);
  const nine = (value: number): number => Number(value.toFixed(9));
  expect(snapshot.assets.map(({ symbol, weight, target }) => [symbol, nine(weight), nine(target)])).toEqual([['A', 0.6, 0.5], ['B', 0.2, 0.4], ['B2', 0, 0], ['C', 0.1, 0]]);
  expect(snapshot.cash.target).toBeCloseTo(0.1, 12);
  expect(snapshot.risk.size).toBe(2);
  expect([...snapshot.risk.loadings.slice(0, 4)]).toEqual([factorVolatility, -factorVolatility, factorVolatility, 0]);
  expect(snapshot.risk.specific[3]).toBe(stockVolatility ** 2);
});

test('losses carried forward are losses, and rates are totals', () => {
  const { tax } = instanceSnapshot(madeUpInstance({ ytd: { shortTermGain: 5, longTermGain: -7 }, carryForward: { shortTermLoss: 100, longTermLoss: 30 } }));
  expect(tax).toMatchObject({ short: -95, long: -37, shortRate: 0.4, longRate: 0.25, plus: 1, minus: 1 });
});

test('a recent loss sale blocks purchases, a recent purchase sales at a loss', () => {
  const lots = [...madeUpInstance().lots, { lotId: 'B-late', securityId: 'B', quantity: 1, costBasis: 100, acquired: '2025-10-01' }];
  const sale = { securityId: 'A', quantity: 10, acquired: '2024-01-01', sold: '2025-10-01' };
  const { wash } = instanceSnapshot(madeUpInstance({ lots, recentlyClosedLots: [{ ...sale, gain: -50 }] }));
  expect(wash.get('A')?.buyBlocked).toContain('2025-11-01');
  expect(wash.get('B')?.lossBlocked).toBeDefined();
  expect(instanceSnapshot(madeUpInstance({ recentlyClosedLots: [{ ...sale, gain: 50 }] })).wash.get('A')?.buyBlocked).toBeUndefined();
});

test('a class keeps the mix of identifiers that is held, and restrictions keep their side', () => {
  const lots = [...madeUpInstance().lots, { lotId: 'B2', securityId: 'B2', quantity: 600, costBasis: 60_000, acquired: '2020-01-02' }];
  const book = bookOf(madeUpInstance({ lots, restrictions: [{ securityId: 'A', canBuy: false, canSell: true }, { securityId: 'C', canBuy: true, canSell: false }] }));
  const targets = book.models.get('m')!.components.map(({ component, target }) => [component, Number(target.toFixed(9))]);
  expect(targets).toEqual([['A', 0.5], ['B', 0.1], ['B2', 0.3], ['CASH', 0.1]]);
  expect(book.accounts[0].restrictions.map(({ rule, value }) => [rule, value])).toEqual([['Never buy', 'A'], ['Never sell', 'C']]);
});
