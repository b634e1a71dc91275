import { doubtWords } from './doubts';

test('a doubt says what of which security it is about', () => {
  expect(doubtWords({ kind: 'basis', symbol: 'VTI' })).toBe('the cost basis of a lot of VTI is in doubt');
  expect(doubtWords({ kind: 'price', symbol: 'VTI' })).toBe('the price of VTI is in doubt');
});

test('cash has no symbol', () => {
  expect(doubtWords({ kind: 'cash' })).toBe('the settled part of the cash is in doubt');
});
