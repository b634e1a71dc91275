import { findAction, type ActionRule } from './actions';

const rules: readonly ActionRule[] = [
  [/^bought to cover/i, 'Other'],
  [/^bought/i, 'Buy'],
  [/wire/i, 'Money moved'],
  [/journal/i, 'Shares moved'],
];

test.each([
  ['BOUGHT 5', 5, -50, 'Buy'],
  ['Bought to cover 5', 5, -50, 'Other'],
  ['Wire in', null, 5, 'Deposit'],
  ['Wire out', null, -5, 'Withdrawal'],
  ['Wire canceled', null, 0, 'Other'],
  ['Wire', null, null, 'Other'],
  ['Journal', 3, null, 'Transfer in'],
  ['Journal', -3, null, 'Transfer out'],
  ['Journal', null, null, 'Transfer in'],
  ['Nothing of these', 1, 1, undefined],
  [null, 1, 1, undefined],
])('%s (%p shares, %p dollars) is %s', (words, quantity, amount, action) => expect(findAction(words, rules, { quantity, amount })).toBe(action));
