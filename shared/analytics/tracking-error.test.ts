import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { activeVariance, trackingError } from './tracking-error';

const number = fc.double({ min: -1, max: 1, noNaN: true });
const factors = fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
const gram = (rows: number[][]): number[][] => rows.map((a) => rows.map((b) => a.reduce((sum, value, k) => sum + value * b[k], 0)));
const vector = fc.array(number, { minLength: 4, maxLength: 4 });

describe('tracking error', () => {
  it('of 65/25/10 against 60/30/10 with volatilities 16 %, 5 % and 0 and correlation 0.1 is 0.81 %', () => {
    const covariance = [
      [0.0256, 0.0008, 0],
      [0.0008, 0.0025, 0],
      [0, 0, 0],
    ];
    expect(trackingError([0.65, 0.25, 0.1], [0.6, 0.3, 0.1], covariance)).toBeCloseTo(0.00814, 5);
  });
  it('is zero on target and grows in proportion', () => {
    fc.assert(
      fc.property(vector, vector, factors, fc.double({ min: 0, max: 5, noNaN: true }), (target, active, rows, factor) => {
        const covariance = gram(rows);
        const at = (size: number): number =>
          trackingError(
            target.map((weight, i) => weight + size * active[i]),
            target,
            covariance,
          );
        expect(at(0)).toBe(0);
        expect(at(factor)).toBeCloseTo(factor * at(1), 6);
      }),
    );
  });
  it('is the length of the factor exposures', () => {
    fc.assert(
      fc.property(vector, factors, (active, rows) => {
        const exposures = rows[0].map((_, k) => active.reduce((sum, weight, i) => sum + weight * rows[i][k], 0));
        expect(activeVariance(active, gram(rows))).toBeCloseTo(
          exposures.reduce((sum, value) => sum + value * value, 0),
          9,
        );
      }),
    );
  });
  it('does not exist for a covariance that is not positive semi-definite', () => {
    expect(
      trackingError(
        [1, 0],
        [0, 1],
        [
          [1, 2],
          [2, 1],
        ],
      ),
    ).toBeNaN();
  });
  it('forgives rounding', () => {
    expect(
      trackingError(
        [0.5, 0.5],
        [0, 1],
        [
          [1, 1 + 1e-12],
          [1 + 1e-12, 1],
        ],
      ),
    ).toBe(0);
  });
  it('refuses a covariance that does not fit', () => {
    expect(() => trackingError([1, 0], [0, 1], [[1]])).toThrow('2 weights need a 2 × 2 covariance');
  });
});
