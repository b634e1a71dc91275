import { isSettlementFund, readSecurity } from './security';

test.each([
  ['VTI', 'Vanguard Total Stock Market ETF', 'VTI', null, null],
  ['ARKK 270115 P 100.00', 'PUT ARKK', 'ARKK 270115 P 100.00', null, 'option'],
  [null, 'U S TREASURY NOTE INFLATION INDEX NOTE 1.875 01/15/36 01/15/06', null, null, 'bond'],
  ['922908769', 'Vanguard Total Stock Market ETF', '922908769', '922908769', null],
])('%s (%s)', (cell, description, symbol, cusip, assetType) => expect(readSecurity(cell, description)).toEqual({ symbol, cusip, assetType }));

test.each([
  ['VMFXX', 'VANGUARD FEDERAL MONEY MARKET INVESTOR CL', true],
  [null, 'Vanguard Federal Money Market Fund (Settlement fund)', true],
  [null, 'CASH', true],
  ['VUSXX', 'VANGUARD TREASURY MONEY MARKET', false],
  ['VTSAX', 'Vanguard Total Stock Market Index', false],
  [null, 'Large-Cap Stock Index Portfolio', false],
])('%s (%s) is money: %s', (symbol, description, expected) => expect(isSettlementFund(symbol, description)).toBe(expected));
