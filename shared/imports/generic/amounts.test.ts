import { findCurrency, findDecimalMark, findHeaderCurrency, parseAmount } from './amounts';

test.each([
  ['1,234.50', 1234.5], ['$1,234.50', 1234.5], ['($1,234.50)', -1234.5], ['-$12', -12], ['1,234.50 USD', 1234.5], ['USD 1,234.50', 1234.5], ['€12.5', 12.5],
  ['1\'234.50', 1234.5], ['12.50-', -12.5], ['CHF -3.5', -3.5], ['+4', 4], ['  7 ', 7], ['$1.00*', 1], ['4,500.00†', 4500], ['@185.50', 185.5],
])('%s with points is %d', (text, amount) => {
  expect(parseAmount(text, '.')).toBe(amount);
});

test.each([
  ['1.234,50', 1234.5], ['1.234', 1234], ['12,5', 12.5], ['€ 1.234,50', 1234.5], ['-1.234.567,8', -1234567.8], ['(12,00)', -12], ['12', 12], ['1 234,50 €', 1234.5], ['USD 1234.14', 1234.14], ['EUR -0.56', -0.56],
])('%s with commas is %d', (text, amount) => {
  expect(parseAmount(text, ',')).toBe(amount);
});

test('what does not fit the file’s decimals is no number, and a dash is no value', () => {
  expect(parseAmount('12,5', '.')).toBeNaN();
  expect(parseAmount('12.5', ',')).toBeNaN();
  expect(parseAmount('1oo', '.')).toBeNaN();
  expect(parseAmount('VTI', '.')).toBeNaN();
  expect(parseAmount('ABC310211', '.')).toBeNaN();
  expect(parseAmount('--', ',')).toBeNull();
});

test.each([
  [['1,234.50', '3'], false, '.'],
  [['1.234,50', '1.234'], true, ','],
  [['12,5', '1.234'], true, ','],
  [['12.5', '1,234'], false, '.'],
  [['1,234', '7'], false, '.'],
  [['1,234', '7'], true, ','],
  [['15.04.2020', '4/15/2020', 'VTI', '12'], false, '.'],
])('%j', (cells, bySemicolons, mark) => {
  expect(findDecimalMark(cells, bySemicolons)).toBe(mark);
});

test('a currency beside the amount', () => {
  expect(['€12', '12 CAD', 'USD 5', '$5', '12', 'CAD'].map(findCurrency)).toEqual(['EUR', 'CAD', 'USD', null, null, null]);
});

test('the currency of a column, as its header says', () => {
  expect(['Value (£)', 'Wert in EUR', 'Market Value (USD)', 'Value CHF', 'Value ($)', 'Value (native)', 'Euro', 'Currency'].map(findHeaderCurrency)).toEqual(['GBP', 'EUR', 'USD', 'CHF', null, null, null, null]);
});
