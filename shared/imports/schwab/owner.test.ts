import { isEverybody, nameOwner, nobody, ownerInFileName, readOwner } from './owner';

test.each([
  ['Joint Tenant ...432', '432', 'Joint Tenant'],
  ['Individual 401(k) ...499', '499', 'Individual 401(k)'],
  ['Roth_IRA …995', '995', 'Roth_IRA'],
  ['XXXX-4321', '4321', null],
  ['...482', '482', null],
  ['Intelligent XXXX-4321', '4321', 'Intelligent'],
  ['Individual ...XXX342', '342', 'Individual'],
  ['General Investing ...XXX', 'XXX', 'General Investing'],
  ['Doe Family Trust, Jane Doe ...426', '426', 'Doe Family Trust, Jane Doe'],
  ['ending in ...1234', '1234', null],
  ['Brokerage 1234-5678', '1234-5678', 'Brokerage'],
])('%s', (label, account, accountName) => {
  expect(readOwner(label)).toEqual({ account, accountName });
  expect(nameOwner(label)).toEqual({ account, accountName });
});

test.each(['Joint_Tenant', 'Exxon Plan', 'Emergency fund 2', ''])('%p has no number', (label) => expect(readOwner(label)).toBeUndefined());

test('a label without a number is itself the account', () => {
  expect(nameOwner(' House fund ')).toEqual({ account: 'House fund', accountName: null });
  expect(nameOwner('--')).toEqual(nobody);
});

test('several accounts have no one owner', () => {
  for (const label of ['All-Accounts', 'All Accounts', 'All_Accounts', 'CUSTACCS']) expect(isEverybody(label)).toBe(true);
  expect(isEverybody('All Seasons')).toBe(false);
});

test.each([
  ['Individual_XXX178_Transactions_20250309-115444.csv', '178'],
  ['downloads/XXXX1615_GainLoss_Realized_Details_20260916-101658.csv', '1615'],
  ['Brokerage_Transactions_20201115-180021.CSV', null],
  ['export.csv', null],
  [undefined, null],
])('file name %s', (name, account) => expect(ownerInFileName(name)).toEqual({ account, accountName: null }));
