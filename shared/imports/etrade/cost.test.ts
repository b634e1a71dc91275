import { findCost } from './cost';

describe('cost', () => {
  const figures = { quantity: 10, unitCost: 4, marketValue: 50, gain: 10.03, assetType: null } as const;

  test('is value less gain, exactly', () => expect(findCost(figures)).toEqual({ unitCost: 4, costBasis: 39.97 }));
  test('is quantity × unit cost in a view without gain', () =>
    expect(findCost({ ...figures, gain: null })).toEqual({ unitCost: 4, costBasis: 40 }));
  test('of 0.00 per share is unknown', () => expect(findCost({ ...figures, unitCost: 0 })).toEqual({ unitCost: null, costBasis: null }));
  test('is unknown when the gain is the whole value, in a view without unit cost', () =>
    expect(findCost({ ...figures, unitCost: null, gain: 50 })).toEqual({ unitCost: null, costBasis: null }));
  test('is unknown when nothing is stated', () =>
    expect(findCost({ ...figures, unitCost: null, gain: null })).toEqual({ unitCost: null, costBasis: null }));
  test('of a short position is negative: what was received', () =>
    expect(findCost({ ...figures, quantity: -1, marketValue: -310, gain: 90 }).costBasis).toBe(-400));
  test('is what the view states as total cost, before anything derived', () => {
    expect(findCost({ ...figures, totalCost: 41 }).costBasis).toBe(41);
    expect(findCost({ ...figures, quantity: -1, totalCost: 400 }).costBasis).toBe(-400);
    expect(findCost({ ...figures, totalCost: 0 })).toEqual({ unitCost: null, costBasis: null });
    expect(findCost({ ...figures, totalCost: null }).costBasis).toBe(39.97);
  });
});
