import { check } from '.';
import { exampleDay, exposureRows, factorRows, soundTables } from './examples';
import type { Tables } from '../contract';

const issuesOf = (more: Partial<Tables>) => check({ ...soundTables, exposures: exposureRows, factorCovariance: factorRows, ...more }, { asOf: exampleDay });
const says = (more: Partial<Tables>) => issuesOf(more).map(({ code, severity, message }) => `${severity} ${code} ${message}`);
const factors = (...covariances: Readonly<Record<string, number>>[]) => ({ factorCovariance: covariances.map((values, at) => ({ ...factorRows[at], covariances: values })) });

test('a sound factor model has no issue', () => {
  expect(issuesOf({})).toEqual([]);
});

test('K01: a pair given twice with different values, from its later row; once is enough', () => {
  expect(says(factors({ Market: 0.0256, Rates: 0.0008 }, { market: 0.0009, Rates: 0.0036 }))).toEqual([
    'stop K01 Covariance of Rates and market is 0.0009 at Factor covariance row 3, and 0.0008 the other way round.',
  ]);
  expect(says(factors({ Market: 0.0256 }, { Market: 0.0009, Rates: 0.0036 }))).toEqual([]);
});

test('K02: covariances that cannot occur, and how far the nearest are that can', () => {
  const [issue, ...others] = issuesOf(factors({ Market: 0.04, Rates: 0.08 }, { Rates: 0.04 }));
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ code: 'K02', severity: 'stop', table: 'factorCovariance', column: 'Rates', found: '0.08', fix: expect.stringContaining('rebal risk nearest') });
  expect(issue.message).toMatch(/would have a negative variance\. The nearest that can be true differ by 32 % of the whole, most in Market and Rates: 0\.06 instead of 0\.08\.$/);
});

test('K03: a risk proxy covers its class; a security that nobody holds or wants needs no exposures', () => {
  const exposures = exposureRows.slice(0, 2);
  expect(says({ exposures, factorCovariance: factorRows.slice(0, 1) })).toEqual([expect.stringMatching(/^warn K03 BND at Securities row 4 has no exposures/), expect.stringMatching(/^stop K05/)].reverse());
  expect(issuesOf({ assetClasses: [{ row: 2, assetClass: 'Bonds', riskProxy: 'vti' }, ...['US equity', 'Intl equity'].map((assetClass) => ({ row: 3, assetClass }))], exposures: [...exposures, { row: 9, symbol: 'OTHER', specificRisk: 0.02, exposures: { Rates: 1 } }] })).toEqual([]);
  expect(issuesOf({ securities: [...soundTables.securities, { row: 5, symbol: 'ZZZ', price: 1, assetClass: 'Unheld' }] })).toEqual([]);
});

test('K04: percents for fractions are too large, daily covariances too small', () => {
  expect(says(factors({ Market: 256 }, { Rates: 36 }))).toEqual([expect.stringMatching(/^warn K04 Factors and specific risk give VTI a volatility of 1600\.\d+ % a year at Exposures row 2\.$/)]);
  const stock = soundTables.securities.map((security) => ({ ...security, type: 'Stock' as const }));
  expect(says({ securities: stock, ...factors({ Market: 0.0001 }, { Rates: 0.00001 }) })).toEqual([expect.stringMatching(/^warn K04 .* VTI a volatility of 1\.41\d+ % a year/)]);
});

test('K05: half a model, a factor that no security has, one without variance, a column that is no factor', () => {
  expect(says({ factorCovariance: undefined })).toEqual(['stop K05 Exposures has rows, Factor covariance has none.']);
  expect(says({ exposures: [] })).toEqual(['stop K05 Factor covariance has rows, Exposures has none.']);
  expect(says({ factorCovariance: [...factorRows, { row: 4, factor: 'Value', covariances: { Sise: 0.01 } }] })).toEqual([
    'stop K05 Column "Sise" at Factor covariance row 4 holds numbers and is no factor: Factor covariance has no such row.',
    'stop K05 Factor Value at Factor covariance row 4 has no variance: its own column "Value" is missing or blank.',
    'stop K05 Factor Value at Factor covariance row 4 has no column in Exposures.',
  ]);
});
