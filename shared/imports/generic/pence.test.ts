import { isInPence, priceInPounds, toPounds } from './pence';

test('headers that say so', () => {
  expect(['Price (pence)', 'Unit cost (p)', 'Price GBX', 'Price (£)', 'Price', 'P/E'].map(isInPence)).toEqual([true, true, true, false, false, false]);
});

test('pence are hundredths', () => {
  expect(toPounds(118.82)).toBe(1.1882);
});

test('a price beside GBX is in pence where that makes the value', () => {
  expect(priceInPounds('GBX', { quantity: 1667, price: 118.82, marketValue: 1980.73 })).toBe(1.1882);
  expect(priceInPounds('GBX', { quantity: 10, price: 150, marketValue: 1500 })).toBe(150);
  expect(priceInPounds('USD', { quantity: 5000, price: 99, marketValue: 4950 })).toBe(99);
  expect(priceInPounds('GBX', { quantity: 10, price: null, marketValue: 1500 })).toBeNull();
});
