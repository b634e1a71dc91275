import fc from 'fast-check';
import { heldOf, type HoldingRow } from './holdings';
import { buildSecurities } from './securities';

const securities = buildSecurities([
  { symbol: 'VTI', price: 290, assetClass: 'US equity' },
  { symbol: 'BND', price: 73.25, assetClass: 'Bonds' },
  { symbol: 'SPAXX', price: 1, assetClass: 'Cash', type: 'Cash' },
]);
const lot = (symbol: string, quantity: number, rest: Partial<HoldingRow['row']> = {}): HoldingRow => ({
  row: { accountId: 'A1', symbol, quantity, ...rest },
  security: securities.get(symbol)!,
});

describe('heldOf', () => {
  it('adds up CASH and sweep funds, and what of them has not settled', () => {
    const held = heldOf('A1', [lot('CASH', 12_400, { unsettled: 2_500 }), lot('SPAXX', 100.25, { unsettled: 0.25 })]);
    expect(held).toEqual({ cash: 12_500.25, unsettledCash: 2_500.25, lots: [] });
  });

  it('keeps negative cash', () => {
    expect(heldOf('A1', [lot('CASH', -310.4)]).cash).toBe(-310.4);
  });

  it('takes a cash figure that is stated twice as one, and lots of a sweep fund as several', () => {
    expect(heldOf('A1', [lot('CASH', 500), lot('CASH', 500)]).cash).toBe(500);
    expect(heldOf('A1', [lot('SPAXX', 500), lot('SPAXX', 500)]).cash).toBe(500);
    const day = { acquired: '2026-11-02' };
    expect(heldOf('A1', [lot('SPAXX', 500, day), lot('SPAXX', 500, day), lot('SPAXX', 500, { lotId: 'L-1' })]).cash).toBe(1_500);
  });

  it('derives the unit cost from the total basis, which wins over a rounded unit cost', () => {
    const cost = (rest: Partial<HoldingRow['row']>): number | null => heldOf('A1', [lot('VTI', 3, rest)]).lots[0].unitCost;
    expect(cost({ costBasis: 100, unitCost: 33.33 })).toBeCloseTo(100 / 3, 12);
    expect(cost({ unitCost: 33.33 })).toBe(33.33);
    expect(cost({ costBasis: 0 })).toBe(0);
    expect(cost({})).toBeNull();
    expect(cost({ costBasis: -5 })).toBeNull();
    expect(cost({ costBasis: 100, covered: 'Unknown basis' })).toBeNull();
  });

  it('does not add the disallowed loss: the basis holds it already', () => {
    expect(heldOf('A1', [lot('VTI', 10, { costBasis: 1_000, disallowedLoss: 120 })]).lots[0].unitCost).toBe(100);
  });

  it('counts the holding period from an earlier start, never from a later one', () => {
    const from = (holdingPeriodStart?: string, acquired?: string): string | null =>
      heldOf('A1', [lot('VTI', 1, { holdingPeriodStart, acquired })]).lots[0].heldFrom;
    expect(from('2020-11-02', '2021-03-04')).toBe('2020-11-02');
    expect(from('2021-11-02', '2021-03-04')).toBe('2021-03-04');
    expect(from(undefined, '2021-03-04')).toBe('2021-03-04');
    expect(from('2020-11-02')).toBe('2020-11-02');
    expect(from()).toBeNull();
  });

  it('makes lot IDs from account, symbol, day and sequence, cheapest lot first', () => {
    const held = heldOf('A1', [
      lot('VTI', 5, { acquired: '2021-03-04', unitCost: 200 }),
      lot('VTI', 5, { acquired: '2021-03-04', unitCost: 100 }),
      lot('BND', 7),
    ]);
    expect(held.lots.map(({ id, unitCost }) => [id, unitCost])).toEqual([
      ['A1-BND-undated-1', null],
      ['A1-VTI-2021-03-04-1', 100],
      ['A1-VTI-2021-03-04-2', 200],
    ]);
  });

  it('keeps the lot IDs that are given and tells repeated ones apart', () => {
    const held = heldOf('A1', [lot('VTI', 1, { lotId: 'L-1' }), lot('VTI', 2, { lotId: 'L-1' }), lot('VTI', 3, { lotId: ' L-2 ' })]);
    expect(held.lots.map(({ id }) => id)).toEqual(['L-1', 'L-1#2', 'L-2']);
  });

  it('leaves out short positions and empty lots', () => {
    expect(heldOf('A1', [lot('VTI', -5), lot('VTI', 0)]).lots).toEqual([]);
  });

  it('gives the same lots, with distinct IDs, in whatever order the rows come', () => {
    const row = fc.record({
      symbol: fc.constantFrom('VTI', 'BND', 'CASH', 'SPAXX'),
      quantity: fc.integer({ min: -1, max: 3 }),
      unitCost: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
      acquired: fc.constantFrom('2021-03-04', '2022-01-01', undefined),
      lotId: fc.constantFrom('L-1', 'L-1#2', 'A1-VTI-2021-03-04-1', undefined),
    });
    const shuffled = fc
      .array(row, { maxLength: 12 })
      .map((rows) => rows.map((one, index) => lot(one.symbol, one.quantity, { ...one, row: index + 2 })))
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        const held = heldOf('A1', rows);
        expect(heldOf('A1', other)).toEqual(held);
        expect(new Set(held.lots.map(({ id }) => id)).size).toBe(held.lots.length);
      }),
    );
  });
});
