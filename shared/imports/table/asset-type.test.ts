import { findAssetType, priceOf, worth } from './asset-type';

test.each([
  ['AMAT260424C400', 'AMAT APR 24 2026 $400 CALL', 'option'],
  ['-SPY260219P500.5', null, 'option'],
  ['ARKK 270115 P 100.00', null, 'option'],
  ['#NAME?', 'AMAT APR 24 2026 $400 CALL', 'option'],
  ['5835689CU', 'CALL (BRKB) BERKSHIRE HATHAWAY APR 14 22 $357.5 (100 SHS)', 'option'],
  ['96255NBE8', 'WHEAT RIDGE COLO SALES & USE TAX REV 05.00000% 12/01/2041 REF', 'bond'],
  [null, 'U S TREASURY NOTE INFLATION INDEX NOTE 1.875 01/15/36 01/15/06', 'bond'],
  ['VTI', 'VANGUARD TOTAL STOCK MARKET ETF', null],
  ['PUT', 'PUTNAM FUND', null],
  ['FXNAX', 'FIDELITY U.S. BOND INDEX 0.025% FEE', null],
  [null, null, null],
])('%s, %s is %s', (symbol, description, assetType) => expect(findAssetType({ symbol, description })).toBe(assetType));

test('a bond is worth a hundredth of its price per unit of face, an option a hundred times its price', () => {
  expect([worth(20000, 100.25, 'bond'), worth(-2, 2.33, 'option'), worth(3, 2.33, null)]).toEqual([20050, -466, 6.99]);
  expect([worth(null, 1, null), worth(1, null, null)]).toEqual([null, null]);
});

test('a price is worth divided by quantity, in the same units', () => {
  expect([priceOf(20050, 20000, 'bond'), priceOf(-466, -2, 'option'), priceOf(10, 3, null)]).toEqual([100.25, 2.33, 3.333333]);
  expect([priceOf(null, 1, null), priceOf(1, 0, null), priceOf(1, null, null)]).toEqual([null, null, null]);
});
