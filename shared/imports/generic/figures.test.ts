import { completeFigures, type Stated } from './figures';

const nothing: Stated = { quantity: null, price: null, marketValue: null, unitCost: null, costBasis: null, gain: null, texts: [], assetClass: null };
const complete = (stated: Partial<Stated>) => completeFigures({ ...nothing, ...stated });

test('value from the price, cost from the cost of one', () => {
  expect(complete({ quantity: 3, price: 0.1, unitCost: 0.2 })).toEqual({ quantity: 3, price: 0.1, marketValue: 0.3, unitCost: 0.2, costBasis: 0.6, assetType: null });
});

test('cost from the gain, value from cost and gain', () => {
  expect(complete({ quantity: 10, marketValue: 4209.9, gain: 3003.25 }).costBasis).toBe(1206.65);
  expect(complete({ quantity: 12.5, costBasis: 2800, gain: 575 }).marketValue).toBe(3375);
});

test('value less gain is finer than the cost of one, so long as they speak of the same', () => {
  expect(complete({ quantity: 3, marketValue: 40, unitCost: 11.11, gain: 6.68 }).costBasis).toBe(33.32);
  expect(complete({ quantity: 3, marketValue: 40, unitCost: 111.1, gain: 1 }).costBasis).toBe(333.3);
});

test('what is stated is kept, though it does not add up', () => {
  expect(complete({ quantity: 3, price: 10, marketValue: 31, unitCost: 5, costBasis: 16, gain: 1 })).toMatchObject({ marketValue: 31, costBasis: 16, unitCost: 5 });
});

test('a cost of 0 is unknown', () => {
  expect(complete({ quantity: 3, price: 10, marketValue: 30, unitCost: 0, gain: 30 })).toMatchObject({ unitCost: null, costBasis: null });
  expect(complete({ quantity: 3, marketValue: 30, costBasis: 0 })).toMatchObject({ costBasis: null });
});

test('a bond is priced per 100, an option is for 100', () => {
  expect(complete({ quantity: 10_000, price: 99.5, marketValue: 9950, unitCost: 100 })).toMatchObject({ assetType: 'bond', costBasis: 10_000 });
  expect(complete({ quantity: 10_000, price: 99.5, texts: ['CITY CD 3.85% 08/24/2026'] })).toMatchObject({ assetType: 'bond', marketValue: 9950 });
  expect(complete({ quantity: -2, price: 3.1, unitCost: 4, texts: ["IWM Jan 15 '27 $250 Put"] })).toMatchObject({ assetType: 'option', marketValue: -620, costBasis: -800 });
  expect(complete({ quantity: 10_000, unitCost: 99.5, costBasis: 9950 }).assetType).toBe('bond');
  expect(complete({ quantity: 50_000, price: 98.25, costBasis: 48_900, gain: 225 })).toMatchObject({ assetType: 'bond', marketValue: 49_125 });
  expect(complete({ quantity: 8.5, price: 106, costBasis: 910, gain: -9, assetClass: 'US Municipal Bonds' })).toMatchObject({ assetType: null, marketValue: 901 });
  expect(complete({ quantity: 8.5, price: 106, texts: ['ISHARES NATIONAL MUNI BOND ETF'], assetClass: 'Municipal bonds' })).toMatchObject({ assetType: null, marketValue: 901 });
  expect(complete({ quantity: 10_000, price: 99.5, cusip: '912828ZQ6' })).toMatchObject({ assetType: 'bond', marketValue: 9950 });
  expect(complete({ quantity: 10, price: 99.5, cusip: '922908769' })).toMatchObject({ assetType: null, marketValue: 995 });
  expect(complete({ quantity: 10, price: 99.5, marketValue: 995, assetClass: 'Bonds' }).assetType).toBeNull();
});
