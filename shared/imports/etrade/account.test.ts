import { findAccount, findAccounts, findHistoryAccount, readLabel } from './account';

test.each([
  ['Harbor -7781', '7781', 'Harbor'],
  ['Cap 1(-6084) -6354', '6354', 'Cap 1(-6084)'],
  ['Joint - Smith', 'Joint - Smith', null],
  ['Harbor Ridge Brokerage', 'Harbor Ridge Brokerage', null],
  ['-7781', '7781', null],
  ['', null, null],
])('%p is account %p, %p', (label, account, accountName) => expect(readLabel(label)).toEqual({ account, accountName }));

const summary = (...labels: string[]) => [['Account Summary'], ['Account', 'Net Account Value'], ...labels.map((label) => [label, '1']), [''], ['View Summary - 2']];

test('the one account of the summary; of several, none is taken', () => {
  expect(findAccount(summary('Harbor -7781', 'Total'))).toEqual({ account: '7781', accountName: 'Harbor' });
  expect(findAccounts(summary('Harbor -7781', 'Cove -1188')).map(({ account }) => account)).toEqual(['7781', '1188']);
  expect(findAccount(summary('Harbor -7781', 'Cove -1188'))).toEqual({ account: null, accountName: null });
  expect(findAccount([])).toEqual({ account: null, accountName: null });
});

test.each([
  [[['For Account:', '#####1847']], '1847', null],
  [[['For Account:,#####1847']], null, null],
  [[['For Account:', 'XXXX-1847', '', '']], '1847', null],
  [[['All Transactions Activity Types'], [''], ['Account Activity for Harbor -7781 from Current Year']], '7781', 'Harbor'],
  [[['Account Activity for Cap 1(-6084) -6354 from 2024-05-03 to 2026-05-03']], '6354', 'Cap 1(-6084)'],
  [[['Total:', '3.00']], null, null],
])('%j is of %p, %p', (banner, account, accountName) => expect(findHistoryAccount(banner)).toEqual({ account, accountName }));
