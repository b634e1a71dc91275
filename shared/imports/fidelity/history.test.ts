import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { fidelityHistory } from './history';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/history', name), 'utf8');
const read = (name: string) => fidelityHistory.read(textFile(fixture(name), name));

test('all accounts', () => {
  const { asOf, rows, issues } = read('all-accounts-2026.csv');
  expect(asOf).toBe('2026-12-03');
  expect(issues).toEqual([]);
  expect(rows.map(({ account, date, action, symbol, quantity, price, amount, fees }) => [account, date, action, symbol, quantity, price, amount, fees])).toEqual([
    ['111000111', '2026-12-03', 'Dividend', 'KLMN', null, null, 13.08, null],
    ['111000111', '2026-12-03', 'Reinvest', 'KLMN', 0.32, 40.88, -13.08, null],
    ['444000444', '2026-12-03', 'Deposit', null, null, null, 375.63, null],
    ['333000333', '2026-11-24', 'Sell', 'ORLN', 341, 30.44, 10378.26, 1.78],
    ['333000333', '2026-11-16', 'Buy', 'KLMN', 18, 41.1, -739.8, null],
    ['333000333', '2026-11-17', 'Sell', '44244CCF2', 25000, 1, 25000, null],
    ['333000333', '2026-11-16', 'Other', 'ORLN', 1060, null, null, null],
    ['333000333', '2026-11-13', 'Sell', 'KLMN270115C45', 1, 3.09, 308.34, 0.66],
  ]);
  expect(new Set(rows.map(({ kind, currency }) => `${kind} ${currency ?? ''}`))).toEqual(new Set(['transaction USD']));
  expect(rows[5]).toMatchObject({ assetType: 'bond', cusip: '44244CCF2' });
  expect(rows[6]).toMatchObject({ marketValue: 30246.04, subAccountType: null });
  expect(rows[7]).toMatchObject({ assetType: 'option', subAccountType: 'Margin' });
});

test('one account of an older layout, below a title', () => {
  const { rows, issues } = read('one-account-2021.csv');
  expect(rows.map(({ account, date, action, symbol, quantity, amount }) => [account, date, action, symbol, quantity, amount])).toEqual([
    [null, '2021-04-01', 'Buy', 'ORLN', 49, -3969.49],
    [null, '2021-03-31', 'Interest', '315994103', null, 0.04],
    [null, '2021-03-26', 'Withdrawal', null, null, -142.25],
  ]);
  expect(issues).toMatchObject([{ code: 'I03', severity: 'skip' }]);
});

test('the name of the download tells the one account', () => {
  const { rows, issues } = fidelityHistory.read(textFile(fixture('one-account-2021.csv'), 'History_for_Account_X10020030.csv'));
  expect(rows.map(({ account }) => account)).toEqual(['X10020030', 'X10020030', 'X10020030']);
  expect(issues).toEqual([]);
});

test.each([
  ['Run Date,Account,Action,Symbol,Description,Type,Quantity,Price ($),Amount ($)', true],
  ['Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount', false],
  ['Trade Date,Account,Action,Symbol,Quantity,Amount', false],
])('%s: %s', (header, expected) => expect(fidelityHistory.recognizes(textFile(`${header}\n`)) >= 0.5).toBe(expected));

test('a day that cannot be read is an issue, and the file may end in the midst of a line', () => {
  const bad = fixture('all-accounts-2026.csv').replace('11/24/2026', '31/24/2026');
  expect(fidelityHistory.read(textFile(bad)).issues).toMatchObject([{ code: 'I02', cell: 'A7', found: '31/24/2026' }]);
  const cut = fixture('all-accounts-2026.csv').replace(/739\.8[^]*$/, '7');
  const { rows, issues } = fidelityHistory.read(textFile(cut));
  expect(rows).toHaveLength(4);
  expect(issues).toMatchObject([{ code: 'I02', cell: 'A8' }]);
});

test('no header row', () => expect(fidelityHistory.read(textFile('nothing', 'a.csv'))).toMatchObject({ rows: [], issues: [{ code: 'I01' }] }));
