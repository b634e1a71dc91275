import { findTransactionAction } from './actions';

const trade = { quantity: 10, amount: -50 };
const income = { quantity: null, amount: 50 };
const paid = { quantity: null, amount: -50 };

test.each([
  ['Bought 10 ORLN @ 245.1', trade, 'Buy'],
  ['Bought to Cover 10 ORLN @ 3', trade, 'Buy'],
  ['Sold 3 ORLN Dec 18 2026 45.0 Call @ 1.38', { quantity: 3, amount: 337 }, 'Sell'],
  ['Sold Short 3 ORLN @ 1', { quantity: 3, amount: 3 }, 'Sell'],
  ['ORDINARY DIVIDEND (ORLN)', income, 'Dividend'],
  ['QUALIFIED DIVIDEND (ORLN)', income, 'Dividend'],
  ['LONG TERM GAIN DISTRIBUTION (ORLN)', income, 'Dividend'],
  ['SHORT TERM CAPITAL GAINS (ORLN)', income, 'Dividend'],
  ['MONEY MARKET PURCHASE (MMDA10)', { quantity: 27.15, amount: 0 }, 'Buy'],
  ['MONEY MARKET PURCHASE', paid, 'Other'],
  ['CASH ALTERNATIVES REDEMPTION (MMDA10)', { quantity: 5, amount: 0 }, 'Sell'],
  ['CASH ALTERNATIVES REDEMPTION', income, 'Other'],
  ['MONEY MARKET INTEREST (MMDA10)', income, 'Interest'],
  ['MARGIN INTEREST ADJUSTMENT', paid, 'Interest'],
  ['FREE BALANCE INTEREST ADJUSTMENT~NO DESCRIPTION', income, 'Interest'],
  ['MANDATORY REORGANIZATION FEE (ORLN)', paid, 'Fee'],
  ['ADR FEE (ORLN)', paid, 'Fee'],
  ['FOREIGN TAX WITHHELD (ORLN)', paid, 'Other'],
  ['STOCK SPLIT (ORLN)', { quantity: 10, amount: null }, 'Split'],
  ['TRANSFER OF SECURITY OR OPTION IN (ORLN)', { quantity: 10, amount: null }, 'Transfer in'],
  ['TRANSFER OF SECURITY OR OPTION OUT (ORLN)', { quantity: 10, amount: null }, 'Transfer out'],
  ['INTERNAL TRANSFER BETWEEN ACCOUNTS OR ACCOUNT TYPES', income, 'Other'],
  ['CLIENT REQUESTED ELECTRONIC FUNDING RECEIPT (FUNDS NOW)', income, 'Deposit'],
  ['CLIENT REQUESTED ELECTRONIC FUNDING DISBURSEMENT (FUNDS NOW)', paid, 'Withdrawal'],
  ['WIRE INCOMING', income, 'Deposit'],
  ['REMOVAL OF OPTION DUE TO EXPIRATION (0ORLN.LF30019000)', { quantity: 1, amount: null }, 'Other'],
  ['DIVIDEND REINVESTMENT (ORLN)', trade, 'Reinvest'],
  ['SOMETHING NEW', income, 'Other'],
] as const)('%s is %s', (description, effect, action) => expect(findTransactionAction(null, description, effect)).toBe(action));

test('the institutional type counts before the description', () => {
  expect(findTransactionAction('Buy', 'ORLEAN DIVIDEND GROWTH FUND', trade)).toBe('Buy');
  expect(findTransactionAction('TRD', 'Sold 3 ORLN', trade)).toBe('Sell');
  expect(findTransactionAction(null, null, trade)).toBe('Other');
});
