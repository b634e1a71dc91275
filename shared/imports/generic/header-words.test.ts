import { headerWords, scoreHeader } from './header-words';

const best = (header: string) => scoreHeader(header)[0]?.field ?? null;

test.each([
  ['Acct #', 'account'], ['AccountNumber', 'account'], ['Portfolio', 'account'], ['Account Display Name', 'accountName'],
  ['Ticker', 'symbol'], ['SYMBOL', 'symbol'], ['CUSIP #', 'cusip'], ['ISIN', 'isin'], ['SEDOL', 'sedol'],
  ['Qty', 'quantity'], ['Qty (Quantity)', 'quantity'], ['Shares', 'quantity'], ['Units', 'quantity'], ['Par', 'quantity'], ['Face Amount', 'quantity'],
  ['Price ($)', 'price'], ['NAV', 'price'], ['Last Price', 'price'],
  ['Mkt Val', 'marketValue'], ['Market Value (USD)', 'marketValue'], ['Mkt Val (Market Value)', 'marketValue'], ['Total value', 'marketValue'],
  ['Market value as of 09/03/2026 02:17 PM, ET', 'marketValue'],
  ['Unit Cost', 'unitCost'], ['Cost/Share', 'unitCost'], ['Avg. Cost', 'unitCost'], ['avgEntryPrice', 'unitCost'],
  ['Cost', 'costBasis'], ['Book Value', 'costBasis'], ['Tax Cost', 'costBasis'], ['Adj Cost', 'costBasis'], ['Cost Basis (CB)', 'costBasis'],
  ['Unrealized G/L', 'gain'], ['Gain/Loss ($)', 'gain'], ['ST Gain/Loss', 'gainShort'], ['Long-Term Gain/Loss', 'gainLong'],
  ['Date Acquired', 'acquired'], ['Purchase date', 'acquired'], ['Tax Lot Date', 'acquired'], ['Date bought', 'acquired'],
  ['Closed Date', 'closed'], ['Lot ID', 'lotId'], ['M1 Tax Lot Id', 'lotId'], ['Term', 'term'], ['LT/ST', 'term'],
  ['Ccy', 'currency'], ['Asset Class', 'assetClass'], ['Trans Type', 'action'], ['Net Amount', 'amount'], ['Fees & Comm', 'fees'],
])('%s is %s', (header, field) => {
  expect(best(header)).toBe(field);
});

test.each(['Gain %', 'Amount Invested Since Inception', 'Day Change $', 'Est. Annual Income', 'Dividend Yield', '52 Week High', '% of Account', 'Maturity Date', 'Price Change', ''])('%s is none of them', (header) => {
  expect(best(header)).toBeNull();
});

test('a part of a header counts less than the whole, and a day is no price', () => {
  expect(scoreHeader('Custodian market value')[0].score).toBeLessThan(scoreHeader('Market value')[0].score);
  expect(scoreHeader('Last Date of Price').map(({ field }) => field)).not.toContain('price');
  expect(scoreHeader('Proceeds Per Share').map(({ field }) => field)).not.toContain('proceeds');
});

test('words are written out, without plurals', () => {
  expect(headerWords("Unrealised G/L — Acct's Shs")).toEqual(['unrealized', 'gain', 'loss', 'account', 'share']);
});
