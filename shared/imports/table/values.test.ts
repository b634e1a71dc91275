import fc from 'fast-check';
import { isMissing, readAmount, readDay } from './values';

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
    ['1,050.25-', -1050.25],
    ['-($12.00)', Number.NaN],
    ['$(12.00)', -12],
    ['−3.5', -3.5],
    ['- $ 1 234.50', -1234.5],
    ['1\u202f234\u202f567', 1234567],
    ['-0', 0],
  ])('%s is %d', (text, expected) => expect(readAmount(text)).toBe(expected));

  test.each(['', '  ', '-', '--', 'N/A', 'n/a', 'null', 'not applicable', 'Missing', 'Not provided', 'n.a.', undefined])('%p is unknown, never 0', (text) => {
    expect(readAmount(text)).toBeNull();
    expect(isMissing(text)).toBe(true);
  });

  test.each(['12abc', '1,23', '$', '1.2.3', '(-5)', '-$-5', '1.234,56', 'E5', '.', '3.85%', '5--', '12 34', '12\n345', '1 234 5', '1e15', '1e400', '-1e400', '9'.repeat(400)])('%s is not a number', (text) =>
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

describe('readDay', () => {
  test.each([
    ['01/24/2020', '2020-01-24'],
    ['1/4/2020', '2020-01-04'],
    ['02/29/2024', '2024-02-29'],
    ['2020-01-24', '2020-01-24'],
    ['2023-07-07, 15:39:46', '2023-07-07'],
    ['20250807;104523', '2025-08-07'],
    ['08/31/2020 13:42:07', '2020-08-31'],
    ['1/24/20', '2020-01-24'],
    ['12/31/69', '2069-12-31'],
    ['12/31/70', '1970-12-31'],
    ['Apr-23-2026 1:39 p.m ET', '2026-04-23'],
    ['September 3, 2026', '2026-09-03'],
    ['14-Mar-2026', '2026-03-14'],
    ['2024-11-28 (Vesting: 2025-11-28)', '2024-11-28'],
  ])('%s is %s', (text, expected) => expect(readDay(text)).toBe(expected));

  test.each(['02/30/2024', '02/29/2023', '13/01/2020', '--', '', '1/24/202', '20201301', 'Mai 3 2020', 'Multiple', '44197', '1.5'])('%p is no day', (text) =>
    expect(readDay(text)).toBeNull(),
  );
});
