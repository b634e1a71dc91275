import { describe, expect, it } from '@jest/globals';
import { matchWashSales } from './wash-matching';
import type { WashLot } from './wash-lots';

const held = (id: string, acquired: string, shares: number, basis: number, more: Partial<WashLot> = {}): WashLot => ({
  id,
  accountId: 'A',
  taxable: true,
  shares,
  acquired,
  basis,
  ...more,
});
const sold = (id: string, acquired: string, shares: number, basis: number, date: string, proceeds: number, more: Partial<WashLot> = {}) =>
  held(id, acquired, shares, basis, { sale: { date, proceeds }, ...more });
const inIra = { accountId: 'IRA', taxable: false };
/** Lot, shares, holding period, basis, disallowed loss. */
const rows = (...lots: WashLot[]) =>
  matchWashSales(lots).lots.map(({ lotId, shares, heldFrom, basis, disallowed }) => [lotId, shares, heldFrom, basis, disallowed]);
const pairs = (...lots: WashLot[]) =>
  matchWashSales(lots).pairs.map(({ lossLotId, replacementLotId, shares, disallowed }) => [
    lossLotId,
    replacementLotId,
    shares,
    disallowed,
  ]);

describe('one loss', () => {
  it('moves to the shares bought after it, with its holding period', () => {
    expect(rows(sold('old', '2026-01-05', 60, 3000, '2026-03-10', 2400), held('new', '2026-03-20', 60, 2520))).toEqual([
      ['old', 60, '2026-01-05', 3000, 600],
      ['new', 60, '2026-01-15', 3120, 0],
    ]);
  });
  it('moves to shares of another purchase made before it and still held', () => {
    expect(rows(sold('old', '2026-01-05', 60, 3000, '2026-03-10', 2400), held('new', '2026-02-20', 60, 2520))[1]).toEqual([
      'new',
      60,
      '2025-12-18',
      3120,
      0,
    ]);
  });
  it('of 500 shares bought at $10, sold at $5 and bought back at $4 makes the new basis $9', () => {
    const [, again] = matchWashSales([sold('a', '2025-06-02', 500, 5000, '2026-03-10', 2500), held('b', '2026-03-12', 500, 2000)]).lots;
    expect(again.basis / again.shares).toBe(9);
  });
  it('is no wash sale when all is sold, or part of what one order bought', () => {
    expect(pairs(sold('a', '2026-03-01', 200, 10_000, '2026-03-10', 8000))).toEqual([]);
    expect(
      pairs(
        sold('a', '2026-03-01', 150, 7500, '2026-03-10', 6000, { purchase: 'one order' }),
        held('b', '2026-03-01', 50, 2500, { purchase: 'one order' }),
      ),
    ).toEqual([]);
    // The same lot ID says so too: a lot sold in part.
    expect(pairs(sold('a', '2026-03-01', 150, 7500, '2026-03-10', 6000), held('a', '2026-03-01', 50, 2500))).toEqual([]);
  });
  it('is not washed by shares that were sold on an earlier day', () => {
    const between = sold('b', '2026-02-20', 60, 2520, '2026-03-09', 2600);
    expect(pairs(sold('old', '2026-01-05', 60, 3000, '2026-03-10', 2400), between)).toEqual([]);
  });
  it.each([
    ['2026-02-07', 0],
    ['2026-02-08', 1],
    ['2026-03-10', 1],
    ['2026-04-09', 1],
    ['2026-04-10', 0],
  ])('sold on 2026-03-10 and bought on %s makes %d pairs', (acquired, count) => {
    expect(pairs(sold('old', '2025-06-02', 60, 3000, '2026-03-10', 2400), held('new', acquired, 60, 2520))).toHaveLength(count);
  });
  it('is judged by the window it is given', () => {
    const lots = [sold('old', '2025-06-02', 60, 3000, '2026-03-10', 2400), held('new', '2026-05-01', 60, 2520)];
    expect(matchWashSales(lots, 60).pairs).toHaveLength(1);
    expect(matchWashSales(lots, 51).pairs).toHaveLength(0);
  });
  it('that is a gain is left alone', () => {
    expect(pairs(sold('old', '2026-01-05', 60, 3000, '2026-03-10', 3000), held('new', '2026-03-20', 60, 2520))).toEqual([]);
  });
});

describe('a loss matched in part', () => {
  it('splits the lot sold, and the rest stays deductible', () => {
    const matching = matchWashSales([sold('old', '2026-01-05', 90, 4500, '2026-03-10', 3600), held('new', '2026-03-20', 30, 1200)]);
    expect(matching.lots.map(({ shares, basis, disallowed, realizedGain }) => [shares, basis, disallowed, realizedGain])).toEqual([
      [30, 1500, 300, 0],
      [60, 3000, 0, -600],
      [30, 1500, 0, undefined],
    ]);
  });
  it('splits the replacement, and the rest keeps its basis and day', () => {
    expect(rows(sold('old', '2026-01-05', 30, 1500, '2026-03-10', 1200), held('new', '2026-03-20', 90, 3600)).slice(1)).toEqual([
      ['new', 30, '2026-01-15', 1500, 0],
      ['new', 60, '2026-03-20', 2400, 0],
    ]);
  });
  it('loses no cent where shares do not divide dollars', () => {
    const matching = matchWashSales([
      sold('old', '2026-01-05', 3, 100, '2026-03-10', 50),
      held('x', '2026-03-11', 1, 17),
      held('y', '2026-03-12', 0.5, 8.5),
    ]);
    // Each part's basis, proceeds and loss are whole cents that agree, so a loss may be a cent off its fraction; the sum is not.
    expect(matching.pairs.map(({ disallowed }) => disallowed)).toEqual([16.66, 8.34]);
    expect(matching.lots.filter(({ lotId }) => lotId === 'old').map(({ originalBasis }) => originalBasis)).toEqual([33.33, 16.67, 50]);
  });
});

