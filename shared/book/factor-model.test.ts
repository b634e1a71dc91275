import type { Tables } from '../contract';
import { buildFactorModel } from './factor-model';

const known = (typed: string) => ['VTI', 'BND', 'XYZ'].find((symbol) => symbol === typed.toUpperCase());

const tables: Required<Pick<Tables, 'exposures' | 'factorCovariance' | 'assetClasses'>> = {
  exposures: [
    { symbol: 'vti', specificRisk: 0.01, exposures: { Market: 1, VALUE: -0.05 } },
    { symbol: 'VTI', specificRisk: 0.5, exposures: {} },
    { symbol: 'BND', specificRisk: 0.02, exposures: { Rates: 1 } },
    { symbol: 'EFA', specificRisk: 0.03, exposures: { Market: 0.9 } },
    { symbol: 'NOBODYS', specificRisk: 0.03, exposures: { Market: 0.9 } },
  ],
  factorCovariance: [
    { factor: 'Value', covariances: { Value: 0.0016, Market: 0.001 } },
    { factor: 'Market', covariances: { Market: 0.0256 } },
    { factor: 'Rates', covariances: { rates: 0.0025 } },
  ],
  assetClasses: [{ assetClass: 'Intl equity', riskProxy: 'EFA' }, { assetClass: 'Bonds', riskProxy: 'bnd' }, { assetClass: 'Gold' }],
};

test('factors in name order, a full covariance, and exposures of what the book or a proxy names', () => {
  expect(buildFactorModel(tables, known)).toEqual({
    factors: ['Market', 'Rates', 'Value'],
    covariance: [[0.0256, 0, 0.001], [0, 0.0025, 0], [0.001, 0, 0.0016]],
    exposures: new Map([
      ['BND', { factors: [0, 1, 0], specific: 0.02 }],
      ['EFA', { factors: [0.9, 0, 0], specific: 0.03 }],
      ['VTI', { factors: [1, 0, -0.05], specific: 0.01 }],
    ]),
    proxies: new Map([['intl equity', 'EFA'], ['bonds', 'BND']]),
  });
});

test('the order of rows changes nothing but which of two rows for a name is the first', () => {
  const [first, , ...rest] = tables.exposures;
  const turned = { ...tables, exposures: [...rest].reverse().concat(first), factorCovariance: [...tables.factorCovariance].reverse() };
  expect(buildFactorModel(turned, known)).toEqual(buildFactorModel(tables, known));
});

test('half a model is none', () => {
  expect(buildFactorModel({ exposures: tables.exposures }, known)).toBeUndefined();
  expect(buildFactorModel({ exposures: [], factorCovariance: tables.factorCovariance }, known)).toBeUndefined();
});
