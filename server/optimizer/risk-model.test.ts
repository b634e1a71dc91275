import type { RiskClass } from '../../shared/book/book';
import { security } from './examples';
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
