import type { Restriction } from '../../../shared/book/book';
import { sixtyForty, snapshotOf } from '../examples';
import { neverOwn } from './never-own';

const rule: Restriction = { rule: 'Never own', on: 'Symbol', value: 'VTI', strictness: 'hard', source: 'Restrictions row 2' };

test('no purchase, and what is held is to go', () => {
  expect(neverOwn(rule, snapshotOf(sixtyForty())).map(({ code, tier, max, expression }) => ({ code, tier, max, expression }))).toEqual([
    { code: 'never-buy', tier: 'fixed', max: 0, expression: { buys: [[1, 1]] } },
    { code: 'never-own', tier: 'hard', max: 0, expression: { weights: [[1, 1]] } },
  ]);
});

test('a soft wish is soft in both', () => {
  expect(neverOwn({ ...rule, strictness: 'soft' }, snapshotOf(sixtyForty())).map(({ tier }) => tier)).toEqual(['soft', 'soft']);
});
