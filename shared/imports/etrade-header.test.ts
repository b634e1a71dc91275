import { findHeader } from './etrade-header';

test('finds the header by name on any line, with columns in any order', () => {
  const table = [
    ['Account Summary'],
    ['Symbol', 'Security type(s)', 'Sort by'],
    ['Value $', 'Qty #', 'SYMBOL ', 'Total Gain %', 'Total Gain $'],
  ];
  expect(findHeader(table)).toEqual({ row: 2, columns: { symbol: 2, quantity: 1, value: 0, gain: 4 } });
});

test('a gain in percent is not a gain in dollars', () => {
  expect(findHeader([['Symbol', 'Quantity', 'Value $', 'Total Gain %']])?.columns.gain).toBeUndefined();
});

test.each([
  [[]],
  [[['']]],
  [[['Symbol', 'Quantity']]],
  [[['Symbol', 'Last Price $']]],
  [[['TransactionDate', 'SecurityType', 'Symbol', 'Quantity', 'Amount']]],
])('%j is no header', (table) => expect(findHeader(table)).toBeUndefined());
