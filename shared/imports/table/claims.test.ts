import { importRow, type ImportRow } from '../format';
import { claimCost, claimFlow, claimGain, claimSign, claimTrade, claimValue } from './claims';

const held = (known: Partial<ImportRow>) => importRow('position', 2, { quantity: 10, price: 12.5, marketValue: 125, ...known });

test('a value that is not quantity × price, to the last digit of the price or a hundredth of the value', () => {
  const claim = claimValue(held({ marketValue: 130 }));
  expect(claim?.gap).toBeCloseTo(5);
  expect(claim?.rounding).toBeCloseTo(0.111);
  expect(claim?.leeway).toBeCloseTo(1.311);
});

test('no shares are worth nothing', () => {
  expect(claimValue(held({ quantity: 0 }))?.gap).toBe(125);
  expect(claimValue(held({ quantity: 0, marketValue: 0 }))?.gap).toBe(0);
});

test.each<[string, (row: ImportRow) => unknown, ImportRow]>([
  ['a value of an unknown quantity', claimValue, held({ quantity: null })],
  ['a value at a price of 0, which files write for one they do not know', claimValue, held({ price: 0 })],
  ['the sign of nothing', claimSign, held({ marketValue: 0 })],
  ['an unknown cost', claimCost, held({ unitCost: 12 })],
  ['an unknown gain', claimGain, importRow('realized-lot', 2, { proceeds: 5, costBasis: 4 })],
  ['a dividend', claimTrade, importRow('transaction', 2, { action: 'Dividend', price: 1, amount: 5 })],
  ['a trade abroad', claimTrade, importRow('transaction', 2, { action: 'Buy', quantity: 1, price: 410, amount: -328.49, currency: 'GBP' })],
  ['money that moved', claimFlow, importRow('transaction', 2, { action: 'Deposit', amount: -5 })],
])('nothing is claimed of %s', (_what, claim, row) => expect(claim(row)).toBeUndefined());
