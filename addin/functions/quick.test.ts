import { describe, expect, it } from '@jest/globals';
import { quick } from './quick';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const values = column(650_000, 250_000, 100_000);
const targets = column(0.6, 0.3, 0.1);

describe('=REBAL.QUICK', () => {
  it('raises $50,000', () => expect(quick(values, targets, -50_000)).toEqual(column(-80_000, 35_000, -5_000)));
  it('rebalances without a flow, in the shape of the values', () => {
    expect(quick([[650_000, 350_000]], [[0.6, 0.4]], null, null, null)).toEqual([[-50_000, 50_000]]);
  });
  it('leaves small trades out', () => expect(quick(values, targets, -50_000, 10_000)).toEqual(column(-83_333.33, 33_333.33, 0)));
  it.each(['buyonly', 'Buy only', 'BUY-ONLY'])('spends a deposit with style %p', (style) => {
    expect(quick(values, targets, 40_000, 0, style)).toEqual(column(0, 40_000, 0));
  });
  it('goes to the band edge', () => {
    expect(quick(column(740_000, 200_000, 60_000), targets, 0, 0, 'to band edge')).toEqual(column(-60_000, 40_000, 20_000));
  });
  it('takes percent points, and thirds that do not quite add up', () => {
    expect(quick(values, column(60, 30, 10), -50_000)).toEqual(column(-80_000, 35_000, -5_000));
    expect(quick(column(0, 0, 0), column(0.333, 0.333, 0.333), 300)).toEqual(column(100, 100, 100));
  });
  it('says what is wrong', () => {
    expect(() => quick(values, column(0.6, 0.3, 0.07))).toThrow('Targets add up to 97%, not 100%. Maybe a row is missing.');
    expect(() => quick(values, column(0.6, 0.4))).toThrow('Values and targets must have the same number of cells: 3 and 2.');
    expect(() => quick(values, targets, -1_000_001)).toThrow('A withdrawal of 1,000,001 is more than the positions are worth.');
    expect(() => quick(values, targets, -50_000, 0, 'buyonly')).toThrow(
      'A withdrawal of 50,000 needs sales, and "buyonly" makes none. Maybe "full".',
    );
    expect(() => quick(values, targets, 'lots')).toThrow('Cash flow is "lots"');
  });
});
