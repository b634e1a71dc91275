import fc from 'fast-check';
import { regress } from './regression';
import { timeWeights } from './weights';

const value = fc.double({ min: -1, max: 1, noNaN: true });
const series = fc.array(value, { minLength: 30, maxLength: 30 }).map((values) => Float64Array.from(values));

test('a series made of factors gives back its slopes, whatever its constant, its gaps and the weights', () => {
  fc.assert(fc.property(series, series, value, value, value, fc.integer({ min: 5, max: 60 }), (a, b, one, two, constant, halfLife) => {
    const spread = (x: Float64Array) => Math.max(...x) - Math.min(...x);
    fc.pre(spread(a) > 0.1 && spread(b) > 0.1);
    const made = a.map((x, t) => (t % 7 === 3 ? Number.NaN : constant + one * x + two * b[t]));
    const { slopes, residuals, residualVariance } = regress(made, [a, b], timeWeights(30, halfLife));
    const again = a.map((x, t) => slopes[0] * x + slopes[1] * b[t]);
    const shift = made[0] - again[0];
    made.forEach((x, t) => { if (t % 7 !== 3) expect(again[t] + shift).toBeCloseTo(x, 6); });
    expect(residualVariance).toBeLessThan(1e-12);
    expect([...residuals.keys()].filter((t) => Number.isNaN(residuals[t]))).toEqual([3, 10, 17, 24]);
  }));
});

test('by hand: the slope through four points, and what it leaves', () => {
  const { slopes, residuals, residualVariance } = regress(Float64Array.of(0, 1, 1, 2), [Float64Array.of(0, 0, 1, 1)], timeWeights(4));
  expect(slopes).toEqual([1]);
  expect([...residuals]).toEqual([-0.5, 0.5, -0.5, 0.5]);
  expect(residualVariance).toBeCloseTo(0.25, 12);
});

test('residuals are uncorrelated with the factors', () => {
  fc.assert(fc.property(series, series, series, (y, a, b) => {
    const { residuals } = regress(y, [a, b], timeWeights(30));
    for (const factor of [a, b]) {
      const mean = factor.reduce((sum, x) => sum + x, 0) / 30;
      expect(residuals.reduce((sum, x, t) => sum + x * (factor[t] - mean), 0)).toBeCloseTo(0, 6);
    }
  }));
});

test('a factor that repeats another, or that never moves, gets no slope', () => {
  const a = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t));
  expect(regress(a.map((x) => 3 * x), [a, a.map((x) => 2 * x + 1), new Float64Array(30)], timeWeights(30)).slopes.map((slope) => Number(slope.toFixed(9)))).toEqual([3, 0, 0]);
});
