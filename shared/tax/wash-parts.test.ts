import { describe, expect, it } from '@jest/globals';
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { partOf, splitOff } from './wash-parts';

const lot = { id: 'L', accountId: 'A', taxable: true, acquired: '2026-01-05' };
const cents = fc.integer({ min: 0, max: 500_000 }).map((value) => value / 100);

describe('a lot as a part', () => {
  it('has whole cents and the holding period of its acquisition, unless another is stated', () => {
    const part = partOf({ ...lot, shares: 3, basis: 10.005, sale: { date: '2026-02-02', proceeds: 9.994 } });
    expect([part.basis.toNumber(), part.proceeds.toNumber(), part.heldFrom]).toEqual([10.01, 9.99, '2026-01-05']);
    expect(partOf({ ...lot, shares: 3, basis: 1, heldFrom: '2020-01-01' }).heldFrom).toBe('2020-01-01');
  });
});

describe('a split', () => {
  it('gives each piece its cents and leaves none over', () => {
    const rest = partOf({ ...lot, shares: 3, basis: 100 });
    const head = splitOff(rest, new Decimal(1));
    expect([head.shares, head.basis, rest.shares, rest.basis].map(Number)).toEqual([1, 33.33, 2, 66.67]);
  });
  it('keeps the sum, and makes no loss of a gain', () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 399 }), (a, b, shares, taken) => {
        fc.pre(taken < shares);
        const [basis, proceeds] = [Math.min(a, b), Math.max(a, b)];
        const rest = partOf({ ...lot, shares: shares / 8, basis, sale: { date: '2026-02-02', proceeds } });
        const head = splitOff(rest, new Decimal(taken).div(8));
        expect(head.basis.plus(rest.basis).toNumber()).toBe(basis);
        expect(head.proceeds.plus(rest.proceeds).toNumber()).toBe(proceeds);
        expect(head.shares.plus(rest.shares).toNumber()).toBe(shares / 8);
        expect(head.basis.lte(head.proceeds) && rest.basis.lte(rest.proceeds)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
