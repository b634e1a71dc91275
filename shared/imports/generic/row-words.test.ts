import { filledCells, isTicker, readFlag, readTerm, saysTotal } from './row-words';

test.each(['Total', 'TOTAL:', 'Account Total', 'Grand total', 'Positions Total', 'Subtotal of Stocks', 'Sub-total', 'Total for 1234', 'AAPL Total', 'Total Market Value', 'Total equities'])('%s is a total', (text) => {
  expect(saysTotal(text)).toBe(true);
});

test.each(['Total Stock Market Index', 'Vanguard Total Bond Market', 'TotalEnergies SE', 'Total Return Fund', 'VTI', null])('%s is none', (text) => {
  expect(saysTotal(text)).toBe(false);
});

test('flags, terms, tickers, and cells that hold something', () => {
  expect(['Yes', 'false', 'W', '?', null].map(readFlag)).toEqual([true, false, true, null, null]);
  expect(['Long Term', 'ST', 'L', 'Various', null].map(readTerm)).toEqual(['long', 'short', 'long', null, null]);
  expect(['AAPL', 'BRK.B', 'Apple', 'EQUITIES'].map(isTicker)).toEqual([true, true, false, false]);
  expect(filledCells([' a ', '', '--', 'b'])).toEqual(['a', 'b']);
});
