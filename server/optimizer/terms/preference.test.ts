import fc from 'fast-check';
import type { Security } from '../../../shared/book/book';
import { sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { noTrade, type Plan } from '../plan';
import { randomPlan, runs } from '../random-book';
import { priceTerms } from '.';
import { preference } from './preference';

const price = (more: SixtyForty, plan: Plan): number => priceTerms(snapshotOf(sixtyForty(more)), plan).preference;
const plan = (sells: number[], buys: number[]): Plan => ({ sells: Float64Array.from(sells), buys: Float64Array.from(buys) });
const buy: Partial<Security> = { rating: 'Buy' };

test('a rating is worth half a percent a step on each dollar more, and costs it on each dollar less', () => {
  expect(price({ vti: buy }, plan([0, 0], [0, 0.1]))).toBeCloseTo(-10_000 * 0.005, 9);
  expect(price({ vti: buy }, plan([0, 0.1], [0.1, 0]))).toBeCloseTo(10_000 * 0.005, 9);
  expect(price({ vti: { rating: 'Strong sell' } }, plan([0, 0.1], [0, 0]))).toBeCloseTo(-10_000 * 0.01, 9);
});

test('unrated securities of one rank cost nothing, and nothing costs nothing', () => {
  expect(price({}, plan([0.1, 0.1], [0.1, 0.1]))).toBe(0);
  expect(price({ vti: buy }, noTrade(2, 2))).toBe(0);
});

test('what is minimized is what is reported, whatever the firm prefers', () => {
  const rates = fc.array(fc.double({ min: -0.02, max: 0.02, noNaN: true }), { minLength: 27, maxLength: 27 });
  fc.assert(fc.property(randomPlan, rates, ({ snapshot: plain, plan: random }, rate) => {
    const assets = plain.assets.map((asset, i) => ({ ...asset, preference: { held: rate[3 * i], bought: Math.abs(rate[3 * i + 1]), sold: Math.abs(rate[3 * i + 2]) } }));
    const snapshot = { ...plain, assets };
    const { sells = [], buys = [] } = preference.express(snapshot);
    const expressed = random.sells.reduce((sum, weight, l) => sum + weight * sells[l], 0) + random.buys.reduce((sum, weight, i) => sum + weight * buys[i], 0);
    expect(priceTerms(snapshot, random).preference / snapshot.value).toBeCloseTo(expressed, 9);
  }), runs(200));
});
