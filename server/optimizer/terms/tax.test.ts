import fc from 'fast-check';
import { sixtyForty, snapshotOf, taxProfile } from '../examples';
import { runs } from '../random-book';
import { yearTax, type TaxState } from '../tax-state';
import { priceOfTax, realizedGains, tax, taxAdded } from './tax';

const plan = { sells: Float64Array.of(0.09, 0.2), buys: new Float64Array(2) };

test('gains come from the lots sold, by their term', () => {
  const { short, long } = realizedGains(snapshotOf(sixtyForty()), plan);
  expect(short).toBe(0);
  expect(long).toBeCloseTo(0.1 - 0.01, 12);
});

test('tax added is on top of the year', () => {
  expect(taxAdded(snapshotOf(sixtyForty()), plan)).toBeCloseTo(9000 * 0.238, 6);
  expect(taxAdded(snapshotOf(sixtyForty({ tax: { ...taxProfile, carryLong: -9000 } })), plan)).toBeCloseTo(3000 * 0.408 + 6000 * 0.119, 6);
  expect(taxAdded(snapshotOf(sixtyForty({ taxType: 'Tax-free' })), plan)).toBe(0);
});

test('added tax weighs by care, saved tax by what harvesting counts', () => {
  const { tax: state } = snapshotOf(sixtyForty({ settings: { taxCare: 'High' } }));
  expect([priceOfTax(state, 100), priceOfTax(state, -100), priceOfTax(state, 0)]).toEqual([150, -100, 0]);
});

test('a gain in one account and a loss in another of the profile cost together what they cost in one, in either order', () => {
  const of = (realized?: { short: number; long: number }) => snapshotOf(sixtyForty(), realized && { realized: new Map([['T', realized]]) });
  const price = (state: TaxState, long: number): number => priceOfTax(state, yearTax(state, 0, long) - yearTax(state, 0, 0));
  const gainFirst = price(of().tax, 9000) + price(of({ short: 0, long: 9000 }).tax, -5000);
  const lossFirst = price(of().tax, -5000) + price(of({ short: 0, long: -5000 }).tax, 9000);
  expect(gainFirst).toBeCloseTo(price(of().tax, 4000), 6);
  expect(lossFirst).toBeCloseTo(price(of().tax, 4000), 6);
});

test('what the solver minimizes is the price, whatever other accounts have realized', () => {
  const dollars = fc.integer({ min: -20_000, max: 20_000 });
  fc.assert(fc.property(dollars, dollars, dollars, dollars, fc.constantFrom('Off' as const, 'Low' as const, 'High' as const), (short, long, others, gain, taxCare) => {
    const snapshot = snapshotOf(sixtyForty({ tax: { ...taxProfile, ytdShort: short, ytdLong: long }, settings: { taxCare } }), { realized: new Map([['T', { short: others, long: 0 }]]) });
    const pieces = tax.express(snapshot).tax!;
    const least = Math.min(...pieces.map(({ cost }) => Math.max(...cost.map((plane) => (plane.long * gain) / snapshot.value + plane.constant))));
    const { tax: state } = snapshot;
    expect(least * snapshot.value).toBeCloseTo(priceOfTax(state, yearTax(state, 0, gain) - yearTax(state, 0, 0)), 4);
  }), runs(500));
});

test('two regimes where tax has a price, and a third, free one when only savings count', () => {
  const pieces = (taxCare: 'Off' | 'High', harvestLosses: 'Off' | 'Year-round') => tax.express(snapshotOf(sixtyForty({ settings: { taxCare, harvestLosses } }))).tax?.length;
  expect([pieces('High', 'Off'), pieces('Off', 'Year-round'), pieces('Off', 'Off')]).toEqual([2, 4, 2]);
});
