import { cashAction, findAssetType, findTerm, symbolOf } from './terms';

test.each([
  ['ST', 'short'],
  ['Un;ST', 'short'],
  ['LT;C', 'long'],
  ['STK', null],
  ['', null],
  [null, null],
])('codes %j tell the term %j', (codes, term) => expect(findTerm(codes)).toBe(term));

test.each([
  ['STK', null],
  ['Stocks', null],
  ['FUND', null],
  ['Mutual Funds', null],
  ['OPT', 'option'],
  ['Equity and Index Options', 'option'],
  ['Options On Futures', 'option'],
  ['FUT', 'option'],
  ['CFDs', 'option'],
  ['BILL', 'bond'],
  ['Corporate Bonds', 'bond'],
  ['Treasury Bills', 'bond'],
  [null, null],
])('%j is the asset type %j', (category, assetType) => expect(findAssetType(category)).toBe(assetType));

test.each([
  ['Dividends', 4, 'Dividend'],
  ['Payment In Lieu Of Dividends', 4, 'Dividend'],
  ['Payment in Lieu', 4, 'Dividend'],
  ['Withholding Tax', -1, 'Other'],
  ['Broker Interest Paid', -1, 'Interest'],
  ['Other Fees', -1, 'Fee'],
  ['Deposits/Withdrawals', 100, 'Deposit'],
  ['Deposits & Withdrawals', -100, 'Withdrawal'],
  ['Grant Activity', 1, 'Other'],
] as const)('%s of %d is %s', (type, amount, action) => expect(cashAction(type, amount)).toBe(action));

test('a description begins with its symbol, or with none', () => {
  expect(symbolOf('BRK B(US0846707026) Cash Dividend')).toBe('BRK B');
  expect(symbolOf('VT (US9220427424) CASH DIVIDEND')).toBe('VT');
  expect(symbolOf('USD Credit Interest for May-2026')).toBeNull();
  expect(symbolOf(null)).toBeNull();
});
