import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates';
import { harvestThreshold, waitingFactor } from './harvest';

const offset = fc.integer({ min: 0, max: 363 });
const harvestAt = fc.double({ min: 0, max: 1, noNaN: true });

describe('the harvest threshold', () => {
  it.each([
    ['2026-01-01', 0.2],
    ['2026-06-17', 0.125],
    ['2026-12-01', 0.05],
    ['2026-12-31', 0.05],
    ['2028-01-01', 0.2],
    ['2028-12-01', 0.05],
  ])('on %s is %d', (day, threshold) => expect(harvestThreshold(day, 'Year-round', 0.05)).toBeCloseTo(threshold, 10));

  it('never rises during the year and ends at the setting', () => {
    fc.assert(
      fc.property(offset, harvestAt, (days, at) => {
        const day = addDays('2026-01-01', days);
        const today = harvestThreshold(day, 'Year-round', at);
        expect(harvestThreshold(addDays(day, 1), 'Year-round', at)).toBeLessThanOrEqual(today + 1e-12);
        expect(today).toBeGreaterThanOrEqual(at - 1e-12);
      }),
    );
  });
  it('is out of reach before November in the year-end profile, and the same after', () => {
    fc.assert(
      fc.property(offset, (days) => {
        const day = addDays('2026-01-01', days);
        const expected = day < '2026-11-01' ? Infinity : harvestThreshold(day, 'Year-round', 0.05);
        expect(harvestThreshold(day, 'Year-end', 0.05)).toBe(expected);
      }),
    );
  });
  it('is nothing when harvesting is off', () => expect(harvestThreshold('2026-05-05', 'Off', 0.05)).toBe(0));
});

describe('the waiting factor', () => {
  it.each([
    [0, 0.2, 1],
    [0.05, 0.2, 0.75],
    [0.2, 0.2, 0],
    [0.5, 0.2, 0],
    [-0.1, 0.2, 0],
    [0.3, Infinity, 1],
    [0.3, 0, 0],
    [0, 0, 0],
  ])('of a loss of %d at a threshold of %d is %d', (loss, threshold, factor) =>
    expect(waitingFactor(loss, threshold)).toBeCloseTo(factor, 12),
  );
  it('lies between 0 and 1 and falls as the loss grows', () => {
    fc.assert(
      fc.property(harvestAt, harvestAt, harvestAt, (loss, more, threshold) => {
        const factor = waitingFactor(loss, threshold);
        expect(factor).toBeGreaterThanOrEqual(0);
        expect(factor).toBeLessThanOrEqual(1);
        expect(waitingFactor(loss + more, threshold)).toBeLessThanOrEqual(factor);
      }),
    );
  });
});
