import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { largest, regimes, taxDue, type GainRates, type NettingRules } from './netting';

const rates = { short: 0.408, long: 0.238 };
const rules = { ordinaryLossLimit: 3000 };

const dollars = fc.oneof(fc.double({ min: -100_000, max: 100_000, noNaN: true }), fc.constantFrom(0, 1, -1, 3000, -3000, 1500, -3000.01));
const rate = fc.double({ min: 0, max: 0.6, noNaN: true });
const anyRates: fc.Arbitrary<GainRates> = fc.oneof(
  fc.record({ short: rate, long: rate }),
  rate.map((both) => ({ short: both, long: both })),
  rate.map((short) => ({ short, long: 0 })),
  rate.map((long) => ({ short: 0, long })),
);
const anyRules = (given: GainRates): fc.Arbitrary<NettingRules> =>
  fc.record({
    ordinaryLossLimit: fc.constantFrom(0, 1500, 3000),
    carriedLossValue: fc.constantFrom(undefined, 0, given.long, given.short, given.long / 2, 1),
  });
const situation = anyRates.chain((given) => fc.record({ given: fc.constant(given), rule: anyRules(given), short: dollars, long: dollars }));

describe('tax due', () => {
  it.each([
    [8000, -3000, 0.37, 0.2, 1850, 'a long loss shelters short gains'],
    [-3000, 8000, 0.37, 0.2, 1000, 'a short loss shelters long gains'],
    [8000, 3000, 0.37, 0.2, 3560, 'both gains, each at its rate'],
    [10_000, -10_000, 0.408, 0.238, 0, 'equal gain and loss cancel'],
    [-2000, 0, 0.37, 0.2, -740, 'a small loss is deducted at the ordinary rate'],
    [-2000, -500, 0.37, 0.2, -925, 'losses of both kinds'],
    [-10_000, 0, 0.37, 0.2, -1810, 'above the limit, a loss is worth half the long-term rate: 1,110 + 7,000 × 10 %'],
    [0, 0, 0.37, 0.2, 0, 'nothing'],
  ])('%d short and %d long at %d and %d is %d: %s', (short, long, shortRate, longRate, tax) => {
    expect(taxDue(short, long, { short: shortRate, long: longRate }, rules)).toBeCloseTo(tax, 8);
  });
  it('takes a carried loss at the value it is given, but never above the lower rate', () => {
    expect(taxDue(-10_000, 0, rates, { ...rules, carriedLossValue: 0 })).toBeCloseTo(-1224, 8);
    expect(taxDue(-10_000, 0, rates, { ...rules, carriedLossValue: 0.9 })).toBeCloseTo(-1224 - 7000 * 0.238, 8);
  });
  it('keeps no ordinary deduction when the limit is zero', () => {
    expect(taxDue(-10_000, 0, rates, { ordinaryLossLimit: 0, carriedLossValue: 0 })).toBeCloseTo(0, 8);
  });
  it('is continuous and never falls as a gain grows', () => {
    fc.assert(
      fc.property(situation, fc.double({ min: 0, max: 1000, noNaN: true }), ({ given, rule, short, long }, more) => {
        const here = taxDue(short, long, given, rule);
        const steepest = Math.max(given.short, given.long) * more + 1e-6;
        for (const there of [taxDue(short + more, long, given, rule), taxDue(short, long + more, given, rule)]) {
          expect(there - here).toBeGreaterThanOrEqual(-1e-6);
          expect(there - here).toBeLessThanOrEqual(steepest);
        }
      }),
    );
  });
  it('scales with every dollar', () => {
    fc.assert(
      fc.property(situation, fc.double({ min: 0.1, max: 10, noNaN: true }), ({ given, rule, short, long }, factor) => {
        const scaled = taxDue(short * factor, long * factor, given, { ...rule, ordinaryLossLimit: rule.ordinaryLossLimit * factor });
        expect(scaled).toBeCloseTo(factor * taxDue(short, long, given, rule), 4);
      }),
    );
  });
});

describe('the two convex regimes', () => {
  it('have the tax as their minimum, whatever the rates', () => {
    fc.assert(
      fc.property(situation, ({ given, rule, short, long }) => {
        const [first, second] = regimes(given, rule);
        const least = Math.min(largest(first, short, long), largest(second, short, long));
        expect(least).toBeCloseTo(taxDue(short, long, given, rule), 6);
      }),
      { numRuns: 5000 },
    );
  });
  it('are both needed', () => {
    const [first, second] = regimes(rates, rules);
    expect(largest(first, 10_000, -10_000)).toBeGreaterThan(1000);
    expect(largest(second, 10_000, 10_000)).toBeGreaterThan(taxDue(10_000, 10_000, rates, rules) + 1000);
  });
  it('are the formulas of the design for the usual order of rates', () => {
    expect(regimes({ short: 0.4, long: 0.2 }, { ordinaryLossLimit: 3000, carriedLossValue: 0.1 })).toEqual([
      [
        { slopeShort: 0.4, slopeLong: 0.2, constant: 0 },
        { slopeShort: 0.2, slopeLong: 0.2, constant: 0 },
        { slopeShort: 0.1, slopeLong: 0.1, constant: expect.closeTo(-900, 9) },
      ],
      [
        { slopeShort: 0.4, slopeLong: 0.4, constant: 0 },
        { slopeShort: 0.1, slopeLong: 0.1, constant: expect.closeTo(-900, 9) },
      ],
    ]);
  });
});
