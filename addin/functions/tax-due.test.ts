import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { taxDue } from './tax-due';

describe('=REBAL.TAXDUE', () => {
  it.each([
    [[8000, -3000, 0.37, 0.2], 1850],
    [[10_000, -10_000, 0.408, 0.238], 0],
    [[-10_000, 0, 0.37, 0.2], -1110],
    [[null, '', '37%', 0.2], 0],
    [['8,000', '(3,000)', '37%', '20%'], 1850],
    [[8000, 2000, 0.37, 0.2, 3000, 1000], 2050],
    [[8000, 2000, 0.37, 0.2, -3000, -1000], 2050],
    [[8000, 2000, 0.37, 0.2, null, null, false], 3360],
  ] as [Parameters<typeof taxDue>, number][])('%p is %d', (given, tax) => expect(taxDue(...given)).toEqual([[tax]]));

  it('shows the netting when asked', () => {
    expect(taxDue(-8000, 1000, 0.37, 0.2, 2000, null, true)).toEqual([[-10_000, 1000, -1110, -6000]]);
    expect(taxDue(8000, -3000, 0.37, 0.2, null, null, 'TRUE')).toEqual([[8000, -3000, 1850, 0]]);
  });
  it.each([
    [[8000, -3000, 37, 0.2], 'Short-term rate is 37, it must be between 0 and 100%. Maybe 37%.'],
    [[8000, -3000, -0.1, 0.2], 'Short-term rate is -0.1, it must be between 0 and 100%.'],
    [[8000, -3000, 0.37, null], 'Long-term rate is blank.'],
    [['abc', -3000, 0.37, 0.2], 'Short-term gain is "abc"'],
  ] as [Parameters<typeof taxDue>, string][])('%p: %s', (given, message) => expect(() => taxDue(...given)).toThrow(message));

  it('is never more than each kind taxed on its own, and never less than the deduction saves', () => {
    const cents = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 100);
    const rate = fc.integer({ min: 0, max: 60 }).map((value) => value / 100);
    fc.assert(
      fc.property(cents, cents, rate, rate, (short, long, shortRate, longRate) => {
        const tax = taxDue(short, long, shortRate, longRate)[0][0];
        expect(tax).toBeLessThanOrEqual(Math.max(0, short) * shortRate + Math.max(0, long) * longRate + 0.01);
        expect(tax).toBeGreaterThanOrEqual(-3000 * shortRate - 0.01);
      }),
    );
  });
});
