import { readCusip, restoreCusip } from './cusip';

test.each([
  ['922908769', '922908769'],
  ['96255nbe8', '96255NBE8'],
  ['G7945E105', 'G7945E105'],
  ['66922477', '066922477'],
  ['66922478', null],
  ['VTI', null],
  ['NHFSMKX99', null],
  ['AMAT260424C400', null],
  [null, null],
])('%s is %s', (text, cusip) => expect(readCusip(text)).toBe(cusip));

test('zeros that a spreadsheet dropped come back only where the check digit proves them', () => {
  expect(['66922477', '37833100', '37833101', '922908769', 'VTI'].map(restoreCusip)).toEqual(['066922477', '037833100', null, null, null]);
});
