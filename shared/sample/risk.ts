import type { TableRow } from '../contract';
import { toPlaces } from '../units';

/** Asset classes of the sample, below two parents. */
export const sampleAssetClasses: readonly TableRow<'assetClasses'>[] = [
  { assetClass: 'Equity', sort: 10 },
  { assetClass: 'US equity', parent: 'Equity', sort: 11, preferredLocation: 'Taxable', riskProxy: 'VTI' },
  { assetClass: 'Intl equity', parent: 'Equity', sort: 12, preferredLocation: 'Taxable', riskProxy: 'VXUS' },
  { assetClass: 'Emerging markets', parent: 'Equity', sort: 13, riskProxy: 'VWO' },
  { assetClass: 'Real estate', parent: 'Equity', sort: 14, preferredLocation: 'Tax-deferred', riskProxy: 'VNQ' },
  { assetClass: 'Fixed income', sort: 20 },
  { assetClass: 'Bonds', parent: 'Fixed income', sort: 21, preferredLocation: 'Tax-deferred', riskProxy: 'BND' },
  { assetClass: 'Municipal bonds', parent: 'Fixed income', sort: 22, preferredLocation: 'Taxable', riskProxy: 'VTEB' },
  { assetClass: 'Cash', sort: 30 },
];

/** Volatility a year, and the correlation of each risk class with shares at large and with interest rates. All made up, near long-run figures. */
const classes: readonly (readonly [name: string, volatility: number, shares: number, rates: number])[] = [
  ['US equity', 0.16, 0.97, 0],
  ['Intl equity', 0.17, 0.86, 0.02],
  ['Emerging markets', 0.21, 0.72, 0.02],
  ['Real estate', 0.19, 0.72, 0.25],
  ['Bonds', 0.06, 0.1, 0.95],
  ['Municipal bonds', 0.055, 0.1, 0.8],
  ['AAPL', 0.29, 0.7, 0],
  ['MSFT', 0.26, 0.74, 0],
  ['NVDA', 0.45, 0.66, -0.05],
  ['JNJ', 0.18, 0.45, 0.1],
  ['XOM', 0.27, 0.42, -0.1],
  ['KO', 0.17, 0.45, 0.15],
];

/** Risk classes with correlations from two common sources of risk, so that the matrix is positive semi-definite by construction. */
export const sampleRiskClasses: readonly TableRow<'riskClasses'>[] = classes.map(([riskClass, volatility, shares, rates]) => ({
  riskClass,
  volatility,
  correlations: Object.fromEntries(
    classes.map(([other, , otherShares, otherRates]) => [
      other,
      other === riskClass ? 1 : toPlaces(shares * otherShares + rates * otherRates, 2),
    ]),
  ),
}));
