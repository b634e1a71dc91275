import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { schwabPositions } from './positions';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/positions', name), 'utf8');
const read = (name: string) => schwabPositions.read(textFile(fixture(name), name));
const readLines = (lines: readonly string[]) => schwabPositions.read(textFile(lines.join('\n'), 'a.csv'));

/** A row in one line: kind, account, symbol, quantity @ unit cost = basis, price → value. */
const story = ({ kind, account, symbol, quantity, unitCost, costBasis, price, marketValue, assetType }: ImportRow): string =>
  [kind, account, symbol, quantity, '@', unitCost, '=', costBasis, price, '→', marketValue, assetType ?? ''].map((value) => value ?? '?').join(' ').trim();

test('one account of 2020: a class share, an unknown cost, options long and short, cash, total', () => {
  const { asOf, rows, issues } = read('one-account-2020.csv');
  expect(asOf).toBe('2020-11-20');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 7702 BRK/B 12 @ ? = 2400 231.1 → 2773.2',
    'position 7702 SCHX 1040.5 @ ? = ? 86 → 89483',
    'position 7702 XSP 01/15/2021 340.00 P 2 @ ? = 1011.32 4.15 → 830 option',
    'position 7702 XSP 01/15/2021 380.00 C -2 @ ? = -298.66 1.05 → -210 option',
    'cash 7702 CASH 7106.31 @ ? = ? 1 → 7106.31 cash',
    'total 7702 ? ? @ ? = 3112.66 ? → 99982.51',
  ]);
  expect(rows[0]).toMatchObject({ accountName: 'Orchard', description: 'BERKSHIRE HATHAWAY CL B', line: 4, term: null, acquired: null });
});

test('all accounts of 2026: double names, another order, cost per share, a company whose ticker is CASH, bonds, margin, an empty account', () => {
  const { asOf, rows, issues } = read('all-accounts-2026.csv');
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 641 CASH 25 @ 60 = 1500 66 → 1650',
    'position 641 SWVXX 40210.11 @ ? = ? 1 → 40210.11',
    'position 641 91282CPU9 10000 @ 100 = 10000 98 → 9800 bond',
    'position 641 912797KX4 5000 @ ? = ? 99.1 → 4955 bond',
    'cash 641 CASH 0 @ ? = ? 1 → 0 cash',
    'skip 641 ? ? @ ? = ? ? → ?',
    'cash 641 CASH -1531.98 @ ? = ? 1 → -1531.98 cash',
    'total 641 ? ? @ ? = 11500 ? → 55083.13',
    'cash 822 CASH 19.04 @ ? = ? 1 → 19.04 cash',
    'total 822 ? ? @ ? = ? ? → 19.04',
    'position 110 SNSXX 12.3 @ ? = ? 1 → 12.3',
    'position 110 VTI 100 @ 240 = 24000 300 → 30000',
    'total 110 ? ? @ ? = 24000 ? → 30012.3',
  ]);
  expect(rows.map(({ accountName }) => accountName)).toEqual(expect.arrayContaining(['Individual', 'Roth Contributory IRA', 'Doe Family Trust, Jane Doe']));
});

test('saved again: title without quotes, CUSIP without its zero, padding, blanks after dollars', () => {
  const { asOf, rows, issues } = read('saved-again.csv');
  expect(asOf).toBe('2026-05-26');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 118 SCHB 220.2 @ ? = 6774.3 25 → 5505',
    'position 118 066922477 20000 @ ? = 20000 100.25 → 20050 bond',
    'position 118 ? 300 @ ? = ? ? → 0',
    'cash 118 CASH 46.15 @ ? = ? 1 → 46.15 cash',
    'total 118 ? ? @ ? = 26774.3 ? → 25601.15',
  ]);
});

const title = '"Positions for All-Accounts as of 09:15 AM ET, 2026/11/20"';
const plain = 'Symbol,Description,Qty (Quantity),Price,Mkt Val (Market Value)';

