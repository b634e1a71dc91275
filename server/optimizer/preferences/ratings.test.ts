import { ratingWorth } from './ratings';

test.each([['Strong buy', 0.01], ['Buy', 0.005], ['Hold', 0], ['Sell', -0.005], ['Strong sell', -0.01], [undefined, 0]] as const)('%s', (rating, worth) => {
  expect(ratingWorth(rating)).toBe(worth);
});
