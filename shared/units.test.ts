import Decimal from 'decimal.js';
import fc from 'fast-check';
import { apportionCents, dollars, floorToStep, roundToStep, sumCents, toCents, toPlaces } from './units';

/** Amounts of every size, with many that lie on or next to a half cent. */
const amount = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e13, max: 1e13 }),
  fc.integer({ min: -1e9, max: 1e9 }).map((halves) => halves / 200),
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.double({ noNaN: true, min: -1e-9, max: 1e-9 })).map(([halves, off]) => halves / 200 + off),
);
const byDecimal = (value: Decimal.Value, places: number): number => new Decimal(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber();

test('cents are those of decimal arithmetic, halves away from zero', () => {
  expect([1.005, -1.005, 0.125, 2.675, 1e12 + 0.005].map(toCents)).toEqual([1.01, -1.01, 0.13, 2.68, 1e12 + 0.01]);
  fc.assert(fc.property(amount, (value) => { expect(toCents(value)).toBe(byDecimal(value, 2)); }), { numRuns: 2000 });
});

test('shares times a price are those of decimal arithmetic', () => {
  expect(dollars(0.5, 0.01)).toBe(0.01);
  expect(dollars(33.5, 1.33)).toBe(44.56);
  const decimals = (places: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 1e9 }).map((units) => units / 10 ** places);
  fc.assert(fc.property(decimals(3), decimals(4), (shares, price) => {
    expect(dollars(shares, price)).toBe(byDecimal(new Decimal(shares).times(price), 2));
  }), { numRuns: 2000 });
});

test('places are those of decimal arithmetic', () => {
  fc.assert(fc.property(amount, fc.integer({ min: 0, max: 9 }), (value, places) => {
    expect(toPlaces(value, places)).toBe(byDecimal(value, places));
  }), { numRuns: 2000 });
  expect([NaN, Infinity, -Infinity].map((value) => toPlaces(value, 2))).toEqual([NaN, Infinity, -Infinity]);
});

test('sums of cents are exact, also where an amount has more digits than cents', () => {
  expect(sumCents([])).toBe(0);
  expect(sumCents([0.1, 0.2, -0.3])).toBe(0);
  expect(sumCents([0.004, 0.004, 0.004])).toBe(0.01);
  fc.assert(fc.property(fc.array(amount), (amounts) => {
    const exact = amounts.reduce((sum, each) => sum.plus(each), new Decimal(0));
    expect(sumCents(amounts)).toBe(byDecimal(exact, 2));
  }), { numRuns: 500 });
});

test('apportioned amounts add up to the total and lie within a cent of their share when the total is their sum', () => {
  const cents = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 30 });
  fc.assert(fc.property(cents, (amounts) => {
    const total = toCents(amounts.reduce((sum, each) => sum + each, 0));
    const parts = apportionCents(amounts, total);
    expect(sumCents(parts) - total).toBeCloseTo(0, 12);
    parts.forEach((part, k) => expect(Math.abs(part - amounts[k])).toBeLessThanOrEqual(0.0101));
  }), { numRuns: 500 });
  expect(() => apportionCents([NaN], 1)).toThrow(RangeError);
});

test('steps', () => {
  expect([floorToStep(12.9, 1), floorToStep(0.3, 0.1), floorToStep(1.2345, 0.001)]).toEqual([12, 0.3, 1.234]);
  expect([roundToStep(12.5, 1), roundToStep(0.25, 0.1), roundToStep(-0.25, 0.1)]).toEqual([13, 0.3, -0.3]);
});
