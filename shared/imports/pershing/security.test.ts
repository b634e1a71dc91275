import { currencyOfCash, findAssetType, isCash, isCurrency, readCusip } from './security';

const described = { cusip: null, symbol: null, description: null };
const plain = { ...described, quantity: null, price: null, marketValue: null };

test.each([
  ['037833100', '037833100'],
  ['37833100', '037833100'],
  ['99QA91U1M', '99QA91U1M'],
  ['379LP0083', '379LP0083'],
  ['MONEYMRKT', null],
  ['VOO', null],
  [null, null],
])('%s is the CUSIP %s', (text, cusip) => expect(readCusip(text)).toBe(cusip));

test('balances are known by their number, their type, or their name where there is no number', () => {
  expect([currencyOfCash('USD999997'), currencyOfCash('EUR999997'), currencyOfCash('037833100'), isCurrency('EUR'), isCurrency('VOO')]).toEqual(['USD', 'EUR', null, true, false]);
  expect(isCash({ ...described, cusip: 'MONEYMRKT' })).toBe(true);
  expect(isCash({ ...described, securityType: 'Cash' })).toBe(true);
  expect(isCash({ ...described, description: 'U.S.DOLLARS CURRENCY' })).toBe(true);
  expect(isCash({ ...described, cusip: '707569109', symbol: 'CASH', description: 'CASH' })).toBe(false);
});

test.each([
  ['a type of bonds', { securityType: 'Corporate Bonds' }, 'bond'],
  ['a fund of bonds', { securityType: 'Open-end Mutual Funds', description: 'EMERGING MARKET BOND' }, null],
  ['a rate and a day', { description: 'COSTCO NT 1.600% 04/20/30 B/E' }, 'bond'],
  ['a variable rate', { description: 'JPMORGAN CHASE & CO VARIABL 04/26/28 B/E' }, 'bond'],
  ['a value of a hundredth', { quantity: 5000, price: 92, marketValue: 4600 }, 'bond'],
  ['a value of the whole', { quantity: 50, price: 92, marketValue: 4600, fixedIncome: 4600 }, null],
  ['an amount of fixed income', { quantity: 5000, price: 0.0001, marketValue: 0.01, fixedIncome: 0.01 }, 'bond'],
  ['an option’s symbol', { symbol: 'TLT26/04/17C92.000000000' }, 'option'],
  ['an option’s description', { description: 'PUT 100 ISHARES TR EXP 04-17-26@92.000 OPTION ROOT= TLT' }, 'option'],
  ['a company of puts and calls', { symbol: 'CALL', description: 'MAGICJACK CALL 100' }, null],
])('%s', (_what, row, type) => expect(findAssetType({ ...plain, ...row })).toBe(type));
