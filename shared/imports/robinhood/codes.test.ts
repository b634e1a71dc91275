import { findCodeAction, findContract } from './codes';

const shares = (quantity: number) => ({ quantity, amount: null });
const money = (amount: number) => ({ quantity: null, amount });

test.each([
  ['Buy', 'Orlean', shares(1), 'Buy'],
  ['BUY', 'Orlean Dividend Reinvestment', shares(1), 'Reinvest'],
  ['Sell', null, shares(1), 'Sell'],
  ['BTO', null, shares(1), 'Buy'],
  ['STO', null, shares(1), 'Sell'],
  ['BTC', null, shares(1), 'Buy'],
  ['STC', null, shares(1), 'Sell'],
  ['OEXP', null, shares(1), 'Other'],
  ['OASGN', null, shares(1), 'Other'],
  ['CDIV', null, money(1), 'Dividend'],
  ['MDIV', null, money(1), 'Dividend'],
  ['DRIP', null, shares(1), 'Reinvest'],
  ['INT', null, money(1), 'Interest'],
  ['MINT', null, money(-1), 'Interest'],
  ['GOLD', null, money(-5), 'Fee'],
  ['AFEE', null, money(-5), 'Fee'],
  ['ACH', null, money(5), 'Deposit'],
  ['ACH', null, money(-5), 'Withdrawal'],
  ['RTP', null, money(-5), 'Withdrawal'],
  ['ACATI', null, shares(25), 'Transfer in'],
  ['ACATI', null, money(25), 'Deposit'],
  ['ACATS', null, shares(-25), 'Transfer out'],
  ['ACATO', null, shares(25), 'Transfer out'],
  ['SPL', null, shares(18), 'Split'],
  ['SPR', null, shares(-18), 'Split'],
  ['MRGS', null, shares(2), 'Other'],
  ['FUTSWP', null, money(2), 'Other'],
  [null, null, money(2), 'Other'],
] as const)('%s (%p) %j is %s', (code, description, effect, action) => expect(findCodeAction(code, description, effect)).toBe(action));

test.each([
  ['BTO', 'ORLN 3/19/2027 Call $230.00', { symbol: 'ORLN 3/19/2027 Call $230.00' }],
  ['OEXP', 'Option Expiration for ORLN 3/19/2027 Put $1,230.50', { symbol: 'ORLN 3/19/2027 Put $1,230.50' }],
  ['OASGN', 'Option assigned', { symbol: null }],
  ['Buy', 'Call of Duty Holdings', undefined],
  [null, null, undefined],
])('%s %p is about %j', (code, description, expected) => expect(findContract(code, description)).toEqual(expected));
