import fc from 'fast-check';
import type { Account, Book, Restriction } from '../../shared/book/book';
import type { Settings } from '../../shared/book/settings';
import { account, book, freely, lot, security, snapshotOf, taxProfile } from './examples';
import type { Plan } from './plan';
import type { AccountSnapshot } from './snapshot';

const classes = ['US equity', 'Intl equity', 'Bonds', 'Real estate', 'Emerging markets'];

/** Random one-account books: gains and losses, drift, cash, budgets and restrictions; settings free of rounding when `free`. */
export function randomBook(free: boolean): fc.Arbitrary<{ book: Book; account: Account }> {
  return fc.record({
    names: fc.integer({ min: 2, max: 9 }),
    weights: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 9, maxLength: 9 }),
    prices: fc.array(fc.double({ min: 5, max: 400, noNaN: true }), { minLength: 9, maxLength: 9 }),
    lots: fc.array(fc.record({
      name: fc.nat(8), quantity: fc.integer({ min: 1, max: 900 }), ratio: fc.double({ min: 0.3, max: 2, noNaN: true }), days: fc.integer({ min: 1, max: 2500 }),
    }), { minLength: 1, maxLength: 20 }),
    cash: fc.integer({ min: 0, max: 60_000 }),
    taxType: fc.constantFrom('Taxable' as const, 'Taxable' as const, 'Tax-free' as const),
    ytdShort: fc.integer({ min: -20_000, max: 20_000 }),
    ytdLong: fc.integer({ min: -20_000, max: 20_000 }),
    gainsBudget: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
    rules: fc.array(fc.record({ rule: fc.constantFrom('Never buy' as const, 'Never sell' as const, 'Never own' as const, 'Max %' as const, 'Min %' as const), name: fc.nat(8), limit: fc.double({ min: 0, max: 0.6, noNaN: true }) }), { maxLength: 3 }),
    settings: fc.record({
      taxCare: fc.constantFrom('Off' as const, 'Low' as const, 'Medium' as const, 'High' as const),
      avoidShortTermGains: fc.boolean(),
      harvestLosses: fc.constantFrom('Off' as const, 'Year-round' as const, 'Year-end' as const),
      maxTurnover: fc.option(fc.double({ min: 0.05, max: 0.6, noNaN: true }), { nil: undefined }),
      band: fc.constantFrom(undefined, '20% relative', '5%'),
    }),
  }).map((seed) => {
    const securities = Array.from({ length: seed.names }, (_, i) => security(`S${i}`, Math.round(seed.prices[i] * 100) / 100, classes[i % classes.length], { type: i % 3 === 2 ? 'Stock' : 'ETF' }));
    const total = seed.weights.slice(0, seed.names).reduce((sum, weight) => sum + weight, 0) || 1;
    const model = Object.fromEntries(securities.map(({ symbol }, i) => [symbol, seed.weights[i] / total] as const).filter(([, weight]) => weight > 0));
    const lots = seed.lots.map(({ name, quantity, ratio, days }, k) => {
      const { symbol, price } = securities[name % seed.names];
      return lot(symbol, quantity, Math.round(price * ratio * 100) / 100, dayBefore(days), `L${k}`);
    });
    const restrictions = seed.rules.map(({ rule, name, limit }, k): Restriction => ({
      rule, on: 'Symbol', value: `S${name % seed.names}`, limit, strictness: 'hard', source: `Restrictions row ${k + 2}`,
    }));
    const settings: Partial<Settings> = free ? { ...freely, ...seed.settings } : seed.settings;
    const subject = account({
      cash: seed.cash, lots, restrictions, settings, taxType: seed.taxType,
      tax: { ...taxProfile, ytdShort: seed.ytdShort, ytdLong: seed.ytdLong, gainsBudget: seed.gainsBudget },
    });
    return { account: subject, book: book(securities, Object.keys(model).length > 0 ? model : { S0: 1 }, [subject]) };
  });
}

function dayBefore(days: number): string {
  return new Date(Date.UTC(2026, 10, 20) - days * 86_400_000).toISOString().slice(0, 10);
}

/** A random account with a random plan: every lot sold in part, in full or not at all, anything bought. Lots may carry redemption fees, the firm may prefer anything. */
export const randomPlan: fc.Arbitrary<{ snapshot: AccountSnapshot; plan: Plan }> = fc.record({
  from: randomBook(true),
  sold: fc.array(fc.constantFrom(0, 0, 0.3, 0.77, 1), { minLength: 20, maxLength: 20 }),
  bought: fc.array(fc.constantFrom(0, 0, 0.01, 0.2), { minLength: 9, maxLength: 9 }),
  fees: fc.array(fc.constantFrom(0, 0, 0.01), { minLength: 20, maxLength: 20 }),
  preferences: fc.array(fc.record({ held: fc.constantFrom(0, 0.01, -0.005), bought: fc.constantFrom(0, 0.0004), sold: fc.constantFrom(0, 0.0025) }), { minLength: 9, maxLength: 9 }),
}).map(({ from, sold, bought, fees, preferences }) => {
  const plain = snapshotOf(from.book);
  const snapshot = {
    ...plain,
    lots: plain.lots.map((each, l) => ({ ...each, fee: fees[l] })),
    assets: plain.assets.map((each, i) => ({ ...each, preference: preferences[i] })),
  };
  return {
    snapshot,
    plan: { sells: Float64Array.from(snapshot.lots, ({ weight }, l) => weight * sold[l]), buys: Float64Array.from(snapshot.assets, (_, i) => bought[i]) },
  };
});

/**
 * How often a property runs, and from which seed: a change is judged on the same books every time. A soak looks at others:
 * `REBAL_RUNS=5000 REBAL_SEED=7 npm test -- server/optimizer test/independent`.
 */
export const runs = (times: number): { numRuns: number; seed: number } =>
  ({ numRuns: Number(process.env.REBAL_RUNS ?? times), seed: Number(process.env.REBAL_SEED ?? 1) });
