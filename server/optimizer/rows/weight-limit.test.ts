import type { Restriction } from '../../../shared/book/book';
import { sixtyForty, snapshotOf } from '../examples';
import { maxDollars, maxPercent, maxQuantity, minPercent } from './weight-limit';

const snapshot = snapshotOf(sixtyForty());
const rule = (more: Partial<Restriction>): Restriction =>
  ({ rule: 'Max %', on: 'Symbol', value: 'VTI', limit: 0.5, strictness: 'hard', source: 'Restrictions row 2', ...more });

test('percentages bound the weight from above or from below', () => {
  expect(maxPercent(rule({}), snapshot)[0]).toMatchObject({ name: 'no more than 50.0 % in VTI', max: 0.5, tier: 'hard' });
  expect(minPercent(rule({ limit: 0.1 }), snapshot)[0]).toMatchObject({ name: 'at least 10.0 % in VTI', min: 0.1 });
});

test('dollars become a weight of this account', () => {
  expect(maxDollars(rule({ limit: 30_000 }), snapshot)[0]).toMatchObject({ name: 'no more than $30,000 in VTI', max: 0.3 });
});

test('shares become a weight at the price', () => {
  const [row] = maxQuantity(rule({ limit: 100 }), snapshot);
  expect(row.max).toBeCloseTo(0.2, 12);
  expect(row.expression.weights).toEqual([[1, 1]]);
});

test('shares of a group count as shares, whatever their prices', () => {
  const [row] = maxQuantity(rule({ on: 'Issuer', value: 'V', limit: 600 }), snapshotOf(sixtyForty({ vti: { issuer: 'V' }, bnd: { issuer: 'V' } })));
  const shares = row.expression.weights!.reduce((sum, [i, per]) => sum + per * [0.25, 0.7][i], 0) * (100_000 / 200);
  expect(shares).toBeCloseTo(2500 / 9 + 350, 6);
  expect(row.max! * (100_000 / 200)).toBeCloseTo(600, 6);
});

test('without a limit or a subject there is no row', () => {
  expect(maxPercent(rule({ limit: undefined }), snapshot)).toEqual([]);
  expect(maxPercent(rule({ value: 'TSLA' }), snapshot)).toEqual([]);
});
