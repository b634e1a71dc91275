import { expect, test } from '@jest/globals';
import { isForeign } from './foreign';

test.each([
  [true, { sheet: 'Clients' }], [true, { sheet: 'Data', table: 'tblLots' }], [true, { sheet: 'Holdings', table: 'rb_Holdings' }],
  [false, { sheet: 'Trades' }], [false, { sheet: 'Trades (REBAL)', table: 'rb_Trades' }], [false, { sheet: 'Anywhere', table: 'rb_Map' }], [false, { sheet: 'Audit', table: 'rb_Audit' }],
])('%s for %p', (expected, region) => {
  expect(isForeign(region)).toBe(expected);
});
