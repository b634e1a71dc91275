import { readAction } from './actions';

test.each([
  ['Buy', 3, -870, 'Buy'], ['YOU BOUGHT VANGUARD', 3, -870, 'Buy'], ['B', 3, null, 'Buy'], ['S', 3, null, 'Sell'], ['Sold', -3, 870, 'Sell'], ['Redemption', 3, 3, 'Sell'],
  ['Reinvest Shares', 0.2, -5, 'Reinvest'], ['Reinvest Dividend', null, 5, 'Dividend'], ['Dividend reinvestment', 1, -5, 'Reinvest'], ['Qualified Dividend', null, 5, 'Dividend'],
  ['Bank Interest', null, 1, 'Interest'], ['Advisory fee', null, -9, 'Fee'], ['Contribution', null, 9, 'Deposit'], ['Stock Split', 5, null, 'Split'],
  ['Journal', null, -9, 'Withdrawal'], ['Journal', null, 9, 'Deposit'], ['ACATS', 25, null, 'Transfer in'], ['Transfer of shares', -25, null, 'Transfer out'],
  ['BUY_TO_OPEN', 3, -870, 'Buy'], ['SELL_TO_CLOSE', 3, 870, 'Sell'], ['Deposits', null, 9, 'Deposit'], ['REINVEST DIVIDEND', 0.03, -9, 'Reinvest'],
  ['Kauf', 3, -870, 'Buy'], ['Ausführung ORDER Verkauf', -3, 870, 'Sell'], ['Dividende', null, 5, 'Dividend'],
  ['Transfer in', 4, null, 'Transfer in'], ['Merger', 4, null, 'Other'], [null, 1, 1, null],
] as const)('%s of %p shares and %p dollars is %s', (text, quantity, amount, action) => {
  expect(readAction(text, quantity, amount)).toBe(action);
});
