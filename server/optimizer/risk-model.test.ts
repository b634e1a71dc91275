import fc from 'fast-check';
import type { FactorModel, RiskClass } from '../../shared/book/book';
import { security } from './examples';
import { runs } from './random-book';
import { activeCovariance, activeVariance, factorExposure, riskModel } from './risk-model';

const equity = security('E', 10, 'US equity', { riskClass: 'Equity' });
const bond = security('B', 10, 'Bonds', { riskClass: 'Bond', type: 'Bond' });
const classes: RiskClass[] = [
  { name: 'Equity', volatility: 0.2, correlations: { Bond: 0.25 } },
  { name: 'Bond', volatility: 0.05, correlations: {} },
];

test('risk classes give their own covariance, plus what each security adds', () => {
  const model = riskModel([equity, bond], classes);
  const active = Float64Array.of(0.1, -0.2);
  const classVariance = 0.01 * 0.04 + 0.04 * 0.0025 + 2 * 0.1 * -0.2 * 0.2 * 0.05 * 0.25;
  expect(activeVariance(model, active)).toBeCloseTo(classVariance + 0.01 * model.specific[0] + 0.04 * model.specific[1], 15);
  expect(model).toMatchObject({ level: 1, missing: [] });
});

test('the covariance with the active portfolio is half the gradient of its variance', () => {
  const model = riskModel([equity, bond], classes);
  const at = (a: number, b: number) => activeVariance(model, Float64Array.of(a, b));
  const covariance = activeCovariance(model, Float64Array.of(0.1, -0.2));
  expect(2 * covariance[0]).toBeCloseTo((at(0.1 + 1e-6, -0.2) - at(0.1 - 1e-6, -0.2)) / 2e-6, 8);
  expect(2 * covariance[1]).toBeCloseTo((at(0.1, -0.2 + 1e-6) - at(0.1, -0.2 - 1e-6)) / 2e-6, 8);
});

test('without a table the defaults stand in; a class that the table lacks is named', () => {
  expect(riskModel([equity], []).level).toBe(0);
  expect(riskModel([security('G', 1, 'Gold', { riskClass: 'Metals' }), equity], classes).missing).toEqual(['Metals']);
});

test('classes that move as one have no risk between them', () => {
  const twins: RiskClass[] = [{ name: 'Equity', volatility: 0.2, correlations: { Bond: 1 } }, { name: 'Bond', volatility: 0.2, correlations: {} }];
  const exposure = factorExposure(riskModel([equity, bond], twins), Float64Array.of(0.3, -0.3));
  expect(Math.hypot(...exposure)).toBeLessThan(1e-9);
});

test('cash carries no risk', () => {
  expect(activeVariance(riskModel([security('MM', 1, 'Cash', { type: 'Cash' })], []), Float64Array.of(1))).toBe(0);
});

const twoFactors: FactorModel = {
  factors: ['Market', 'Value'],
  covariance: [[0.04, 0.006], [0.006, 0.01]],
  exposures: new Map([['E', { factors: [1.1, -0.3], specific: 0.2 }], ['F', { factors: [1, 0], specific: 0.01 }]]),
  proxies: new Map([['bonds', 'F']]),
};

test('a factor model gives x·Ω·x plus specific variance', () => {
  const model = riskModel([equity], classes, twoFactors);
  expect(model).toMatchObject({ level: 2, missing: [] });
  expect(activeVariance(model, Float64Array.of(1))).toBeCloseTo(1.21 * 0.04 - 2 * 1.1 * 0.3 * 0.006 + 0.09 * 0.01 + 0.04, 12);
});

test('any exposures and any covariance that can occur give back XΩXᵀ', () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true });
  const three = <Value>(of: fc.Arbitrary<Value>) => fc.array(of, { minLength: 3, maxLength: 3 });
  fc.assert(fc.property(three(three(number)), three(three(number)), three(number), (root, exposures, active) => {
    const covariance = root.map((a) => root.map((b) => a.reduce((sum, value, k) => sum + value * b[k], 0)));
    const securities = exposures.map((_, i) => security(`S${i}`, 1, 'Any'));
    const model = riskModel(securities, [], {
      factors: ['A', 'B', 'C'], covariance, proxies: new Map(),
      exposures: new Map(exposures.map((factors, i) => [`S${i}`, { factors, specific: 0.1 * i }])),
    });
    const total = exposures[0].map((_, k) => exposures.reduce((sum, row, i) => sum + row[k] * active[i], 0));
    const direct = total.reduce((sum, a, j) => sum + total.reduce((inner, b, k) => inner + a * b * covariance[j][k], 0), 0)
      + active.reduce((sum, weight, i) => sum + (0.1 * i * weight) ** 2, 0);
    expect(activeVariance(model, Float64Array.from(active))).toBeCloseTo(direct, 6);
  }), runs(200));
});

test('a proxy stands in with its factors, and with a specific risk no smaller than that of the type', () => {
  const stock = security('X', 10, 'BONDS ', { type: 'Stock' });
  const model = riskModel([stock, security('F', 10, 'Funds')], [], twoFactors);
  expect(model.missing).toEqual([]);
  expect([...model.specific]).toEqual([0.25 ** 2, 0.01 ** 2]);
  const hedged = factorExposure(model, Float64Array.of(1, -1));
  expect(Math.hypot(...hedged)).toBeLessThan(1e-12);
});

test('a security without exposures or proxy keeps its risk class, uncorrelated with the factors, and is named', () => {
  const model = riskModel([equity, security('X', 10, 'US equity', { riskClass: 'Equity' })], classes, twoFactors);
  expect(model.missing).toEqual(['X']);
  const at = (a: number, b: number) => activeVariance(model, Float64Array.of(a, b));
  expect(at(1, 1)).toBeCloseTo(at(1, 0) + at(0, 1), 12);
  expect(at(0, 1)).toBeCloseTo(activeVariance(riskModel([equity], classes), Float64Array.of(1)), 12);
});
