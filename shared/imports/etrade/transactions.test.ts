import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetsFile, textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { readCells } from '../table/cells';
import { etradeTransactions } from './transactions';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/transactions', name), 'utf8');
const read = (text: string) => etradeTransactions.read(textFile(text, 'DownloadTxnHistory.csv'));
const story = ({ kind, account, date, action, symbol, quantity, price, amount, fees, assetType }: ImportRow) =>
  [kind, account, date ?? '?', action ?? '?', symbol ?? '?', quantity ?? '?', '@', price ?? '?', '→', amount ?? '?', 'fees', fees ?? '?', assetType ?? ''].join(' ').trim();

test('before 2025: types that are 0, quantities and prices that are 0, a reinvestment with its price in words', () => {
  const { rows, issues } = read(fixture('before-2025.csv'));
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    "transaction 7781 2024-12-06 Sell ORLN Dec 13 '24 $150 Put 5 @ 8.05 → 4022.18 fees 2.82 option",
    "transaction 7781 2024-12-06 Buy ORLN Dec 06 '24 $140 Put 10 @ 0.3 → -305.1 fees 5.1 option",
    'transaction 7781 2024-12-04 Other ? ? @ ? → 1725.4 fees 0',
    'transaction 7781 2024-11-29 Interest MSBNK 0.08 @ ? → 0.08 fees 0',
    'transaction 7781 2023-04-05 Sell FNBX 200 @ 12.6 → 2519.99 fees 0',
    'transaction 7781 2023-04-03 Buy FNBX 200 @ 12.5 → -2500 fees 0',
    'transaction 7781 2019-12-31 Reinvest GROWX 6.125 @ 15 → -91.88 fees 0',
    'transaction 7781 2019-12-31 Dividend GROWX ? @ ? → 91.88 fees 0',
    'transaction 7781 2019-12-30 Deposit ? ? @ ? → 15000 fees 0',
  ]);
});

test('since 2025: a total above, options by contract, a disclaimer below', () => {
  const { rows, issues } = read(fixture('since-2025.csv'));
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'total 7781 ? ? ? ? @ ? → -17017.67 fees ?',
    'transaction 7781 2026-05-01 Reinvest VMSXX 310.5 @ 1 → -310.5 fees 0',
    'transaction 7781 2026-05-01 Dividend VMSXX ? @ ? → 310.5 fees 0',
    'transaction 7781 2026-03-31 Interest ? ? @ ? → -41.2 fees 0',
    'transaction 7781 2026-03-03 Other CALL ORLN 02/28/26 380.000 2 @ ? → 0 fees 0 option',
    'transaction 7781 2026-02-28 Sell ORLN 20 @ 289.9 → 5796.38 fees 1.62',
    'transaction 7781 2026-02-28 Buy ORLN 200 @ 100 → -20000 fees 0',
    'transaction 7781 2026-02-24 Sell PUT ORLN 02/28/26 370.000 2 @ 1.1 → 218.74 fees 1.26 option',
    'transaction 7781 2026-02-21 Buy PUT FNBX 02/21/26 143.000 5 @ 3.98 → -1991.59 fees 2.58 option',
    'transaction 7781 2026-01-09 Withdrawal ? ? @ ? → -1000 fees 0',
  ]);
  expect(rows[0].line).toBe(5);
  expect(rows[6]).toMatchObject({ accountName: 'Harbor', cusip: '700112233', line: 13 });
});

test('saved again by a spreadsheet: another order, long and ISO days, padding', () => {
  const { rows, issues } = read(fixture('saved-again.csv'));
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual(read(fixture('before-2025.csv')).rows.slice(4, 6).map(story));
});

test('histories of two accounts joined, and the same as sheets of a workbook', () => {
  const second = fixture('since-2025.csv').replace('Harbor -7781', 'Cove -1188');
  const { rows, issues } = read(`${fixture('before-2025.csv')}\n${second}`);
  expect(issues).toEqual([]);
  expect(rows.map(({ account }) => account)).toEqual([...Array(9).fill('7781'), ...Array(10).fill('1188')]);
  const sheets = sheetsFile([{ sheet: 'A', cells: readCells(fixture('before-2025.csv')) }, { sheet: 'B', cells: readCells(second) }]);
  expect(etradeTransactions.read(sheets).rows.map(story)).toEqual(rows.map(story));
});

test('a row deleted does not add up, and a banner deleted does not name the account', () => {
  const text = fixture('since-2025.csv');
  expect(read(text.replace(/^01\/09.*\n/m, '')).issues).toMatchObject([{ code: 'H13', cell: 'A5', found: '-17017.67' }]);
  const bare = read(text.slice(text.indexOf('Activity/Trade')));
  expect(bare.issues.map(({ code }) => code)).toEqual(['I03']);
  expect(bare.rows).toHaveLength(9);
});

test('what cannot be read is said with its place', () => {
  const { rows, issues } = read(fixture('before-2025.csv').replace('04/05/23', '45/05/23').replace(',12.5,', ',l2.5,'));
  expect(rows).toHaveLength(9);
  expect(issues.map(({ cell, found, rowKey }) => [cell, found, rowKey])).toEqual([['A10', '45/05/23', 'FNBX'], ['G11', 'l2.5', 'FNBX']]);
  expect(read('x').issues).toMatchObject([{ code: 'I01' }]);
});

test.each([
  ['TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description', 0.5, 0.8],
  ['Activity/Trade Date,Activity Type,Description,Symbol,Amount $', 0.5, 0.8],
  ['For Account:,#####1\nDate,Transaction Type,Symbol,Amount', 0.3, 0.45],
  ['Account Number,Trade Date,Settlement Date,Transaction Type,Symbol,Shares,Net Amount', 0, 0.4],
])('%j is recognized from %d to %d', (header, least, most) => {
  const confidence = etradeTransactions.recognizes(textFile(`${header}\n1`));
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});
