import { readBelow, readFileName, readNote } from './notes';

test.each([
  [['Account Number', '1234-5678'], { account: '1234-5678' }],
  [['Account:', '', '1234-5678'], { account: '1234-5678' }],
  [['Account: 1234-5678'], { account: '1234-5678' }],
  [['For account X12345678'], { account: 'X12345678' }],
  [['Positions for account Joint Tenant ...432 as of 01:17 PM ET, 2026/05/03'], { account: '432', accountName: 'Joint Tenant', asOf: '2026-05-03' }],
  [['SCHA Lot Details for XXXX-4321 as of 02:45 AM ET, 09/25/2020'], { account: '4321', asOf: '2020-09-25', symbol: 'SCHA' }],
  [['Individual Brokerage -1234'], { account: '1234', accountName: 'Individual Brokerage' }],
  [['Roth IRA (1234-5678)'], { account: '1234-5678', accountName: 'Roth IRA' }],
  [['12345678 - Jane Roe'], { account: '12345678', accountName: 'Jane Roe' }],
  [['Account', 'Net value', '$1,234.00'], {}],
  [['Equities', '1,234.00'], {}],
  [['Realized lots as of Sun May 03  13:18:19 EDT 2026 from 01/01/2024 to 05/03/2026'], { asOf: '2026-05-03' }],
  [['Harbor -7781', '61490.35', '-12.00'], { account: '7781', accountName: 'Harbor' }],
  [['June 30, 2026'], { asOf: '2026-06-30' }],
  [['June 30', ' 2026'], { asOf: '2026-06-30' }],
  [['Account: Single Account - 123-45678-1-2'], { account: '123-45678-1-2', accountName: 'Single Account' }],
  [['Open tax lots for account Individual 8W123456'], { account: '8W123456' }],
  [['Account activity 2025'], {}],
  [['Positions for the week of 2026-05-03'], {}],
  [['As of', '04/15/2026'], { asOf: '2026-04-15' }],
  [['Date downloaded Apr-23-2026 1:39 p.m ET'], { asOf: '2026-04-23' }],
  [['Short-term gains are taxed as income.'], {}],
  [['© 2026 Acme Advisers'], {}],
  [['Equities'], {}],
])('%j', (cells, note) => {
  expect(JSON.parse(JSON.stringify(readNote(cells)))).toEqual(note);
});

test.each([
  ['98765432-Open-tax-lots Apr-08-2026.csv', { account: '98765432', asOf: '2026-04-08' }],
  ['Acme_Positions_20260408.csv', { asOf: '2026-04-08' }],
  ['lots XXXX4321.xlsx', { account: '4321' }],
  ['positions.csv', {}],
  ['from_2024-01-01_to_2024-12-31.csv', {}],
  ['history_260101_to_260406.csv', {}],
  [undefined, {}],
])('the file name %s', (name, note) => {
  expect(JSON.parse(JSON.stringify(readFileName(name)))).toEqual(note);
});

test('a day of a banner in the order of its table', () => {
  expect([readNote(['Created', '04-03-2026'], 'day first').asOf, readNote(['Created', '04-03-2026']).asOf]).toEqual(['2026-03-04', '2026-04-03']);
});

test('an account below its label', () => {
  expect(readBelow(['Account', 'Net value'], ['1234-5678', '12.00'])).toEqual({ account: '1234-5678' });
  expect(readBelow(['Account', 'Net value'], ['Harbor -7781', '12.00'])).toEqual({ account: '7781', accountName: 'Harbor' });
  expect(readBelow(['Owner', 'Net value'], ['1234-5678', '12.00'])).toEqual({});
});
