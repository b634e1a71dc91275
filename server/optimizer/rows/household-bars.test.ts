import { sixtyForty, snapshotOf } from '../examples';
import type { HouseholdPlace } from '../snapshot';
import { bands } from './bands';
import { householdBars } from './household-bars';

const snapshot = snapshotOf(sixtyForty());
const at = (more: Partial<HouseholdPlace>) => ({
  ...snapshot,
  household: { id: 'H', value: 400_000, share: 0.25, target: new Float64Array(2), groups: [], rest: { weights: Float64Array.of(0.3, 0.4), cash: 0 }, bars: [], ...more },
});

test('a purchase is barred by asset, a sale by each of its lots, as limits of the run', () => {
  const bar = { code: 'sold-in-household', source: 'Household H' };
  expect(householdBars(at({ bars: [{ ...bar, asset: 0, side: 'buy', name: 'not bought' }, { ...bar, asset: 1, side: 'sell', name: 'not sold' }] }))).toEqual([
    { ...bar, name: 'not bought', tier: 'limit', max: 0, expression: { buys: [[0, 1]] } },
    { ...bar, name: 'not sold', tier: 'limit', max: 0, expression: { sells: [[1, 1]] } },
  ]);
});

test('an account on its own has none', () => {
  expect(householdBars(snapshot)).toEqual([]);
});

test('a band of the household leaves the account what the others do not fill', () => {
  const [row] = bands(at({ groups: [{ name: 'Bonds', kind: 'class', members: ['BND'], target: 0.4, min: 0.35, max: 0.45, source: 'Band 5%' }] }));
  expect(row).toMatchObject({ name: 'Bonds between 35.0 % and 45.0 % of household H', code: 'band', tier: 'repair', expression: { weights: [[0, 1]] } });
  expect([row.min, row.max].map((edge) => Number(edge?.toFixed(9)))).toEqual([0.2, 0.6]);
});
