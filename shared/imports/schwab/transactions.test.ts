import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { schwabTransactions } from './transactions';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/transactions', name), 'utf8');
const read = (name: string, as = name) => schwabTransactions.read(textFile(fixture(name), as));

/** A row in one line: account, day, action, symbol, quantity @ price, fees, amount. */
const story = ({ account, date, action, symbol, quantity, price, fees, amount }: ImportRow): string =>
  [account, date, action, symbol, quantity, '@', price, fees, amount].map((value) => value ?? '?').join(' ');

test('of 2023: a split booked a day later, sales, a reinvestment of two rows, money in and out, fees, an option, the total', () => {
  const { asOf, rows, issues } = read('brokerage-2023.csv');
  expect(asOf).toBe('2023-08-21');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    '771 2023-08-14 Split SCHX 18 @ ? ? ?',
    '771 2023-08-10 Buy BND 45 @ 72 ? -3240',
    '771 2023-08-09 Sell FIHBX 592.199 @ 8.46 10 5000',
    '771 2023-08-08 Reinvest BND 0.0249 @ 72.2892 ? -1.8',
    '771 2023-08-08 Dividend BND ? @ ? ? 1.8',
    '771 2023-08-07 Withdrawal ? ? @ ? ? -500',
    '771 2023-08-04 Deposit ? ? @ ? ? 980.65',
    '771 2023-08-03 Fee ? ? @ ? ? -201.29',
    '771 2023-07-15 Interest ? ? @ ? ? 0.03',
    '771 2023-07-12 Sell SPY 09/15/2023 460.00 C 1 @ 4.1 0.66 409.34',
    '771 ? ? ? ? @ ? ? 2448.73',
  ]);
  expect(rows.at(-1)?.kind).toBe('total');
  expect(rows[1]).toMatchObject({ kind: 'transaction', accountName: 'Everyday Investing', description: 'VANGUARD TOTAL BOND MARKET ETF', line: 4 });
});

test('of 2026: no title, negative sales, shares that leave, a symbol that is none', () => {
  const { asOf, rows, issues } = read('no-title-2026.csv', 'Individual_XXX178_Transactions_20260520-115444.csv');
  expect(asOf).toBeUndefined();
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    '178 2026-05-19 Other QCLR ? @ ? ? 0.68',
    '178 2026-05-18 Split QCLR 587 @ ? ? ?',
    '178 2026-05-18 Transfer out 74346N701 14684 @ ? ? ?',
    '178 2026-05-12 Sell VTI 3 @ 301.5 0.02 904.48',
    '178 2026-05-11 Transfer out VTI 45 @ 300.28 ? ?',
    '178 2026-05-08 Transfer in ? 300 @ ? ? ?',
    '178 2026-05-07 Other VXUS ? @ ? ? -3.1',
    '178 2026-05-06 Fee NVSX ? @ ? ? -0.4',
    '178 2026-05-05 Dividend VXUS ? @ ? ? 41.2',
    '178 2026-05-01 Other SPY 05/01/2026 550.00 P 2 @ ? ? ?',
    '178 2026-05-01 Interest ? ? @ ? ? -12',
  ]);
});

test('under another name the account is asked for', () => {
  expect(read('no-title-2026.csv').issues).toMatchObject([{ code: 'I03', cell: 'A1' }]);
});

test('two accounts in one file, saved again', () => {
  const { asOf, rows, issues } = read('two-accounts-saved-again.csv');
  expect(asOf).toBe('2021-09-26');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    '1234 2021-07-02 Buy SCHB 961 @ 105.07 ? -100972.27',
    '1234 ? ? ? ? @ ? ? -100972.27',
    '5678 2021-07-06 Other ? ? @ ? ? 300',
    '5678 2021-07-01 Dividend SWTSX ? @ ? ? 2.11',
    '5678 ? ? ? ? @ ? ? 302.11',
  ]);
});

const titled = '"Transactions  for account XXXX-1234 as of 11/15/2020 18:00:21 ET"\n';
const header = '"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount",\n';

test.each([`${titled}${header}""\n`, `${titled}${header}`, `${titled}""\n`])('an account without transactions is no error: %j', (empty) => {
  expect(schwabTransactions.recognizes(textFile(empty))).toBeGreaterThanOrEqual(0.9);
  expect(schwabTransactions.read(textFile(empty))).toEqual({ asOf: '2020-11-15', rows: [], issues: [] });
});

describe('what is wrong becomes an issue with its place', () => {
  const text = fixture('brokerage-2023.csv');
  const issuesOf = (changed: string) => schwabTransactions.read(textFile(changed, 'a.csv')).issues;

  test('a row deleted from the file', () => {
    expect(issuesOf(text.replace(/^.*Advisor Fee.*\n/m, ''))).toMatchObject([{ code: 'H13', cell: 'H12', accounts: ['771'] }]);
  });

  test('a day that is none, and a row without one', () => {
    const [none, blank] = issuesOf(text.replace('"08/10/2023"', '"08/40/2023"').replace('"08/09/2023"', '""'));
    expect(none).toMatchObject({ code: 'I02', cell: 'A4', found: '08/40/2023', rowKey: 'BND' });
    expect(blank).toMatchObject({ code: 'I02', cell: 'A5', rowKey: 'FIHBX' });
  });
});
