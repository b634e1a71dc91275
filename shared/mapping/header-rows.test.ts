import { expect, test } from '@jest/globals';
import { findHeaderOf, headerNames, spread } from './header-rows';

const values = [
  ['Lots of 2026', null, null, null],
  ['Client', null, 'Cost', null],
  ['no', 'Ticker', 'Total', 'Each'],
  ['4471-0093', 'VTI', 18240, 152],
];

test('a merged cell stands over the columns behind it', () => {
  expect(spread(['Client', null, 'Cost', null])).toEqual(['Client', 'Client', 'Cost', 'Cost']);
});

test('a header of two rows is called by either row, and by both', () => {
  expect(headerNames(values, 2, 2)).toEqual([['no', 'Client no'], ['Ticker', 'Client Ticker'], ['Total', 'Cost Total'], ['Each', 'Cost Each']]);
  expect(headerNames([['Client', 'Cost'], [null, 'Total']], 1, 2)[0]).toEqual(['Client']);
});

test('finds the header that has the wanted names, below a banner, in one row or two', () => {
  expect(findHeaderOf(values, new Set(['clientno', 'ticker', 'costtotal']), false)).toMatchObject({ index: 2, height: 2, columns: new Map([['clientno', 0], ['ticker', 1], ['costtotal', 2]]) });
  expect(findHeaderOf(values, new Set(['no', 'ticker']), false)).toMatchObject({ index: 2, height: 1 });
  expect(findHeaderOf(values, new Set(['ticker']), true)).toBeUndefined();
});

test('of two columns of one name, the one beside the others is meant', () => {
  const both = [['Ticker', 'Price', 'Group', null, 'Group', 'Weight']];
  expect(findHeaderOf(both, new Set(['ticker', 'price', 'group']), false)?.columns.get('group')).toBe(2);
  expect(findHeaderOf(both, new Set(['weight', 'group']), false)?.columns.get('group')).toBe(4);
});
