import { findPriceColumns } from './price-columns';

const figures = { quantity: 0, marketValue: 1, cost: 2 };
const body = [
  ['10', '550', '500', '50', '55'],
  ['5000', '4600', '4500', '90', '92'],
  ['0', '0', '0', '0', '1'],
];

test('of two columns of one name, the figures tell which is which', () => {
  const header = ['Quantity', 'Market Value', 'Cost (Position)', 'Price', 'Price'];
  expect(findPriceColumns(header, body, figures)).toEqual({ price: 4, unitCost: 3 });
  const turned = body.map(([a, b, c, d, e]) => [a, b, c, e, d]);
  expect(findPriceColumns(header, turned, figures)).toEqual({ price: 3, unitCost: 4 });
});

test('a lone Price that makes the cost, or repeats the unit cost, is no price', () => {
  const header = ['Quantity', 'Market Value', 'Cost (Position)', 'Price'];
  expect(findPriceColumns(header, body, figures)).toEqual({ price: undefined, unitCost: 3 });
  const named = ['Quantity', 'Market Value', 'Symbol', 'Price', 'Unit Cost'];
  const rows = body.map(([q, v, , u]) => [q, v, 'A', u, u]);
  expect(findPriceColumns(named, rows, { quantity: 0, marketValue: 1, unitCost: 4 })).toEqual({ price: undefined, unitCost: 4 });
});

test('without a cost, value less gain is the cost', () => {
  const header = ['Quantity', 'Market Value', 'Gain', 'Price', 'Price'];
  const rows = body.map(([q, v, c, u, p]) => [q, v, String(Number(v) - Number(c)), u, p]);
  expect(findPriceColumns(header, rows, { quantity: 0, marketValue: 1, gain: 2 })).toEqual({ price: 4, unitCost: 3 });
});

test('yesterday’s close serves where it is all there is; where nothing tells, the last Price is the price', () => {
  expect(findPriceColumns(['Quantity', 'Last Price'], [['10', '55']], { quantity: 0 })).toEqual({ price: 1, unitCost: undefined });
  expect(findPriceColumns(['Quantity', 'Price', 'Last Price', 'Price'], [['10', '1', '2', '3']], { quantity: 0 }).price).toBe(3);
  expect(findPriceColumns(['Quantity'], [['10']], { quantity: 0 })).toEqual({ price: undefined, unitCost: undefined });
});

test('a price that no row is worth is said to be none, from two rows on', () => {
  const rows = [['10', '550', '54'], ['20', '800', '39'], ['5', '', '1']];
  expect(findPriceColumns(['Quantity', 'Market Value', 'Last Price'], rows, { quantity: 0, marketValue: 1 })).toEqual({ unitCost: undefined, refuted: 2 });
  expect(findPriceColumns(['Quantity', 'Market Value', 'Last Price'], rows.slice(1), { quantity: 0, marketValue: 1 })).toEqual({ price: 2, unitCost: undefined });
});
