import type { ImportedHolding } from '../apply';
import { costSlip, priceSlips, quantitySlip, signSlip, slipOf, valueSlip } from './slips';

const holding = (known: Partial<ImportedHolding> = {}): ImportedHolding => ({ accountId: 'A-1', symbol: 'VTI', quantity: 100, ...known });

test.each([
  [1000, 100, 10],
  [29_000, 290, 100],
  [0.29, 290, 0.001],
  [300, 290, undefined],
  [3000, 290, 10],
  [0, 290, undefined],
  [-2900, 290, undefined],
])('%d where %d was', (found, expected, factor) => expect(slipOf(found, expected, 0.25)).toBe(factor));

test('a price 100 times the book’s is a slip; one that quantities make up for is a split', () => {
  const slips = (price: number, quantityFactor?: number) => [...priceSlips([{ symbol: 'T30', price }], [{ symbol: 't30', price: 1.0025 }], () => quantityFactor).keys()];
  expect(slips(100.5)).toEqual(['T30']);
  expect(slips(1.01)).toEqual([]);
  expect(slips(10.1, 0.1)).toEqual([]);
  expect(slips(10.1, 10)).toEqual(['T30']);
});

test('a quantity is a slip only at the very factor', () => {
  expect(quantitySlip('A-1', 'VTI', 12, 1200)).toMatchObject({ factor: 100, issue: { code: 'H07', accounts: ['A-1'], found: '1200' } });
  expect(quantitySlip('A-1', 'VTI', 12, 1201)).toBeUndefined();
  expect(quantitySlip('A-1', 'VTI', 12, 12)).toBeUndefined();
});

test('cash that only turned its sign is said', () => {
  expect(signSlip('A-1', 500, -500)?.message).toContain('only the sign changed');
  expect(signSlip('A-1', 500, -499)).toBeUndefined();
  expect(signSlip('A-1', 0, 0)).toBeUndefined();
});

test('quantity times price is held against the file’s own value', () => {
  expect(valueSlip(holding({ marketValue: 1000 }), 10)).toBeUndefined();
  expect(valueSlip(holding({ marketValue: 10 }), 10)).toMatchObject({ code: 'H07' });
  expect(valueSlip(holding({ marketValue: 10 }), 10)?.message).toContain('100 times');
  expect(valueSlip(holding({ marketValue: 1300 }), 10)?.message).not.toContain('times');
  expect(valueSlip(holding(), 10)).toBeUndefined();
});

test('a cost that is the price of a share, and one multiplied twice', () => {
  expect(costSlip(holding({ costBasis: 9.5 }), 10)?.fix).toContain('$950.');
  expect(costSlip(holding({ costBasis: 95_000 }), 10)?.fix).toContain('$950.');
  expect(costSlip(holding({ costBasis: 950 }), 10)).toBeUndefined();
  expect(costSlip(holding({ costBasis: 9.5, quantity: 2 }), 10)).toBeUndefined();
});
