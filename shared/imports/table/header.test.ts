import { findHeader, type Fields } from './header';

const fields = { symbol: ['Symbol'], quantity: ['Quantity', 'Qty'], price: ['Last Price $'], gain: ['Total Gain $'], value: ['Value $', 'Mkt Val'] } satisfies Fields;
const find = (cells: string[][]) => findHeader(cells, fields, [['symbol'], ['quantity'], ['price', 'value']]);

test('finds the header by name on any line, with columns in any order', () => {
  const table = [
    ['Account Summary'],
    ['Symbol', 'Security type(s)', 'Sort by'],
    ['Value $', 'Qty #', 'SYMBOL ', 'Total Gain %', 'Total Gain $'],
  ];
  expect(find(table)).toEqual({ row: 2, columns: { symbol: 2, quantity: 1, value: 0, gain: 4 } });
});

test('a gain in percent is not a gain in dollars', () => {
  expect(find([['Symbol', 'Quantity', 'Value $', 'Total Gain %']])?.columns).not.toHaveProperty('gain');
});

test.each([
  [[]],
  [[['']]],
  [[['Symbol', 'Quantity']]],
  [[['Symbol', 'Last Price $']]],
  [[['TransactionDate', 'SecurityType', 'Symbol', 'Quantity', 'Amount']]],
])('%j is no header', (table) => expect(find(table)).toBeUndefined());

test('a header with a second name in parentheses goes by both', () => {
  expect(find([['Symbol', 'Qty (Quantity)', 'Mkt Val (Market Value)']])?.columns).toEqual({ symbol: 0, quantity: 1, value: 2 });
});

test('of two columns of one name the first counts', () => {
  expect(find([['Symbol', 'Qty', 'Value $', 'Value $']])?.columns.value).toBe(2);
});

test('the search can begin further down', () => {
  const header = ['Symbol', 'Qty', 'Value $'];
  expect(findHeader([header, [], header], fields, [['symbol']], 1)?.row).toBe(2);
});

test('a header that states its day goes by the name before it', () => {
  expect(find([['Symbol', 'Qty', 'Mkt Val as of 09/03/2026 02:17 PM, ET']])?.columns.value).toBe(2);
});
