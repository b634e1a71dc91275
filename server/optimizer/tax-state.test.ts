import { defaultSettings } from '../../shared/contract/settings-catalogue';
import { asOf, taxProfile } from './examples';
import { taxState, yearTax } from './tax-state';

const state = (profile = {}, settings = {}, realized?: { short: number; long: number }) =>
  taxState('Taxable', { ...taxProfile, ...profile }, { ...defaultSettings, ...settings }, asOf, realized);

test.each([
  ['Off', 'Off', 0, 0], ['Off', 'Year-round', 0, 1], ['Low', 'Year-round', 0.5, 0.5], ['Medium', 'Year-round', 1, 1], ['High', 'Year-end', 1.5, 1], ['High', 'Off', 1.5, 0],
] as const)('tax care %s, harvest %s', (taxCare, harvestLosses, plus, minus) => {
  expect(state({}, { taxCare, harvestLosses })).toMatchObject({ plus, minus });
});

test('the year starts from what was realized, carried in, expected elsewhere and sold in this run', () => {
  const of = state({ ytdShort: 100, ytdLong: 200, carryShort: -50, carryLong: -60, otherGains: 7 }, {}, { short: 1, long: 2 });
  expect(of).toMatchObject({ ytdShort: 101, ytdLong: 202, short: 51, long: 149 });
});

test('tax that others of the profile add in this run is known, and none without them', () => {
  expect(state({}, {}, { short: 1000, long: 0 }).already).toBeCloseTo(408, 9);
  expect(state({ ytdShort: 1000 }, {}, { short: -1000, long: 0 }).already).toBeCloseTo(-408, 9);
  expect(state({ ytdShort: 1000 }).already).toBe(0);
});

test('a short gain and a short loss sold together cost nothing', () => {
  expect(yearTax(state(), 10_000 - 10_000, 0)).toBe(0);
  expect(yearTax(state(), 10_000, -10_000)).toBe(0);
  expect(yearTax(state(), 10_000, 0)).toBeCloseTo(4080, 9);
  expect(yearTax(state(), 0, -3000)).toBeCloseTo(-1224, 9);
});

test('nothing is due where gains are not taxed', () => {
  expect(yearTax(taxState('Exempt', taxProfile, defaultSettings, asOf), 1e6, 1e6)).toBe(0);
});