describe('several', () => {
  const replacement = held('new', '2026-03-20', 50, 2000);
  it('losses are matched in the order of sale, then of acquisition; each share replaces once', () => {
    const later = sold('b', '2025-01-02', 50, 3000, '2026-03-12', 2000);
    expect(pairs(sold('c', '2026-01-05', 30, 1500, '2026-03-10', 1200), later, replacement)).toEqual([
      ['c', 'new', 30, 300],
      ['b', 'new', 20, 400],
    ]);
    const sameDay = sold('b', '2025-01-02', 50, 3000, '2026-03-10', 2000);
    expect(pairs(sold('a', '2026-01-05', 30, 1500, '2026-03-10', 1200), sameDay, replacement)).toEqual([['b', 'new', 50, 1000]]);
  });
  it('replacements are used in the order of acquisition', () => {
    const loss = sold('old', '2025-06-02', 100, 5000, '2026-03-10', 4000);
    expect(pairs(loss, replacement, held('before', '2026-02-20', 40, 1800), held('last', '2026-04-01', 40, 1800))).toEqual([
      ['old', 'before', 40, 400],
      ['old', 'new', 50, 500],
      ['old', 'last', 10, 100],
    ]);
  });
  it('shares of one purchase replace those held longest first, so that selling the others hides no loss', () => {
    const loss = sold('old', '2025-06-02', 10, 500, '2026-03-10', 400);
    const kept = held('b', '2026-03-01', 10, 450, { purchase: 'one order' });
    const soldToo = sold('a', '2026-03-01', 10, 450, '2026-03-10', 400, { purchase: 'one order' });
    expect(pairs(loss, soldToo, kept)).toEqual([['old', 'b', 10, 100]]);
  });
  it('sales form a chain: a replacement sold at a loss hands on what it received', () => {
    const matching = matchWashSales([
      sold('a', '2026-01-05', 10, 1000, '2026-02-02', 900),
      sold('b', '2026-02-10', 10, 850, '2026-03-02', 800),
      held('c', '2026-03-05', 10, 790),
    ]);
    expect(matching.pairs.map(({ disallowed }) => disallowed)).toEqual([100, 150]);
    expect(matching.lots.map(({ basis, heldFrom }) => [basis, heldFrom])).toEqual([
      [1000, '2026-01-05'],
      [950, '2026-01-13'],
      [940, '2026-01-16'],
    ]);
  });
  it('sales of one day: a gain that receives a loss is a loss of that day', () => {
    const matching = matchWashSales([
      sold('a', '2026-03-10', 10, 1000, '2026-03-10', 900),
      sold('b', '2026-03-10', 10, 850, '2026-03-10', 900),
      held('c', '2026-03-15', 10, 880),
    ]);
    expect(matching.pairs.map(({ lossLotId, replacementLotId, disallowed }) => [lossLotId, replacementLotId, disallowed])).toEqual([
      ['a', 'b', 100],
      ['b', 'c', 50],
    ]);
  });
});

describe('across accounts', () => {
  const loss = sold('old', '2025-06-02', 60, 3000, '2026-03-10', 2400);
  it('a purchase in another taxable account takes the loss over', () => {
    const [pair] = matchWashSales([loss, held('new', '2026-03-20', 60, 2520, { accountId: 'B' })]).pairs;
    expect(pair).toEqual({
      lossLotId: 'old',
      lossAccountId: 'A',
      sold: '2026-03-10',
      replacementLotId: 'new',
      replacementAccountId: 'B',
      acquired: '2026-03-20',
      shares: 60,
      disallowed: 600,
      isPermanent: false,
    });
  });
  it('lots of the same ID in two accounts are two purchases', () => {
    expect(pairs(loss, held('old', '2026-03-01', 60, 2520, { accountId: 'B' }))).toHaveLength(1);
  });
  it('a purchase in an IRA loses the loss for good and adjusts nothing (Rev. Rul. 2008-5)', () => {
    const matching = matchWashSales([loss, held('new', '2026-03-20', 45, 1890, inIra)]);
    expect(matching.pairs.map(({ isPermanent, disallowed }) => [isPermanent, disallowed])).toEqual([[true, 450]]);
    expect(matching.lots.map(({ permanentLoss, disallowed, realizedGain }) => [permanentLoss, disallowed, realizedGain])).toEqual([
      [450, 450, 0],
      [0, 0, -150],
      [0, 0, undefined],
    ]);
    expect(matching.lots[2]).toMatchObject({ basis: 1890, heldFrom: '2026-03-20', replaces: true });
  });
  it('of two purchases on one day, the one that keeps the basis comes first', () => {
    const bought = [held('a', '2026-03-20', 60, 2520, inIra), held('b', '2026-03-20', 60, 2520)];
    expect(pairs(loss, ...bought)).toEqual([['old', 'b', 60, 600]]);
  });
  it('a loss inside an IRA is none', () => {
    expect(pairs({ ...loss, ...inIra }, held('new', '2026-03-20', 60, 2520))).toEqual([]);
  });
});
