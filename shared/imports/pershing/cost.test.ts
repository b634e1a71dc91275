import { findCost } from './cost';

const figures = { quantity: 10, unitCost: null, cost: null, gain: null, marketValue: 550, assetType: null };

test('a stated cost stands; zeros are unknown', () => {
  expect(findCost({ ...figures, unitCost: 50, cost: 500, gain: 40 })).toEqual({ unitCost: 50, costBasis: 500 });
  expect(findCost({ ...figures, unitCost: 0, cost: 0, gain: 0 })).toEqual({ unitCost: null, costBasis: null });
});

test('without a stated cost it follows from the unit cost, else from the gain', () => {
  expect(findCost({ ...figures, unitCost: 50 })).toEqual({ unitCost: 50, costBasis: 500 });
  expect(findCost({ ...figures, quantity: 1000, unitCost: 98.5, assetType: 'bond' })).toEqual({ unitCost: 98.5, costBasis: 985 });
  expect(findCost({ ...figures, gain: 50.1 })).toEqual({ unitCost: null, costBasis: 499.9 });
  expect(findCost({ ...figures, gain: 0 })).toEqual({ unitCost: null, costBasis: null });
});
