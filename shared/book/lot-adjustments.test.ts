import Decimal from 'decimal.js';
import fc from 'fast-check';
import { termOf } from '../tax/holding-period';
import { basisOf, lotAdjustments, unusableTerms } from './lot-adjustments';
import type { Row } from './rows';

type Action = Row<'corporateActions'>;

const lot: Row<'holdings'> = { row: 2, accountId: 'A', symbol: 'ABC', quantity: 100, costBasis: 1000, acquired: '2025-12-01', lotId: 'L-1', marketValue: 1500, asOf: '2026-11-10' };
const action = (change: Partial<Action>): Action => ({ symbol: 'ABC', type: 'Split', effective: '2026-11-20', ...change });
const adjust = (change: Partial<Action>, held = lot) => lotAdjustments[action(change).type]!.adjust(held, action(change));
const totalBasis = (lots: readonly Row<'holdings'>[]): Decimal => lots.reduce((sum, each) => sum.plus(basisOf(each) ?? 0), new Decimal(0));

test('a 2-for-1 split doubles the shares and leaves the basis', () => {
  expect(adjust({ ratio: 2 })).toEqual({ cash: 0, lots: [{ ...lot, quantity: 200, unitCost: undefined, marketValue: undefined, asOf: '2026-11-20' }] });
});

test('a 1-for-10 reverse split keeps a fraction', () => {
  expect(adjust({ ratio: 0.1 }, { ...lot, quantity: 105, unsettled: 5 }).lots[0]).toMatchObject({ quantity: 10.5, unsettled: 0.5, costBasis: 1000 });
});

test('a stock merger gives 0.75 XYZ a share with the days of the old lot', () => {
  expect(adjust({ type: 'Stock merger', newSymbol: 'XYZ', ratio: 0.75 }).lots[0]).toMatchObject({ symbol: 'XYZ', quantity: 75, costBasis: 1000, acquired: '2025-12-01', lotId: 'L-1' });
});

test('a ticker change needs no ratio', () => {
  expect(adjust({ type: 'Ticker change', newSymbol: 'XYZ' }).lots).toEqual([expect.objectContaining({ symbol: 'XYZ', quantity: 100, costBasis: 1000 })]);
});

test('a spin-off moves 18.4 % of the basis to new shares, held as long as the old', () => {
  const { lots } = adjust({ type: 'Spin-off', newSymbol: 'NEW', ratio: 0.25, basisToNew: 0.184 });
  expect(lots).toEqual([
    expect.objectContaining({ symbol: 'ABC', quantity: 100, costBasis: 816, lotId: 'L-1', acquired: '2025-12-01' }),
    expect.objectContaining({ symbol: 'NEW', quantity: 25, costBasis: 184, lotId: 'L-1-NEW', acquired: '2025-12-01' }),
  ]);
  // IRC §1223(1): both turn long-term on the day on which the old lot does.
  expect(lots.map(({ acquired }) => [termOf(acquired!, '2026-12-01'), termOf(acquired!, '2026-12-02')])).toEqual([['Short', 'Long'], ['Short', 'Long']]);
});

test('a cash merger pays by the cent and leaves no lot', () => {
  expect(adjust({ type: 'Cash merger', cashPerShare: 12.345 }, { ...lot, quantity: 33 })).toEqual({ lots: [], cash: 407.39 });
});

test('a lot of unknown basis stays one', () => {
  const unknown = { ...lot, costBasis: undefined, covered: 'Unknown basis' as const };
  for (const { costBasis, unitCost, covered } of adjust({ type: 'Spin-off', newSymbol: 'NEW', ratio: 1, basisToNew: 0.2 }, unknown).lots) {
    expect([costBasis, unitCost, covered]).toEqual([undefined, undefined, 'Unknown basis']);
  }
});

test('no cent of basis is lost or made, and days are kept', () => {
  const given = fc.record({
    type: fc.constantFrom('Split' as const, 'Stock merger' as const, 'Ticker change' as const, 'Spin-off' as const),
    ratio: fc.double({ min: 0.001, max: 1000, noNaN: true }), basisToNew: fc.double({ min: 0.0001, max: 1, noNaN: true }),
    quantity: fc.double({ min: 0.001, max: 1e6, noNaN: true }), cents: fc.integer({ min: 0, max: 1e11 }), perShare: fc.boolean(),
  });
  fc.assert(fc.property(given, ({ type, ratio, basisToNew, quantity, cents, perShare }) => {
    const cost = perShare ? { costBasis: undefined, unitCost: cents / 1e8 } : { costBasis: cents / 100 };
    const held = { ...lot, ...cost, quantity, holdingPeriodStart: '2025-06-01' };
    const { lots, cash } = adjust({ type, ratio, basisToNew, newSymbol: 'XYZ' }, held);
    expect(cash).toBe(0);
    // Sums are below a billion dollars, of which a double keeps more than cents.
    expect(totalBasis(lots).minus(basisOf(held)!).abs().lt(1e-4)).toBe(true);
    for (const each of lots) expect([each.acquired, each.holdingPeriodStart]).toEqual(['2025-12-01', '2025-06-01']);
  }));
});

test.each<[Partial<Action>, readonly string[]]>([
  [{ ratio: 2 }, []], [{}, ['ratio']], [{ ratio: 0 }, ['ratio']], [{ ratio: -1 }, ['ratio']], [{ ratio: NaN }, ['ratio']],
  [{ type: 'Stock merger' }, ['newSymbol', 'ratio']], [{ type: 'Stock merger', newSymbol: ' ', ratio: 1 }, ['newSymbol']],
  [{ type: 'Ticker change', newSymbol: 'X', ratio: -1 }, ['ratio']], [{ type: 'Cash merger', ratio: 1 }, ['cashPerShare']],
  [{ type: 'Spin-off', newSymbol: 'X', ratio: 1, basisToNew: 1.2 }, ['basisToNew']], [{ type: 'Delisting' }, []],
])('%j lacks %j', (change, lacking) => {
  expect(unusableTerms(action(change))).toEqual(lacking);
});
