import fc from 'fast-check';
import { isMissing, readAmount, readUsDate } from './values';

describe('readAmount', () => {
  test.each([
    ['2,512', 2512],
    ['-$1.00', -1],
    ['($1.00)', -1],
    ['(2,914.08)', -2914.08],
    ['-.0071', -0.0071],
    ['-$203118.45', -203118.45],
    ['+12.5', 12.5],
    ['$-4', -4],
    ['.0000', 0],
    ['-0.00', 0],
    [' 158.0000 ', 158],
    ['1.5E+3', 1500],
    ['7.', 7],
  ])('%s is %d', (text, expected) => expect(readAmount(text)).toBe(expected));

  test.each(['', '  ', '-', '--', 'N/A', 'n/a', 'null', 'not applicable', undefined])('%p is unknown, never 0', (text) => {
    expect(readAmount(text)).toBeNull();
    expect(isMissing(text)).toBe(true);
  });

  test.each(['12abc', '1,23', '$', '1.2.3', '(-5)', '-$-5', '1.234,56', 'E5', '.', '3.85%'])('%s is not a number', (text) =>
    expect(readAmount(text)).toBeNaN(),
  );

  test('reads back any amount as custodians print it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const dollars = cents / 100;
        const printed = dollars.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
        expect(readAmount(printed)).toBe(dollars === 0 ? 0 : dollars);
      }),
    );
  });
});

describe('readUsDate', () => {
  test.each([
    ['01/24/2020', '2020-01-24'],
    ['1/4/2020', '2020-01-04'],
    ['02/29/2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => expect(readUsDate(text)).toBe(expected));

  test.each(['02/30/2024', '02/29/2023', '13/01/2020', '--', '', '2020-01-24', '01/24/20', '01/24/2020 03:42'])('%p is no day', (text) =>
    expect(readUsDate(text)).toBeNull(),
  );
});
