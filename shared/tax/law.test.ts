import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lawAt, lawFiles, lawKnownFrom, latestLaw } from './law';
import { LawFile } from './law-file';

describe('law files', () => {
  it.each(Object.entries(lawFiles))('%s is dated, ordered and cited', (_, file) => {
    expect(LawFile.safeParse(file).error).toBeUndefined();
    for (const entry of file.values) expect(entry.source).toMatch(/IRC §|Pub\. /);
  });
  it('are all in use', () => {
    expect(readdirSync(join(__dirname, 'law')).filter((name) => name.endsWith('.json'))).toHaveLength(Object.keys(lawFiles).length);
  });
  it('refuse an entry without a source, and one out of order', () => {
    const entry = { value: 1, from: '2020-01-01', source: 'IRC §1' };
    const file = { title: 'x', unit: 'days', values: [entry] };
    expect(LawFile.safeParse(file).success).toBe(true);
    expect(LawFile.safeParse({ ...file, values: [{ value: 1, from: '2020-01-01' }] }).success).toBe(false);
    expect(LawFile.safeParse({ ...file, values: [entry, { ...entry, from: '2019-01-01' }] }).success).toBe(false);
    expect(LawFile.safeParse({ ...file, values: [{ ...entry, from: '2020-02-30' }] }).success).toBe(false);
  });
});

describe('lawAt', () => {
  it('gives the numbers in force', () => {
    expect(lawAt('2026-11-21')).toEqual({
      version: expect.stringMatching(/^us-2026-[0-9a-f]{8}$/),
      ordinaryLossLimit: 3000,
      ordinaryLossLimitSeparate: 1500,
      washWindowDays: 30,
      longTermYears: 1,
      topOrdinaryRate: 0.37,
      topLongTermRate: 0.2,
      netInvestmentIncomeRate: 0.038,
    });
  });
  it('follows a change on its first day', () => {
    expect([lawAt('2017-12-31').topOrdinaryRate, lawAt('2018-01-01').topOrdinaryRate]).toEqual([0.396, 0.37]);
  });
  it('has a version that names the year and changes only with the numbers', () => {
    expect(lawAt('2026-01-01').version).toBe(lawAt('2026-12-31').version);
    expect(lawAt('2025-06-30').version.slice(-8)).toBe(lawAt('2026-06-30').version.slice(-8));
    expect(lawAt('2017-06-30').version.slice(-8)).not.toBe(lawAt('2018-06-30').version.slice(-8));
  });
  it('does not guess about days before its files begin', () => {
    expect(lawKnownFrom).toBe('2013-01-01');
    expect(() => lawAt('2012-12-31')).toThrow('it is known from 2013-01-01');
    expect(() => lawAt('soon')).toThrow(RangeError);
  });
  it('knows its newest state', () => expect(latestLaw().topOrdinaryRate).toBe(0.37));
});
