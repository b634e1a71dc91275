import { mulberry32 } from '../../shared/sample/random';
import { statisticalFactors } from './statistical-factors';
import { timeWeights } from './weights';

const next = mulberry32(11);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const noise = (count: number): Float64Array => Float64Array.from({ length: count }, normal);

function correlation(a: Float64Array, b: Float64Array): number {
  const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, t) => sum + value * y[t], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

test.each([[40, 200], [200, 60]])('of %d series over %d periods, one common factor is found and no other', (count, periods) => {
  const common = noise(periods);
  const series = Array.from({ length: count }, (_, i) => noise(periods).map((value, t) => value + (0.6 + (i % 3) / 5) * common[t]));
  const factors = statisticalFactors(series, timeWeights(periods));
  expect(factors).toHaveLength(1);
  expect(Math.abs(correlation(factors[0], common))).toBeGreaterThan(0.97);
});

test('series with nothing in common have no factor, unless one is asked for', () => {
  const series = Array.from({ length: 30 }, () => noise(400));
  expect(statisticalFactors(series, timeWeights(400)).length).toBeLessThanOrEqual(1);
  expect(statisticalFactors(series, timeWeights(400), 3)).toHaveLength(3);
});

test('factors are uncorrelated, and missing values or a series that never moves do no harm', () => {
  const [one, two] = [noise(300), noise(300)];
  const series = Array.from({ length: 30 }, (_, i) => noise(300).map((value, t) => (i === 5 && t < 100 ? Number.NaN : value + (i % 2 ? 2 * one[t] : 1.2 * two[t]))));
  const factors = statisticalFactors([...series, new Float64Array(300)], timeWeights(300), 2);
  expect(Math.abs(correlation(factors[0], factors[1]))).toBeLessThan(0.05);
  expect(Math.abs(correlation(factors[0], one))).toBeGreaterThan(0.95);
});

test('nothing gives nothing', () => {
  expect(statisticalFactors([new Float64Array(10)], timeWeights(10))).toEqual([]);
});
