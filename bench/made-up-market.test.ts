import { mulberry32 } from '../shared/sample/random';
import { madeUpMarket } from './made-up-market';
import { sizes } from './sizes';

test('weights sum to one, and some securities are no target', () => {
  const { securities, weights } = madeUpMarket(sizes.L, 0, mulberry32(1));
  expect(securities).toHaveLength(500);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  const none = weights.filter((weight) => weight === 0).length;
  expect(none).toBeGreaterThan(20);
  expect(none).toBeLessThan(90);
});

test('only stocks have sectors, and every order costs the same ticket', () => {
  const { securities } = madeUpMarket(sizes.M, 3, mulberry32(2));
  expect(new Set(securities.map(({ tradeCost }) => tradeCost))).toEqual(new Set([3]));
  for (const { type, sector } of securities) expect(sector !== undefined).toBe(type === 'Stock');
});
