import type { ImportRow } from './format';
import { asSymbol, guessType, pricePerUnit } from './imported-security';

const row = (more: Partial<ImportRow>) =>
  ({ symbol: 'VTI', price: null, marketValue: null, quantity: null, assetType: null, ...more }) as ImportRow;

test.each([
  [{ price: 290.5 }, 290.5],
  [{ price: 99.9934, assetType: 'bond' as const }, 0.999934],
  [{ quantity: 3, marketValue: 10 }, 3.333333],
  [{ quantity: 0, marketValue: 10 }, null],
  [{ quantity: 3 }, null],
])('the price per unit of %j is %p', (more, price) => expect(pricePerUnit(row(more))).toBe(price));

test.each([
  ['VMFXX', 'Cash'],
  ['VTSAX', 'Mutual fund'],
  ['VTI', undefined],
  ['FOXX', undefined],
])('%s is taken for %p', (symbol, type) => expect(guessType(row({ symbol }))).toBe(type));

test('a description becomes a symbol that the contract accepts, and keeps what tells bonds apart', () => {
  expect(asSymbol('VTI')).toBe('VTI');
  expect(asSymbol('A BANK WITH A LONG NAME, SOMEWHERE, CD 4.10% 03/15/2028')).toBe('ONG NAME, SOMEWHERE, CD 4.10% 03/15/2028');
});
