import { isBondName, isOption, nameSecurity } from './securities';

const none = { symbol: null, cusip: null, isin: null, sedol: null, description: null };

test.each([
  [{ symbol: 'VTI' }, { symbol: 'VTI', cusip: null }],
  [{ symbol: 'SPAXX**' }, { symbol: 'SPAXX' }],
  [{ symbol: '-AMAT260424C400' }, { symbol: 'AMAT260424C400' }],
  [{ symbol: 'AAPL(037833100)' }, { symbol: 'AAPL', cusip: '037833100' }],
  [{ symbol: '912810RW0' }, { symbol: '912810RW0', cusip: '912810RW0' }],
  [{ cusip: '66922477' }, { symbol: null, cusip: '066922477', restoredFrom: '66922477' }],
  [{ symbol: '66922477' }, { symbol: '066922477', cusip: '066922477' }],
  [{ isin: 'US0378331005' }, { symbol: null, cusip: '037833100' }],
  [{ isin: 'IE00B4L5Y983' }, { symbol: 'IE00B4L5Y983', cusip: null }],
  [{ sedol: 'B0YBKJ7' }, { symbol: 'B0YBKJ7', cusip: null }],
  [{ symbol: 'MAR-1' }, { mangled: 'MAR-1' }],
  [{ symbol: 'AAPL', cusip: '3.78331E+07' }, { mangled: '3.78331E+07' }],
  [{ description: 'Apple Inc' }, { symbol: null, description: 'Apple Inc' }],
])('%j', (cells, name) => {
  expect(nameSecurity({ ...none, ...cells })).toMatchObject(name);
});

test('options and bonds by the way they are written', () => {
  const options = ['AAPL  260117C00200000', 'AMAT260424C400', "QQQ Dec 31 '26 $600 Put", 'AAPL 09/16/2026 337.50 C', 'CALL (AMAT) APPLIED APR 24', 'AMAT APR 24 2026 $400 CALL',
    'CALL AAPL 01/17/25 150', 'AAPL 100 16 JUN 23 150 CALL', 'SPY 19JUN26 500 P', 'F Jan 16 2026 12.00 Call', 'AAPL US 01/16/26 C250'];
  expect(options.every((text) => isOption([text]))).toBe(true);
  expect(['VTI', 'CALLAWAY GOLF', 'PUTNAM INCOME FUND', 'SOUTHERN CO CALL PFD 5.25', 'US TREASURY NOTE 15 MAR 2033 3.5', null].some((text) => isOption([text]))).toBe(false);
  expect(['KEY BANK CD 3.85% 08/24/2026', 'TREASURY NOTE 4.250 11/15/34', 'UNITED STATES TREASURY BILL 07/09/26', 'ISHARES 20+ YEAR TREASURY BOND ETF', 'VTI', null].map(isBondName)).toEqual([true, true, true, false, false, false]);
});
