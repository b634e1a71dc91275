import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asFractions, asTargets } from './weights';

describe('weights', () => {
  it('are fractions, or percent points that add up to 100', () => {
    expect(asFractions([0.65, 0.35], 'Weights')).toEqual([0.65, 0.35]);
    expect(asFractions([65, 35.5], 'Weights')).toEqual([0.65, 0.355]);
    expect(asFractions([1.3, -0.3], 'Weights')).toEqual([1.3, -0.3]);
    expect(() => asFractions([65, 20], 'Weights')).toThrow('Weights add up to 85.');
  });
  it('mean the same in percent points', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(shares, (list) => {
        const total = list.reduce((a, b) => a + b, 0);
        const points = asFractions(
          list.map((share) => (100 * share) / total),
          'Weights',
        );
        points.forEach((weight, i) => expect(weight).toBeCloseTo(list[i] / total, 12));
      }),
    );
  });
});

describe('targets', () => {
  it('add up to exactly 1', () => {
    expect(asTargets([0.333, 0.333, 0.333], 'Targets').reduce((a, b) => a + b, 0)).toBeCloseTo(1, 15);
    expect(() => asTargets([0.6, 0.3], 'Targets')).toThrow('Targets add up to 90%, not 100%.');
    expect(() => asTargets([0, 0], 'Targets')).toThrow('Targets add up to 0%, not 100%.');
  });
});
