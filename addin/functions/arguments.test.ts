import { describe, expect, it } from '@jest/globals';
import { choiceFrom, flagFrom, isBlank, numberFrom, numbersFrom, plain, rangesFrom, shapedLike, textFrom } from './arguments';

describe('a single argument', () => {
  it('comes plain, rich, alone in a range, or not at all', () => {
    expect([plain(5), plain('x'), plain(true), plain(null), plain(undefined)]).toEqual([5, 'x', true, null, null]);
    expect(plain({ type: 'FormattedNumber', basicType: 'Double', basicValue: 0.37, numberFormat: '0%' })).toBe(0.37);
    expect([plain([[7]]), plain([])]).toEqual([7, null]);
  });
  it('is blank when omitted, null, or without a letter; 0 is a number', () => {
    expect([undefined, null, '', '  ', 0, false, 'x'].map(isBlank)).toEqual([true, true, true, true, false, false, false]);
  });
  it('is a number when it spells one', () => {
    expect([12, '12', ' 1,200.5 ', '(120)', '37%', '$5'].map((value) => numberFrom(value, 'Gain'))).toEqual([
      12, 12, 1200.5, -120, 0.37, 5,
    ]);
    expect(numberFrom(null, 'Gain', 7)).toBe(7);
    expect(() => numberFrom(true, 'Gain')).toThrow('Gain is');
  });
  it('is a choice in any case and spacing, the first one when blank', () => {
    const style = (value: unknown): string => choiceFrom(value, 'Style', ['full', 'buyonly']);
    expect([null, '', 0, 'FULL', 'Buy only', 'buy-only'].map(style)).toEqual(['full', 'full', 'full', 'full', 'buyonly', 'buyonly']);
    expect(() => style('half')).toThrow('Style is "half", it must be one of "full", "buyonly".');
  });
  it('is a flag, or text', () => {
    expect([true, 1, 'TRUE', 'yes', false, 0, null, '', 'no'].map(flagFrom)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([' VTI ', 12, null].map(textFrom)).toEqual(['VTI', '12', '']);
  });
});

describe('a range', () => {
  it('may be a single value', () => expect(rangesFrom(5, [[1, 2]], undefined)).toEqual([[[5]], [[1, 2]], [[null]]]));
  it('gives numbers in reading order, zero for blanks', () =>
    expect(
      numbersFrom(
        [
          [1, null],
          ['', '4'],
        ],
        'weights',
      ),
    ).toEqual([1, 0, 0, 4]));
  it('gives its shape to results', () =>
    expect(
      shapedLike(
        [
          [0, 0],
          [0, 0],
        ],
        [1, 2, 3, 4],
      ),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]));
});
