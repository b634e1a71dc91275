import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandAround, parseBand, standing } from './bands';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

describe('a band in words', () => {
  it.each([
    ['5%', { absolute: 0.05 }],
    [' 2.5 % ', { absolute: 0.025 }],
    ['5% absolute', { absolute: 0.05 }],
    ['20% relative', { relative: 0.2 }],
    ['20 % REL', { relative: 0.2 }],
    ['.5% relative', { relative: 0.005 }],
    ['5/25', { absolute: 0.05, relative: 0.25 }],
    ['5% / 25%', { absolute: 0.05, relative: 0.25 }],
  ])('%p', (text, rule) => expect(parseBand(text)).toEqual(rule));

  it.each(['', '5', '-5%', 'five', '5%%', '5/', '/25', '5/25/35', '20% relativ', 'none', '5e1%', '1,5%'])('%p is none', (text) => {
    expect(parseBand(text)).toBeUndefined();
  });
});

describe('a band around a target', () => {
  it.each([
    [0.3, '20% relative', 0.24, 0.36],
    [0.1, '5/25', 0.075, 0.125],
    [0.3, '5/25', 0.25, 0.35],
    [0.2, '5/25', 0.15, 0.25],
    [0.03, '5%', 0, 0.08],
    [0.98, '5%', 0.93, 1],
    [0, '20% relative', 0, 0],
    [0, '5%', 0, 0.05],
  ])('%d at %p is %d to %d', (target, text, min, max) => {
    const band = bandAround(target, parseBand(text) ?? {});
    expect(band.min).toBeCloseTo(min, 12);
    expect(band.max).toBeCloseTo(max, 12);
  });
  it('holds the target and stays between nothing and everything', () => {
    fc.assert(
      fc.property(fraction, fc.record({ absolute: fraction, relative: fraction }), (target, rule) => {
        const { min, max } = bandAround(target, rule);
        expect(min >= 0 && min <= target && target <= max && max <= 1).toBe(true);
      }),
    );
  });
  it('of two rules is the narrower', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (target, absolute, relative) => {
        const both = bandAround(target, { absolute, relative });
        const each = [bandAround(target, { absolute }), bandAround(target, { relative })];
        expect(both.max).toBe(Math.min(each[0].max, each[1].max));
        expect(both.min).toBe(Math.max(each[0].min, each[1].min));
      }),
    );
  });
});

describe('standing', () => {
  it('counts the edges as inside', () => {
    const band = { min: 0.24, max: 0.36 };
    expect([0.2, 0.24, 0.3, 0.36, 0.1 + 0.2 + 0.06, 0.3601].map((weight) => standing(weight, band))).toEqual([
      'Under',
      'In band',
      'In band',
      'In band',
      'In band',
      'Over',
    ]);
  });
  it('of the target is always in band', () => {
    fc.assert(
      fc.property(fraction, fraction, (target, relative) => expect(standing(target, bandAround(target, { relative }))).toBe('In band')),
    );
  });
});