test('accounts in a column, and a total of all', () => {
  const { rows, issues } = readLines([title, `Account,${plain}`, 'Joint ...111,VTI,,2,300,600', 'IRA ...222,VTI,,1,300,300', 'Total,,,,,900']);
  expect(issues).toEqual([]);
  expect(rows.map(({ kind, account }) => [kind, account])).toEqual([['position', '111'], ['position', '222'], ['total', null]]);
});

test('one header for all accounts, and notes below', () => {
  const { rows, issues } = readLines([title, 'A ...111', plain, 'VTI,,2,300,600', 'B ...222', 'VTI,,1,300,300', '', '"Brokerage products: not FDIC insured, may lose value"', 'Brokerage products: not FDIC insured, no bank guarantee']);
  expect(issues).toEqual([]);
  expect(rows.filter(({ kind }) => kind !== 'skip').map(({ kind, account, marketValue }) => [kind, account, marketValue])).toEqual([['position', '111', 600], ['position', '222', 300]]);
});

test('a table of lots with their days is another custodian’s', () => {
  const lines = ['Symbol,Description,Open Date,Qty,Price,Market Value,Cost Basis', 'GLD,GOLD,,30,300,9000,5100', ',,01/02/2020,30,300,9000,5100', 'Cash & Money Market,,,,,250,', 'Account Total,,,,,9250,5100'];
  expect(schwabPositions.recognizes(textFile(lines.join('\n')))).toBeLessThan(0.5);
});

test('without title and total the header is enough; the account is asked for', () => {
  const lines = ['Symbol,Qty (Quantity),Mkt Val (Market Value),Reinvest?', 'VTI,2,600,Yes'];
  expect(schwabPositions.recognizes(textFile(lines.join('\n')))).toBeGreaterThanOrEqual(0.5);
  const { rows, issues } = readLines(lines);
  expect(rows).toMatchObject([{ kind: 'position', account: null, quantity: 2, price: null, marketValue: 600 }]);
  expect(issues).toMatchObject([{ code: 'I03' }]);
});

describe('what is wrong becomes an issue with its place', () => {
  const text = fixture('one-account-2020.csv');
  const issuesOf = (changed: string) => schwabPositions.read(textFile(changed, 'a.csv')).issues;

  test('a position deleted from the file', () => {
    const [issue, ...others] = issuesOf(text.replace(/^"BRK.*\n/m, ''));
    expect(issue).toMatchObject({ code: 'H13', cell: 'G8', accounts: ['7702'], found: '99982.51' });
    expect(issue.message).toContain('97209.31');
    expect(others).toEqual([]);
  });

  test('a cell that is no number', () => {
    const [issue] = issuesOf(text.replace('"12","$231.10"', '"1z","$231.10"'));
    expect(issue).toMatchObject({ code: 'I02', sheet: 'a.csv', cell: 'C4', found: '1z', rowKey: 'BRK/B', accounts: ['7702'] });
  });

  test('a download that broke off', () => {
    const { rows, issues } = schwabPositions.read(textFile(text.slice(0, text.indexOf('"1,040.5"') + 3), 'a.csv'));
    expect(rows.map(({ symbol }) => symbol)).toEqual(['BRK/B']);
    expect(issues).toMatchObject([{ code: 'I02', cell: 'A5' }]);
  });

  test('money that futures have made', () => {
    const { rows } = readLines([title, plain, 'Futures Cash,--,--,--,$50.00', 'Futures Positions Market Value,--,--,--,$7.00', 'Positions Total,--,--,--,$57.00']);
    expect(rows.map(({ kind, marketValue }) => [kind, marketValue])).toEqual([['cash', 50], ['position', 7], ['total', 57]]);
  });
});

test('a company whose ticker is CASH stays one when its quantity is lost', () => {
  const { rows } = readLines([title, '', 'Individual ...641', `${plain},Asset Type`, 'CASH,PATHWARD FINL INC,,66.00,"$1,650.00",Equity']);
  expect(rows.map(({ kind, symbol, quantity }) => [kind, symbol, quantity])).toEqual([['position', 'CASH', null]]);
});
