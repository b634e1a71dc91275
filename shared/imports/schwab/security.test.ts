import { identify } from './security';

test.each([
  ['SCHA', 'ETFs & Closed End Funds', null, null],
  ['SCHZ', 'Fixed Income', null, null],
  ['BRK/B', 'Equity', null, null],
  ['SPY 07/03/2026 550.00 P', null, null, 'option'],
  ['SMAL 4/1/2020 32 P', 'ETFs & Closed End Funds', null, 'option'],
  ['912810SP4', 'Fixed Income', '912810SP4', 'bond'],
  ['912810SP4', null, '912810SP4', null],
  ['FIRST BK CD', 'CDs', null, 'bond'],
])('%s of type %s', (symbol, type, cusip, assetType) => expect(identify(symbol, type)).toEqual({ symbol, cusip, assetType }));

test('a CUSIP that lost its leading zeros gets them back; nine characters that are no CUSIP do not become one', () => {
  expect(identify('66922477', 'Equity')).toEqual({ symbol: '066922477', cusip: '066922477', assetType: null });
  expect(identify('66922478', 'Equity')).toEqual({ symbol: '66922478', cusip: null, assetType: null });
});

test.each([null, 'NO NUMBER'])('%s is no symbol', (symbol) => expect(identify(symbol, null)).toEqual({ symbol: null, cusip: null, assetType: null }));
