import { addDays } from '../../shared/dates';
import { scoreThreshold } from './threshold';

const settings = { minimumScore: 5, scoreAfterATrade: 25, scoreHalfLife: 30 };
const asOf = '2026-11-20';

test.each([
  [0, 25], [15, 19.1421], [30, 15], [60, 10], [90, 7.5], [120, 6.25], [300, 5.0195], [3650, 5],
])('%d days after a trade it takes %d bp', (days, bp) => {
  expect(scoreThreshold(settings, asOf, addDays(asOf, -days))).toBeCloseTo(bp, 4);
});

test('an account that never traded has the minimum, and so has one whose trade is dated ahead', () => {
  expect(scoreThreshold(settings, asOf)).toBe(5);
  expect(scoreThreshold(settings, asOf, '2026-12-01')).toBe(5);
});

test('the start is never below the minimum, and a half-life of nothing has passed', () => {
  expect(scoreThreshold({ ...settings, scoreAfterATrade: 2 }, asOf, asOf)).toBe(5);
  expect(scoreThreshold({ ...settings, scoreHalfLife: 0 }, asOf, asOf)).toBe(5);
});
