import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { activeWeights, maxDrift, relativeDrift, totalDrift } from './drift';

const weights = fc.integer({ min: 1, max: 30 }).chain((size) => {
  const side = fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: size, maxLength: size })
    .map((raw) => raw.map((value) => value / raw.reduce((a, b) => a + b, 0)));
  return fc.tuple(side, side);
});

describe('drift', () => {
  const [current, target] = [
    [0.65, 0.25, 0.1],
    [0.6, 0.3, 0.1],
  ];
  it('is half the sum of active weights', () => expect(totalDrift(current, target)).toBeCloseTo(0.05, 12));
  it('has a largest part', () => expect(maxDrift(current, target)).toBeCloseTo(0.05, 12));
  it('has a largest part relative to target', () => expect(relativeDrift(current, target)).toBeCloseTo(1 / 6, 12));
  it('is infinite, relatively, where the target is nothing', () => {
    expect(relativeDrift([0.1, 0.9], [0, 1])).toBe(Infinity);
    expect(relativeDrift([0, 1], [0, 1])).toBe(0);
  });
  it('is nothing for nothing', () => expect([totalDrift([], []), maxDrift([], []), relativeDrift([], [])]).toEqual([0, 0, 0]));
  it('refuses lists of different lengths', () => expect(() => activeWeights([1], [1, 2])).toThrow('1 weights and 2 targets'));

  it('is the one-way turnover that reaches the target', () => {
    fc.assert(
      fc.property(weights, ([a, b]) => {
        const buys = activeWeights(b, a)
          .filter((trade) => trade > 0)
          .reduce((sum, trade) => sum + trade, 0);
        expect(totalDrift(a, b)).toBeCloseTo(buys, 9);
      }),
    );
  });
  it('is symmetric, at most 1, and at least its largest part', () => {
    fc.assert(
      fc.property(weights, ([a, b]) => {
        expect(totalDrift(a, b)).toBeCloseTo(totalDrift(b, a), 12);
        expect(totalDrift(a, b)).toBeLessThanOrEqual(1 + 1e-9);
        expect(totalDrift(a, b)).toBeGreaterThanOrEqual(maxDrift(a, b) - 1e-9);
        expect(relativeDrift(a, b)).toBeGreaterThanOrEqual(maxDrift(a, b) - 1e-9);
      }),
    );
  });
});
