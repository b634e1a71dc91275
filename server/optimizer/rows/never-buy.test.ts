import type { Restriction } from '../../../shared/book/book';
import { sixtyForty, snapshotOf } from '../examples';
import { neverBuy } from './never-buy';

const snapshot = snapshotOf(sixtyForty());
const rule = (more: Partial<Restriction> = {}): Restriction =>
  ({ rule: 'Never buy', on: 'Symbol', value: 'VTI', strictness: 'hard', source: 'Restrictions row 2 (Firm)', ...more });

test('no purchase of the subject, whatever else; what is held may stay', () => {
  expect(neverBuy(rule(), snapshot)).toEqual([
    { name: 'never buy VTI', source: 'Restrictions row 2 (Firm)', code: 'never-buy', tier: 'fixed', expression: { buys: [[1, 1]] }, max: 0 },
  ]);
});

test('a soft wish is bought at a price', () => {
  expect(neverBuy(rule({ strictness: 'soft' }), snapshot)[0]).toMatchObject({ tier: 'soft', price: 0.02 });
});

test('a class stands for all its securities', () => {
  expect(neverBuy(rule({ on: 'Asset class', value: 'bonds' }), snapshot).map(({ name }) => name)).toEqual(['never buy BND']);
});
