import { addsUp, lessKnown, perUnit, sumKnown } from './sums';

test('only what is known is added, exactly', () => {
  expect(sumKnown([0.1, null, 0.2])).toBe(0.3);
  expect(sumKnown([0])).toBe(0);
  expect(sumKnown([null, null])).toBeNull();
  expect(sumKnown([])).toBeNull();
});

test.each([
  [[1.1, 2.2], 3.3, true],
  [[1.1, 2.2], 3.32, true],
  [[1.1, 2.2], 3.33, false],
  [[null, 2], 2, true],
  [[], 0, true],
  [[], 1, false],
])('%j adds up to %d: %p', (amounts, total, expected) => expect(addsUp(amounts, total)).toBe(expected));

test('differences and quotients of the unknown are unknown', () => {
  expect(lessKnown(0.3, 0.1)).toBe(0.2);
  expect(lessKnown(null, 1)).toBeNull();
  expect(lessKnown(1, null)).toBeNull();
  expect(perUnit(310.4, 25.4321)).toBe(12.205048);
  expect(perUnit(1800, 0)).toBeNull();
  expect(perUnit(null, 3)).toBeNull();
});
