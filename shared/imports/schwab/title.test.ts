import { findTitle } from './title';

test.each([
  ['Positions for account Joint Tenant ...432 as of 01:17 PM ET, 2026/05/03', 'positions', null, 'Joint Tenant ...432', '2026-05-03'],
  ['Positions for account Nest XXXX-4321 as of 02:45 AM ET, 12/21/2020', 'positions', null, 'Nest XXXX-4321', '2020-12-21'],
  ['Positions for All-Accounts as of 06:04 PM ET, 11/15/2020', 'positions', null, 'All-Accounts', '2020-11-15'],
  ['Positions for CUSTACCS as of 09:13 PM ET, 02/04/2023', 'positions', null, 'CUSTACCS', '2023-02-04'],
  ['SCHA Lot Details for XXXX-4321 as of 02:45 AM ET, 09/25/2020', 'lots', 'SCHA', 'XXXX-4321', '2020-09-25'],
  ['BRK/B Lot Details for account Trust ...107 as of 02:45 AM ET, 2025/09/25', 'lots', 'BRK/B', 'Trust ...107', '2025-09-25'],
  ['Realized Gain/Loss - Lot Details for Joint_Tenant as of Sun May 03  13:18:19 EDT 2026 from 01/01/2024 to 05/03/2026', 'realized', null, 'Joint_Tenant', '2026-05-03'],
  ['Realized Gain/Loss for ...482 for 01/01/2025 to 12/31/2025 as of Sat Mar 14  09:23:17 EDT 2026', 'realized', null, '...482', '2026-03-14'],
  ['Realized Gain/Loss - Lot Details', 'realized', null, '', undefined],
  ['Transactions  for account General Investing ...XXX as of 05/03/2023 02:21:05 PM ET', 'transactions', null, 'General Investing ...XXX', '2023-05-03'],
  ['Transactions for account ...231 as of 7/5/2026', 'transactions', null, '...231', '2026-07-05'],
])('%s', (text, report, symbol, label, asOf) => {
  const expected = { report, symbol, label, asOf };
  expect(findTitle([text])).toEqual(expected);
  expect(findTitle([text, '', '', ''])).toEqual(expected);
  expect(findTitle(text.split(','))).toEqual(expected);
});

test.each([
  'Symbol',
  'Transactions  for Checking account EAC as of 12/23/2020 16:00:10 ET',
  'Balances for All-Accounts as of 02/17/2026 05:37 PM ET',
  'Individual ...432',
  'Transactions Total',
  'Positions Total',
  '',
])('%p is no title', (text) => expect(findTitle([text])).toBeUndefined());
