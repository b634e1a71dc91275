import { filledCells, isTicker, saysTotal } from './row-words';

test.each(['Total', 'TOTAL:', 'Account Total', 'Grand total', 'Positions Total', 'Subtotal of Stocks', 'Sub-total', 'Total for 1234', 'AAPL Total', 'Total Market Value', 'Total equities', 'Portfolio value:'])('%s is a total', (text) => {
  expect(saysTotal(text)).toBe(true);
});

test.each(['Total Stock Market Index', 'Vanguard Total Bond Market', 'TotalEnergies SE', 'Total Return Fund', 'VTI', null])('%s is none', (text) => {
  expect(saysTotal(text)).toBe(false);
});

test('tickers, and cells that hold something', () => {
  expect(['AAPL', 'BRK.B', 'Apple', 'EQUITIES'].map(isTicker)).toEqual([true, true, false, false]);
  expect(filledCells([' a ', '', '--', 'b'])).toEqual(['a', 'b']);
});
