import { positiveSemidefinite } from '../../shared/analytics/covariance';
import { mulberry32 } from '../../shared/sample/random';
import { shrunkCovariance, shrunkVariances } from './shrinkage';
import { timeWeights } from './weights';

/** Normal draws by Box and Muller. */
function normals(count: number, next: () => number): Float64Array {
  return Float64Array.from({ length: count }, () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()));
}

test('series that have nothing in common are almost told so; variances stay', () => {
  const next = mulberry32(3);
  const series = Array.from({ length: 12 }, () => normals(120, next));
  const { estimate, intensity } = shrunkCovariance(series, timeWeights(120));
  expect(intensity).toBeGreaterThan(0.8);
  series.forEach((values, k) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / 120;
    expect(estimate[k][k]).toBeCloseTo(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 119, 12);
  });
});

test('strong correlations over a long time are hardly shrunk, and the estimate can occur', () => {
  const next = mulberry32(4);
  const common = normals(2000, next);
  const series = Array.from({ length: 5 }, () => normals(2000, next).map((value, t) => value + common[t]));
  const { estimate, intensity } = shrunkCovariance(series, timeWeights(2000));
  expect(intensity).toBeLessThan(0.01);
  expect(estimate[1][0]).toBeCloseTo(1, 0);
  expect(positiveSemidefinite(estimate)).toBe(true);
});

test('shrinking loses less than not shrinking, on average over many draws', () => {
  const next = mulberry32(5);
  let [shrunk, raw] = [0, 0];
  for (let draw = 0; draw < 40; draw += 1) {
    const common = normals(40, next);
    const series = Array.from({ length: 8 }, () => normals(40, next).map((value, t) => value + 0.5 * common[t]));
    const { estimate, intensity } = shrunkCovariance(series, timeWeights(40));
    for (let i = 1; i < 8; i += 1) {
      shrunk += (estimate[i][0] - 0.25) ** 2;
      raw += (estimate[i][0] / (1 - Math.min(intensity, 0.999999)) - 0.25) ** 2;
    }
  }
  expect(shrunk).toBeLessThan(raw);
});

test('variances known well stay as they are, those that are all noise become their median', () => {
  expect(shrunkVariances([1, 2, 3], [0, 0, 0])).toEqual({ estimate: [1, 2, 3], intensity: 0 });
  expect(shrunkVariances([1, 2, 9], [30, 30, 30])).toEqual({ estimate: [2, 2, 2], intensity: 1 });
  expect(shrunkVariances([1, 3], [0.5, 0.5])).toEqual({ estimate: [1.5, 2.5], intensity: 0.5 });
});
