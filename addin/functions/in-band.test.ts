import { describe, expect, it } from '@jest/globals';
import { CellError } from './cell-error';
import { inBand } from './in-band';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe('=REBAL.INBAND', () => {
  it('judges each weight by its own limits, edges inside', () => {
    expect(inBand(column(0.5, 0.36, 0.1), column(0.4, 0.4, 0.2), column(0.3, 0.36, 0.15), column(0.45, 0.45, 0.25))).toEqual(
      column('Over', 'In band', 'Under'),
    );
  });
  it('takes one limit for all, and the usual band without limits', () => {
    expect(inBand(column(0.5, 0.1), column(0.4, 0.2), column(0.2), column(0.45))).toEqual(column('Over', 'Under'));
    expect(inBand(column(0.37, 0.24, 0.3), column(0.3, 0.3, 0.3))).toEqual(column('Over', 'In band', 'In band'));
    expect(inBand([[0.37]], [[0.3]], null as unknown as unknown[][])).toEqual([['Over']]);
  });
  it('uses the usual band for blank limits, whether Excel sends null or 0', () => {
    for (const blank of [null, '', 0]) {
      expect(inBand(column(0.37, 0.2), column(0.3, 0.3), column(blank, blank), column(blank, 0.4))).toEqual(
        column('Over', blank === 0 ? 'In band' : 'Under'),
      );
    }
  });
  it('leaves blank rows blank and keeps an error in its cell', () => {
    const [[first], [second], [third]] = inBand(column('abc', null, 0.3), column(0.3, null, 0.3));
    expect(first).toBeInstanceOf(CellError);
    expect((first as CellError).message).toMatch(/^Weight is "abc".*\.$/);
    expect([second, third]).toEqual(['', 'In band']);
  });
  it('points at percent points and exchanged limits, in their cells', () => {
    const errors = inBand(column(65, 0.3), column(0.6, 0.3), column(null, 0.4), column(null, 0.2)).flat() as CellError[];
    expect(errors.map((error) => error.message)).toEqual([
      'Weight is 65, it must be between 0 and 100%. Maybe 65%.',
      'Lowest weight 0.4 is above highest weight 0.2.',
    ]);
  });
  it('knows leverage and short positions', () => expect(inBand(column(1.3, -0.3), column(1, 0))).toEqual(column('Over', 'Under')));
  it('refuses ranges of different sizes', () => {
    expect(() => inBand(column(0.1, 0.2), column(0.1))).toThrow('Weights and targets must have the same number of cells: 2 and 1.');
    expect(() => inBand(column(0.1, 0.2), column(0.1, 0.2), column(0.1, 0.1, 0.1))).toThrow(
      'Weights and lowest weights must have the same number of cells: 2 and 3.',
    );
  });
});
