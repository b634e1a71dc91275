import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisPoints, duration, secondsLeft, wholeDollars } from './amounts';

describe('amounts in the pane', () => {
  it('shows whole dollars with a true minus sign', () => {
    expect([wholeDollars(41_280.4), wholeDollars(-1_119.6), wholeDollars(-0.4), wholeDollars(0)]).toEqual([
      '$41,280',
      '–$1,120',
      '$0',
      '$0',
    ]);
  });

  it('shows basis points with one place', () => {
    expect([basisPoints(6.07), basisPoints(0), basisPoints(-1234.56)]).toEqual(['6.1 bp', '0.0 bp', '-1,234.6 bp']);
  });

  it('shows durations as people say them', () => {
    expect([duration(0.4), duration(41), duration(125)]).toEqual(['under 1 s', '41 s', '2 min 5 s']);
  });

  it('gives no time left before it can know, and never a negative one after', () => {
    expect(secondsLeft(2, 200, 10)).toBeUndefined();
    expect(secondsLeft(50, 200, 10)).toBe(30);
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 2, max: 1e5, noNaN: true }),
        (done, more, elapsed) => {
          expect(secondsLeft(done, done + more, elapsed)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
