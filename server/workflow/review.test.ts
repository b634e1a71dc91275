import type { Proposal } from '../optimizer/proposal';
import { proposalFor } from './proposals';
import { flags, isSampled } from './review';
import type { GroupPolicy } from './unit';

let plain: Proposal;
beforeAll(async () => { plain = await proposalFor({ taxType: 'Tax-free' }, { turnover: 0.01, taxAdded: 0, shortGain: 0, gapBp: 0, trades: [] }); });

const codes = (change: Partial<Proposal>, policy: Partial<GroupPolicy> = {}): string[] => flags({ ...plain, ...change }, policy).map(({ code }) => code);
const standing = { drift: 0, trackingError: 0.01, cash: 0.02 };

test('an unremarkable proposal has no flag', () => {
  expect(codes({})).toEqual([]);
});

test.each<[string, Partial<Proposal>, Partial<Proposal>, Partial<GroupPolicy>]>([
  ['turnover', { turnover: 0.2 }, { turnover: 0.21 }, {}],
  ['turnover', { turnover: 0.05 }, { turnover: 0.06 }, { turnoverOver: 0.05 }],
  ['tax-dollars', { taxAdded: 400 }, { taxAdded: 401 }, { taxOver: 400 }],
  ['tax-share', { taxAdded: 500 }, { taxAdded: 501 }, {}],
  ['tax-share', { taxAdded: 100 }, { taxAdded: 101 }, { taxOverPercent: 0.001 }],
  ['cash-low', { after: { ...standing, cash: 0 } }, { after: { ...standing, cash: -0.001 } }, {}],
  ['cash-low', { after: { ...standing, cash: 0.01 } }, { after: { ...standing, cash: 0.009 } }, { cashUnder: 0.01 }],
  ['tracking-error', { after: { ...standing, trackingError: 0.02 } }, { after: { ...standing, trackingError: 0.021 } }, { trackingErrorOver: 0.02 }],
  ['gap', { gapBp: 5 }, { gapBp: 5.1 }, {}],
])('%s is flagged above its limit and not at it', (code, at, above, policy) => {
  expect(codes(at, policy)).toEqual([]);
  expect(codes(above, policy)).toEqual([code]);
});

test('an account that was not solved has no gap to flag', () => {
  expect(codes({ gapBp: null })).toEqual([]);
});

test('a short-term gain is flagged where gains are taxed', async () => {
  expect(codes({ shortGain: 500 })).toEqual([]);
  const taxed = await proposalFor({}, { turnover: 0.01, taxAdded: 0, gapBp: 0, trades: [] });
  expect(flags({ ...taxed, shortGain: 500 }, {}).map(({ code }) => code)).toEqual(['short-term-gain']);
  expect(flags({ ...taxed, shortGain: 0.5 }, {})).toEqual([]);
});

test('the lots of one security count as one trade for its size, and each for the number', () => {
  const part = { action: 'Sell' as const, asset: 1, lot: 0, shares: 30, amount: 6000, score: 0, tax: null, reason: { code: 'c', why: 'w' } };
  expect(codes({ trades: [part] })).toEqual([]);
  expect(codes({ trades: [part, part] })).toEqual(['large-trade']);
  expect(codes({ trades: [part, part] }, { tradeOverPercent: 0.2, tradesOver: 1 })).toEqual(['many-trades']);
});

test('every flag says its limit, the figure and by how much', () => {
  expect(flags({ ...plain, turnover: 0.25 }, {})[0]).toMatchObject({ severity: 'Review', limit: '20.0 %', actual: '25.0 %', overBy: '5.0 %' });
});

test('sampling takes the share it is asked for, and the same accounts every time', () => {
  const ids = Array.from({ length: 20_000 }, (_, k) => `4471-${String(k).padStart(5, '0')}`);
  for (const share of [0.05, 0.5]) {
    const taken = ids.filter((id) => isSampled(id, 'R-20261120-abcdef', share)).length;
    expect(Math.abs(taken / ids.length - share)).toBeLessThan(0.012);
  }
  expect(ids.filter((id) => isSampled(id, 'R-1', 0.05))).toEqual(ids.filter((id) => isSampled(id, 'R-1', 0.05)));
  expect(ids.some((id) => isSampled(id, 'R-1', 0))).toBe(false);
  expect(ids.every((id) => isSampled(id, 'R-1', 1))).toBe(true);
});

test('another run takes other accounts', () => {
  const ids = Array.from({ length: 2000 }, (_, k) => `A${k}`);
  const both = ids.filter((id) => isSampled(id, 'R-1', 0.1) && isSampled(id, 'R-2', 0.1)).length;
  expect(both).toBeLessThan(60);
});
