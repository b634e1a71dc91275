import { expect, test } from '@jest/globals';
import { CommandError } from './command-error';
import { namedAccounts } from './named-accounts';

test("a file's account becomes one of the book; its own name may hold an equals sign", () => {
  expect(namedAccounts([' XXXX-0093 = 4471-0093', 'A=B=0012', '=0013'], ['4471-0093', '0012', '0013'])).toEqual({ 'XXXX-0093': '4471-0093', 'A=B': '0012', '': '0013' });
});

test('a book without accounts takes any', () => expect(namedAccounts(['x=new'], [])).toEqual({ x: 'new' }));

test.each(['0093', 'x=', 'x= '])('%j is no pair', (pair) => {
  expect(() => namedAccounts([pair], ['0093'])).toThrow(CommandError);
  expect(() => namedAccounts([pair], ['0093'])).toThrow(`--account takes FILE_ACCOUNT=ACCOUNT_ID, not "${pair}".`);
});

test('money never goes to an account that the book does not know', () => {
  expect(() => namedAccounts(['x=0094'], ['0093'])).toThrow('--account names "0094", which is not in Accounts.');
});
