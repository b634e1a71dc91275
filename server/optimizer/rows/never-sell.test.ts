import type { Restriction } from '../../../shared/book/book';
import { lot, sixtyForty, snapshotOf } from '../examples';
import { neverSell } from './never-sell';

const rule: Restriction = { rule: 'Never sell', on: 'Symbol', value: 'VTI', strictness: 'hard', source: 'Restrictions row 2 (Account A)' };

test('every lot of the subject stays', () => {
  const snapshot = snapshotOf(sixtyForty({ lots: [lot('BND', 10, 100, '2024-01-02'), lot('VTI', 5, 100, '2020-01-02'), lot('VTI', 5, 100, '2021-01-02')] }));
  expect(neverSell(rule, snapshot).map(({ expression, tier, max }) => [expression.sells, tier, max])).toEqual([[[[1, 1]], 'fixed', 0], [[[2, 1]], 'fixed', 0]]);
});

test('a soft wish is broken at a price, and a subject that is not held asks for nothing', () => {
  const snapshot = snapshotOf(sixtyForty());
  expect(neverSell({ ...rule, strictness: 'soft' }, snapshot)[0]).toMatchObject({ tier: 'soft', price: 0.02 });
  expect(neverSell({ ...rule, value: 'TSLA' }, snapshot)).toEqual([]);
});
