import { isCore, readSecurity } from './security';

test.each([
  ['VTI', 'VANGUARD TOTAL STOCK MARKET ETF', 'VTI', null, null],
  [' -AMAT260424C400', 'AMAT APR 24 2026 $400 CALL', 'AMAT260424C400', null, 'option'],
  ['-BRKB260116P500', null, 'BRKB260116P500', null, 'option'],
  ['#NAME?', 'AMAT APR 4 2026 $1,400.5 PUT', 'AMAT260404P1400.5', null, 'option'],
  ['#NAME?', 'SOMETHING ELSE', null, null, null],
  ['96255NBE8', 'WHEAT RIDGE COLO SALES & USE TAX REV 05.00000% 12/01/2041', '96255NBE8', '96255NBE8', 'bond'],
  ['SPAXX**', 'HELD IN MONEY MARKET', 'SPAXX', null, null],
  [null, 'SP 500 INDEX POOL CL E', null, null, null],
])('%s (%s)', (cell, description, symbol, cusip, assetType) => expect(readSecurity(cell, description)).toEqual({ symbol, cusip, assetType }));

test.each([
  ['SPAXX**', 'HELD IN MONEY MARKET', null],
  ['FZSXX**', 'FIDELITY MUNICIPAL MONEY MARKET', 1],
  ['SPAXX', 'FIDELITY GOVERNMENT MONEY MARKET', 1],
  ['USD***', 'US DOLLARS', null],
  [null, 'HELD IN FCASH', null],
  ['CASH', null, null],
])('%s (%s) at %s is money', (cell, description, price) => expect(isCore(cell, description, price)).toBe(true));

test.each([
  ['FNSBX**', 'FIDELITY SUSTAINABLE BOND IDX', 10],
  ['FZDXX', 'FIDELITY MMKT PREMIUM CLASS', 1],
  ['CASH', 'PATHWARD FINANCIAL INC', 71.2],
  [null, 'BROKERAGELINK', 1],
])('%s (%s) at %s is a position', (cell, description, price) => expect(isCore(cell, description, price)).toBe(false));
