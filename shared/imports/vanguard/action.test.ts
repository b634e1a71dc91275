import { readAction, signOf } from './action';

const none = { quantity: null, amount: null };

test.each([
  ['Buy', 'Buy'],
  ['Buy (exchange)', 'Buy'],
  ['Sell', 'Sell'],
  ['Sell to close', 'Sell'],
  ['Dividend', 'Dividend'],
  ['Capital gain (LT)', 'Dividend'],
  ['Reinvestment', 'Reinvest'],
  ['Reinvestment (LT gain)', 'Reinvest'],
  ['Interest', 'Interest'],
  ['Fee', 'Fee'],
  ['Withholding', 'Fee'],
  ['Stock split', 'Split'],
  ['Sweep in', 'Other'],
  ['Corp Action (Redemption)', 'Other'],
  ['Something new', 'Other'],
  [null, 'Other'],
])('%s is %s', (type, action) => expect(readAction(type, null, none)).toBe(action));

test.each([
  ['Funds Received', { quantity: null, amount: 400 }, 'Deposit'],
  ['Withdrawal', { quantity: null, amount: -400 }, 'Withdrawal'],
  ['Transfer (incoming)', { quantity: 12, amount: null }, 'Transfer in'],
  ['Transfer (outgoing)', { quantity: -12, amount: null }, 'Transfer out'],
  ['Transfer (incoming)', { quantity: null, amount: 5 }, 'Deposit'],
  ['Contribution', { quantity: 1.8, amount: 100 }, 'Buy'],
  ['Distribution', { quantity: -1.8, amount: -100 }, 'Sell'],
  ['Exchange', { quantity: 3, amount: null }, 'Buy'],
  ['Exchange', { quantity: -3, amount: null }, 'Sell'],
] as const)('%s %j is %s', (type, effect, action) => expect(readAction(type, null, effect)).toBe(action));

test('a dividend with shares is reinvested when its description says so', () => {
  expect(readAction('Dividend', 'Dividend Reinvested', { quantity: 2.1, amount: 9 })).toBe('Reinvest');
  expect(readAction('Dividend', 'Dividend Received', { quantity: null, amount: 9 })).toBe('Dividend');
});

test('money is paid for what comes and received for what goes', () => {
  expect([signOf('Buy'), signOf('Reinvest'), signOf('Sell'), signOf('Dividend')]).toEqual([-1, -1, 1, 1]);
});
