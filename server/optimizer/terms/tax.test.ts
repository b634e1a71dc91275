import { sixtyForty, snapshotOf, taxProfile } from '../examples';
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

test('two regimes where tax has a price, and a third, free one when only savings count', () => {
  const pieces = (taxCare: 'Off' | 'High', harvestLosses: 'Off' | 'Year-round') => tax.express(snapshotOf(sixtyForty({ settings: { taxCare, harvestLosses } }))).tax?.length;
  expect([pieces('High', 'Off'), pieces('Off', 'Year-round'), pieces('Off', 'Off')]).toEqual([2, 4, 2]);
});
