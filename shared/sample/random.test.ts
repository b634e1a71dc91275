import { between, mulberry32, normal, pick } from './random';

test('mulberry32 gives the published stream, the same on every machine', () => {
  const random = mulberry32(1);
  expect([random(), random(), random()].map((value) => Math.floor(value * 2 ** 32))).toEqual([2693262067, 11749833, 2265367787]);
});

test('another seed gives another stream', () => {
  expect(mulberry32(1)()).not.toBe(mulberry32(2)());
});

test('between reaches both ends and nothing outside', () => {
  const random = mulberry32(7);
  const seen = new Set(Array.from({ length: 500 }, () => between(random, 3, 6)));
  expect([...seen].sort()).toEqual([3, 4, 5, 6]);
});

test('pick reaches every choice', () => {
  const random = mulberry32(7);
  expect(new Set(Array.from({ length: 200 }, () => pick(random, ['a', 'b', 'c']))).size).toBe(3);
});

test('normal numbers have mean 0 and deviation 1', () => {
  const random = mulberry32(11);
  const drawn = Array.from({ length: 20_000 }, () => normal(random));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
});
