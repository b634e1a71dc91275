import { certaintyOf } from './certainty';

test('marks that hold add up, to 1 at most', () => {
  expect(certaintyOf(0.25, [])).toBe(0.25);
  expect(certaintyOf(0.25, [[true, 0.5], [false, 0.25]])).toBe(0.75);
  expect(certaintyOf(0.25, [[true, 0.5], [true, 0.5]])).toBe(1);
});
