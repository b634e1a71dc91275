import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { net } from './carryover';

const data = process.env.REBAL_SHARED_DATA ?? resolve(__dirname, '../../../shared/data');
const vectors = join(data, 'vectors/carryover_worksheet_vectors.json');
const cents = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((value) => value / 100);
const loss = fc.integer({ min: 0, max: 5_000_000 }).map((value) => -value / 100);

describe('a year of gains and losses', () => {
  it.each([
    [-7000, 0, { deducted: 3000, carriedShort: -4000, carriedLong: 0 }],
    [-5000, -4000, { deducted: 3000, carriedShort: -2000, carriedLong: -4000 }],
    [-1000, -6000, { deducted: 3000, carriedShort: 0, carriedLong: -4000 }],
    [1500, -30_000, { deducted: 3000, carriedShort: 0, carriedLong: -25_500 }],
    [-20_000, 2500, { deducted: 3000, carriedShort: -14_500, carriedLong: 0 }],
    [4000, 2000, { deducted: 0, carriedShort: 0, carriedLong: 0 }],
    [-12_000, 15_000, { deducted: 0, carriedShort: 0, carriedLong: 0 }],
  ])('%d short and %d long', (short, long, expected) => {
    expect(net({ short, long }, 3000)).toEqual({ netShort: short, netLong: long, ...expected });
  });
  it('takes carry-overs in with their character, whatever their sign', () => {
    const expected = { netShort: 3000, netLong: -8000, deducted: 3000, carriedShort: 0, carriedLong: -2000 };
    expect(net({ short: 5000, long: -1000, carryShort: -2000, carryLong: -7000 }, 3000)).toEqual(expected);
    expect(net({ short: 5000, long: -1000, carryShort: 2000, carryLong: 7000 }, 3000)).toEqual(expected);
  });
  it('carries a deduction forward that found no income', () => {
    expect(net({ short: -2000, long: -500 }, 3000, -1000)).toMatchObject({ deducted: 2500, carriedShort: -500, carriedLong: -500 });
  });
  it('loses no dollar of loss', () => {
    fc.assert(
      fc.property(cents, cents, loss, loss, fc.constantFrom(0, 1500, 3000), (short, long, carryShort, carryLong, limit) => {
        const year = net({ short, long, carryShort, carryLong }, limit);
        const total = Math.min(0, year.netShort + year.netLong);
        expect(0 - year.deducted + year.carriedShort + year.carriedLong).toBeCloseTo(total, 6);
        expect(year.carriedShort).toBeLessThanOrEqual(0);
        expect(year.carriedLong).toBeLessThanOrEqual(0);
        expect(year.deducted).toBeLessThanOrEqual(limit);
      }),
    );
  });
  it('keeps character: no short-term loss is carried out of a short-term gain, no long-term loss out of a long-term gain', () => {
    fc.assert(
      fc.property(cents, cents, (short, long) => {
        const year = net({ short, long }, 3000);
        if (short >= 0) expect(year.carriedShort).toBeCloseTo(0);
        if (long >= 0) expect(year.carriedLong).toBeCloseTo(0);
      }),
    );
  });
});

interface WorksheetCase {
  status: string;
  limit: number;
  taxableIncomeLine15: number;
  netShortTermLine7: number;
  netLongTermLine15: number;
  deductedLine21: number;
  worksheetShortCarry: number;
  worksheetLongCarry: number;
}

const published = existsSync(vectors) ? describe : describe.skip;
published('the carryover worksheet (skipped where the reference data is absent)', () => {
  const cases: WorksheetCase[] = existsSync(vectors) ? JSON.parse(readFileSync(vectors, 'utf8')) : [];
  it('has all its cases', () => expect(cases).toHaveLength(140));
  it.each(cases)('$status, income $taxableIncomeLine15, short $netShortTermLine7, long $netLongTermLine15', (c) => {
    expect(net({ short: c.netShortTermLine7, long: c.netLongTermLine15 }, c.limit, c.taxableIncomeLine15)).toEqual({
      netShort: c.netShortTermLine7,
      netLong: c.netLongTermLine15,
      deducted: c.deductedLine21,
      carriedShort: 0 - c.worksheetShortCarry,
      carriedLong: 0 - c.worksheetLongCarry,
    });
  });
});
