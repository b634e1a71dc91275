import { describe, expect, it } from '@jest/globals';
import { drift } from './drift';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const held = column(0.65, 0.25, 0.1);
const target = column(0.6, 0.3, 0.1);
const one = (...given: Parameters<typeof drift>): unknown => drift(...given)[0][0];

describe('=REBAL.DRIFT', () => {
  it('of 65/25/10 against 60/30/10 is 5 %', () => {
    expect(one(held, target)).toBeCloseTo(0.05, 12);
    expect(one(held, target, null)).toBeCloseTo(0.05, 12);
    expect(one(held, target, 'max')).toBeCloseTo(0.05, 12);
    expect(one(held, target, 'relative')).toBeCloseTo(1 / 6, 12);
  });
  it('takes percent points as well as percentages', () => {
    expect(one(column(65, 25, 10), column(60, 30, 10))).toBeCloseTo(0.05, 12);
    expect(one(column(65, 25, 10), target)).toBeCloseTo(0.05, 12);
  });
  it('spills every difference, blank for blank rows, in the shape of the weights', () => {
    expect(drift([[0.5, null, 0.5]], [[0.4, '', 0.6]], 'EACH')).toEqual([[expect.closeTo(0.1, 12), '', expect.closeTo(-0.1, 12)]]);
  });
  it('reads blanks as zero, however Excel sends them', () => {
    for (const blank of [null, 0, '', ' ']) expect(one(column(1, blank), column(0.5, 0.5))).toBeCloseTo(0.5, 12);
  });
  it('says what is wrong', () => {
    expect(() => drift(column(...Array<number>(8).fill(0.1)), column(...Array<number>(7).fill(0.1)))).toThrow(
      'Weights and targets must have the same number of cells: 8 and 7.',
    );
    expect(() => drift(column(650_000, 350_000), column(0.6, 0.4))).toThrow(
      'Weights add up to 1,000,000. Maybe they are dollars: divide each by their total.',
    );
    expect(() => drift(column(0.5, 'abc'), column(0.5, 0.5))).toThrow('Cell 2 of weights is "abc"');
    expect(() => drift(column(0.5, '#N/A'), column(0.5, 0.5))).toThrow('Cell 2 of weights shows #N/A');
    expect(() => drift(held, target, 'sum')).toThrow('Measure is "sum", it must be one of "total", "max", "relative", "each".');
    expect(() => drift(column(0.5, 0.5), column(1, 0), 'relative')).toThrow('target is 0 (cell 2)');
  });
  it('refuses ranges and spills that are too big for a cell', () => {
    const many = (rows: number): unknown[][] => Array.from({ length: rows }, () => [1 / rows]);
    expect(() => drift(many(10_500), many(10_500))).toThrow('Too big for a cell formula (21,000 cells, limit 20,000). Use Run.');
    expect(() => drift(many(6_000), many(6_000), 'each')).toThrow('Too big for a cell formula (6,000 result cells, limit 5,000). Use Run.');
    expect(one(many(6_000), many(6_000))).toBeCloseTo(0, 12);
  });
});
