import { effectiveCount, timeWeights } from './weights';

test('weights halve with every half-life and sum to one', () => {
  const weights = timeWeights(21, 10);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(weights[20] / weights[10]).toBeCloseTo(2, 12);
  expect(weights[10] / weights[0]).toBeCloseTo(2, 12);
});

test('equal weights are worth as many observations as there are, others fewer', () => {
  expect(effectiveCount(timeWeights(250))).toBeCloseTo(250, 9);
  expect(effectiveCount(timeWeights(250), (t) => t < 100)).toBeCloseTo(100, 9);
  // A long history of half-life h is worth about 2h / ln 2 observations.
  expect(effectiveCount(timeWeights(5000, 60))).toBeCloseTo((2 * 60) / Math.log(2), 0);
});
