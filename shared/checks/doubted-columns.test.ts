import { columnOf, doubtedBy } from './doubted-columns';

test.each([
  ['holdings', 'Cost basis', 'basis'], ['holdings', 'Acquired', 'date'], ['holdings', 'Unsettled', 'cash'], ['holdings', 'Market value', 'nothing'],
  ['securities', 'Price', 'price'], ['securities', 'Spread', 'security'], ['securities', 'Name', 'nothing'],
  ['transactions', 'Short-term gain', 'transaction'],
  // Whatever decides the target, the weights of all, or who is meant.
  ['holdings', 'Quantity', 'account'], ['holdings', 'As of', 'account'], ['securities', 'Asset class', 'account'], ['securities', 'Buy rank', 'account'],
  ['securities', 'Wash-sale class', 'account'], ['transactions', 'Symbol', 'account'], ['models', 'Target %', 'account'], ['taxProfiles', 'Short-term rate', 'account'],
] as const)('%s › %s puts in doubt: %s', (table, header, doubted) => {
  const column = columnOf(table, header);
  expect(column).toBeDefined();
  expect(doubtedBy(table, column!)).toBe(doubted);
});

test('a header that the table does not have is of no column', () => {
  expect(columnOf('holdings', 'Price')).toBeUndefined();
  expect(columnOf('holdings', undefined)).toBeUndefined();
});
