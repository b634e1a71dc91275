import { extremeReturns, returnsOf } from './returns';

const history = (days: readonly string[], prices: Readonly<Record<string, readonly number[]>>) => ({
  days, symbols: Object.keys(prices), prices: Object.values(prices).map((series) => Float64Array.from(series)),
});
const week = ['2025-01-02', '2025-01-03', '2025-01-06', '2025-01-07'];

test('a return needs a price at both ends; gaps are not bridged', () => {
  const { days, values, periodsPerYear } = returnsOf(history(week, { A: [100, 110, 99, 99], B: [50, NaN, 60, 30] }));
  expect(days).toEqual(week.slice(1));
  expect([...values[0]].map((value) => Number(value.toFixed(12)))).toEqual([0.1, -0.1, 0]);
  expect([...values[1]]).toEqual([NaN, NaN, -0.5]);
  expect(periodsPerYear).toBe(252);
});

test('log returns add up', () => {
  const { values } = returnsOf(history(week, { A: [100, 110, 99, 121] }), 'log');
  expect(values[0].reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.log(1.21), 12);
});

test('a day that only a few trade on does not break the returns of the others', () => {
  const weekend = ['2025-01-03', '2025-01-04', '2025-01-06'];
  const { days, values, sparseDays } = returnsOf(history(weekend, { A: [100, NaN, 102], B: [10, NaN, 11], COIN: [1, 2, 3] }));
  expect({ days, sparseDays }).toEqual({ days: ['2025-01-06'], sparseDays: 1 });
  expect(values.map(([value]) => Number(value.toFixed(12)))).toEqual([0.02, 0.1, 2]);
});

test.each([[['2025-01-03', '2025-01-10', '2025-01-17'], 52], [['2025-01-31', '2025-02-28', '2025-03-31'], 12]])('periods are counted from the days: %j', (days, periods) => {
  expect(returnsOf(history(days, { A: [1, 2, 3] })).periodsPerYear).toBe(periods);
});

test('extreme returns are named, the largest first', () => {
  expect(extremeReturns(returnsOf(history(week, { A: [100, 40, 41, 41], B: [10, 10, 30, 31] })))).toEqual([
    { symbol: 'B', day: '2025-01-06', size: 2 }, { symbol: 'A', day: '2025-01-03', size: -0.6 },
  ]);
});
