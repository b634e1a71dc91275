import type { GenericField } from './meanings';
import { settleByArithmetic, type Claims } from './settle-by-arithmetic';

/** Columns by number, claims by header; answers which column each meaning has at the end. */
function settle(columns: Record<number, (number | null)[]>, headers: Partial<Record<GenericField, number>>, costs?: number[]) {
  const claims: Claims = new Map(Object.entries(headers).map(([field, column]) => [field as GenericField, { column, confidence: 0.9, because: 'header' }]));
  const support = settleByArithmetic(claims, Object.keys(columns).map(Number), (column) => columns[column], costs);
  return { support, found: Object.fromEntries([...claims].map(([field, { column }]) => [field, column])) };
}

const quantity = [10, 20, 30];
const value = [1000, 4000, 1500];
const price = [100, 200, 50];
const unitCost = [80, 250, 40];
const cost = [800, 5000, 1200];
const gain = [200, -1000, 300];

test('of two columns called price the one that makes the value is the price, the other what was paid', () => {
  const { found, support } = settle({ 0: quantity, 1: unitCost, 2: value, 3: gain, 4: price }, { quantity: 0, price: 1, marketValue: 2, gain: 3 });
  expect(found).toEqual({ quantity: 0, price: 4, marketValue: 2, gain: 3, unitCost: 1 });
  expect(support).toBe(1);
});

test('a price without a telling header is found, when three rows agree', () => {
  expect(settle({ 0: quantity, 1: price, 2: value }, { quantity: 0, marketValue: 2 }).found).toEqual({ quantity: 0, price: 1, marketValue: 2 });
  expect(settle({ 0: [10, null, null], 1: price, 2: value }, { quantity: 0, marketValue: 2 }).found).toEqual({ quantity: 0, marketValue: 2 });
});

test.each([
  ['by the gain', { 3: gain }, { gain: 3 }],
  ['by its size', { 3: price }, { price: 3 }],
])('a cost per share that is called cost is found %s', (_how, more, headers) => {
  const { found } = settle({ 0: quantity, 1: unitCost, 2: value, ...more }, { quantity: 0, costBasis: 1, marketValue: 2, ...headers });
  expect(found).toEqual({ quantity: 0, unitCost: 1, marketValue: 2, ...headers });
});

test('a total that is called average cost is found', () => {
  expect(settle({ 0: quantity, 1: cost, 2: value, 3: gain }, { quantity: 0, unitCost: 1, marketValue: 2, gain: 3 }).found).toMatchObject({ costBasis: 1 });
});

test('costs that are named the wrong way round change places', () => {
  const { found } = settle({ 0: quantity, 1: unitCost, 2: cost }, { quantity: 0, unitCost: 2, costBasis: 1 });
  expect(found).toEqual({ quantity: 0, unitCost: 1, costBasis: 2 });
});

test('the gain in dollars is told from another by value less cost', () => {
  const daily = [1, 2, 3];
  const { found } = settle({ 0: value, 1: cost, 2: daily, 3: gain }, { marketValue: 0, costBasis: 1, gain: 2 });
  expect(found).toMatchObject({ gain: 3 });
});

test('of two columns called cost the one that leaves a gain of the file', () => {
  const other = [900, 5600, 1300];
  const columns = { 0: value, 1: other, 2: cost, 3: gain };
  expect(settle(columns, { marketValue: 0, costBasis: 1 }, [1, 2]).found).toMatchObject({ costBasis: 2, gain: 3 });
  expect(settle({ ...columns, 3: [1, 2, 3] }, { marketValue: 0, costBasis: 1 }, [1, 2]).found).toMatchObject({ costBasis: 1 });
});

test('nothing to check is no support; disagreement leaves the headers', () => {
  expect(settle({ 0: quantity }, { quantity: 0 }).support).toBeNull();
  expect(settle({ 0: quantity, 1: [7, 7, 7], 2: value }, { quantity: 0, price: 1, marketValue: 2 })).toEqual({ support: 0, found: { quantity: 0, price: 1, marketValue: 2 } });
});
