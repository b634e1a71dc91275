import { expect, test } from '@jest/globals';
import { loneCell, titleName } from './section-titles';

test.each([
  ['Account: 4471-0093', '4471-0093'], ['Account number 4471-0093 Rivera Trust (Taxable)', '4471-0093'], ['Rivera Family Trust – 4471-0093', '4471-0093'],
  ['Acct #00718842', '00718842'], ['H-RIVERA IRA', 'H-RIVERA IRA'], ['Account H-RIVERA', 'H-RIVERA'], ['Subtotal', undefined], ['Total for account 12', undefined], ['', undefined],
])('the title "%s" names %s', (title, name) => {
  expect(titleName(title)).toBe(name);
});

test('a title stands alone in its row', () => {
  const all = { from: 0, to: 3 };
  expect(loneCell([null, 'Account 1', ' ', null], all)).toBe('Account 1');
  expect(loneCell(['Account', 1, null, null], all)).toBeUndefined();
  expect(loneCell(['beside', null, 'Account 1', null], { from: 1, to: 3 })).toBe('Account 1');
});
