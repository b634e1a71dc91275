import { sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { cost, priceTerms, termNames } from '.';

const plan = { sells: Float64Array.of(0.09, 0.1), buys: Float64Array.of(0, 0) };
const prices = (more: SixtyForty = {}, of = plan) => priceTerms(snapshotOf(sixtyForty(more)), of);

test('spread is half of it on each dollar traded', () => {
  expect(prices({ vti: { spread: 0.001 }, bnd: { spread: 0.002 } }).spread).toBeCloseTo(9000 * 0.001 + 10_000 * 0.0005, 9);
});

test('tickets are counted by order, fees by dollar', () => {
  expect(prices({ vti: { tradeCost: 5 }, bnd: { tradeCost: 7 } }).tickets).toBe(12);
  expect(prices({ vti: { redemptionFee: 0.02, feeDays: 1e5 } }).tickets).toBeCloseTo(200, 9);
  expect(prices({ vti: { redemptionFee: 0.02, feeDays: 30 } }).tickets).toBe(0);
});

test('cash above its target drags, cash below it does not', () => {
  expect(prices().cash).toBeCloseTo((0.05 + 0.19 - 0.02) * 100_000 * 0.003, 9);
  expect(prices({ settings: { cashTarget: 0.5 } }).cash).toBe(0);
});

test('risk is its price for each percent of tracking error, squared', () => {
  const once = prices().risk;
  expect(prices({ settings: { riskPrice: 0.005 } }).risk).toBeCloseTo(2 * once, 9);
  expect(once).toBeGreaterThan(0);
});

test('waiting prices a loss that is taken too small', () => {
  expect(prices({ settings: { harvestAt: 0.2 } }).waiting).toBeCloseTo(9000 * (1 / 9) * 0.238 * 0.5, 9);
  expect(prices().waiting).toBe(0);
});

test('the cost is the sum of every term', () => {
  const each = prices();
  expect(cost(snapshotOf(sixtyForty()), plan)).toBeCloseTo(termNames.reduce((sum, name) => sum + each[name], 0), 9);
});
