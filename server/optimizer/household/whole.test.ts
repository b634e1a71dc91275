import { buildHouseholds } from '../../../shared/book/households';
import { account, book, freely, lot, security } from '../examples';
import type { Proposal } from '../proposal';
import { frameHousehold } from './frame';
import { isWorseThanStaying, standingOf, worsensBands } from './whole';

const settings = { ...freely, band: '5%' };
const accounts = [
  account({ id: 'A', cash: 1000, lots: [lot('VTI', 300, 100, '2020-01-02')], settings }),
  account({ id: 'B', taxType: 'Tax-free', cash: 1000, lots: [lot('BND', 400, null, null)], settings }),
];
const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together' }]).get('h')!;
const frame = frameHousehold(book([security('BND', 100, 'Bonds'), security('VTI', 200, 'US equity')], { BND: 0.4, VTI: 0.6 }, accounts), family, accounts, new Set(['A', 'B']))!;

/** Account B selling shares of BND. */
const selling = (sold: number, score: number): Proposal[] => frame.traded.map(({ account: { id }, plain }) => ({
  snapshot: plain, score: id === 'B' ? score : 0,
  shares: { sells: Float64Array.from(plain.lots, () => (id === 'B' ? sold : 0)), buys: new Float64Array(plain.assets.length) },
}) as unknown as Proposal);

test('a plan that takes a band of the household outside is noticed, one that stays inside is not', () => {
  expect(worsensBands(frame, selling(30, 0))).toBe(false);
  expect(worsensBands(frame, selling(120, 0))).toBe(true);
});

test('a plan that costs and mends nothing is worse than staying', () => {
  expect(isWorseThanStaying(frame, selling(30, -5))).toBe(true);
  expect(isWorseThanStaying(frame, selling(30, 5))).toBe(false);
});

test('the household stands where its accounts stand together', () => {
  const { drift, cash } = standingOf(frame, new Map());
  expect(cash).toBeCloseTo(2 / 102, 9);
  expect(drift).toBeLessThan(0.001);
});
