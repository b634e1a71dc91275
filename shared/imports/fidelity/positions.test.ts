import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { fidelityPositions } from './positions';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/positions', name), 'utf8');
const read = (name: string) => fidelityPositions.read(textFile(fixture(name), name));

/** A row in one line: kind, account, symbol, quantity @ unit cost = basis, price → value. */
function story({ kind, account, symbol, quantity, unitCost, costBasis, price, marketValue, assetType, subAccountType }: ImportRow): string {
  const known = (value: string | number | null) => value ?? '?';
  const words = [kind, known(account), known(symbol), known(quantity), '@', known(unitCost), '=', known(costBasis), known(price), '→', known(marketValue)];
  return [...words, assetType ?? '', subAccountType ?? ''].join(' ').replace(/\s+/g, ' ').trim();
}

test('four accounts and a plan: shares, a short call, a bond, pending activity, sweeps, cash and margin', () => {
  const { asOf, rows, issues } = read('four-accounts-2026.csv');
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position X10020030 KLMN 100 @ 35.01 = 3500.5 40.25 → 4025 Margin',
    'position X10020030 KLMN270115C45 -1 @ 3.08 = 308.34 2.1 → -210 option Margin',
    'position X10020030 91282XYZ7 20000 @ 99.8 = 19960 99.5 → 19900 bond Cash',
    'pending-cash X10020030 ? ? @ ? = ? ? → -812.4 cash',
    'cash X10020030 SPAXX 52.1 @ ? = 52.1 1 → 52.1 cash',
    'cash 299000111 FDRXX 824.62 @ ? = 824.62 1 → 824.62 cash',
    'position 299000111 ORLN 30 @ 4.62 = 138.7 4.77 → 143.1 Margin',
    'position 299000111 ORLN 100 @ ? = ? 4.77 → 477 Cash',
    'cash 255000222 CORE 204.97 @ ? = 204.97 1 → 204.97 cash',
    'skip 12366 ? 2044.87 @ 1 = 2044.87 1 → 2044.87',
    'position 12366 ? 12.345 @ 162.01 = 2000 200 → 2469',
    'position 12366 FNSBX 10.5 @ ? = ? 10 → 105 Cash',
    'cash 653000333 FZFXX 2044.87 @ ? = 2044.87 1 → 2044.87 cash',
  ]);
  expect(rows[5].accountName).toBe('ROLLOVER IRA-27,000');
  expect(rows[2].cusip).toBe('91282XYZ7');
});

test('a BrokerageLink row counts when its account is not in the file', () => {
  const text = fixture('four-accounts-2026.csv').replace(/^653000333.*\n/m, '');
  expect(fidelityPositions.read(textFile(text)).rows[9]).toMatchObject({ kind: 'position', description: 'BROKERAGELINK' });
});

test('the layout with one column for name and number, and other names for cost', () => {
  const { asOf, rows, issues } = read('account-name-number-2019.csv');
  expect(asOf).toBe('2019-06-28');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position X31000117 FSKAX 2337.151 @ 88.69 = 207292.36 110.25 → 257670.9 Cash',
    'cash X20-548022 SPAXX 500 @ ? = 500 1 → 500 cash',
    'pending-cash X20-548022 ? ? @ ? = ? ? → -42.5 cash',
  ]);
  expect(rows[1].accountName).toBe('Individual - TOD');
});

test('saved again by a spreadsheet: another order, no cost total, an option that became an error, a total', () => {
  const { rows, issues } = read('saved-again.csv');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 30010020 KLMN 30 @ 35 = 1050 41.15 → 1234.5 Cash',
    'position 30010020 KLMN270115C45 -1 @ 3.08 = 308.34 2.1 → -210 option Margin',
    'cash 30010020 SPAXX 0.04 @ ? = 0.04 1 → 0.04 cash',
    'total ? ? ? @ ? = ? ? → 1024.54',
  ]);
});

describe('recognition', () => {
  const confidence = (text: string, name?: string) => fidelityPositions.recognizes(textFile(text, name));

  test.each([
    'Symbol,Description,Quantity,Last Price,Current Value,Cost Basis Total,Average Cost Basis',
    'Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Type',
    'Account,Symbol,Description,Quantity,Last Price,Current Value',
    'Account Name/Number,Symbol,Description,Quantity,Last Price,Current Value,Cost Basis Total',
  ])('takes %s', (header) => expect(confidence(`${header}\n`)).toBeGreaterThanOrEqual(0.5));

  test.each([
    'Account ID,Symbol,Quantity,Cost basis,Acquired,Lot ID,Market value,As of',
    'Symbol,Description,Qty (Quantity),Price,Mkt Val (Market Value),Cost Basis',
    'Symbol,Description,Quantity,Acquired,Last Price,Current Value,Average Cost Basis,Cost Basis Total',
    'Symbol,Quantity,Price',
  ])('leaves %s', (header) => expect(confidence(`${header}\n`)).toBeLessThan(0.5));
});

describe('what is wrong becomes an issue with its place', () => {
  const issuesOf = (from: string, to: string, name = 'four-accounts-2026.csv') =>
    fidelityPositions.read(textFile(fixture(name).replace(from, to), 'a.csv')).issues;

  test('a cell that is no number', () =>
    expect(issuesOf(',100,$40.25', ',1oo,$40.25')).toMatchObject([{ code: 'I02', cell: 'E2', found: '1oo', rowKey: 'KLMN', accounts: ['X10020030'] }]));
  test('cost per share that does not fit the total, which is kept', () =>
    expect(issuesOf('$35.01', '$25.01')).toMatchObject([{ code: 'I09', cell: 'O2', found: '25.01' }]));
  test('a total that the rows miss', () =>
    expect(issuesOf('"1024.54"', '"1025.54"', 'saved-again.csv')).toMatchObject([{ code: 'H13', cell: 'D5' }]));
  test('accounts without numbers', () =>
    expect(issuesOf('"Account Number"', '"Number of the account"', 'saved-again.csv')).toMatchObject([{ code: 'I03' }]));
  test('a file that ends in the midst of a line, which is left out', () => {
    const { rows, issues } = fidelityPositions.read(textFile(fixture('four-accounts-2026.csv').replace(/\$3500\.50[^]*$/, '$35'), 'a.csv'));
    expect(rows).toEqual([]);
    expect(issues).toMatchObject([{ code: 'I02', cell: 'A2' }]);
  });
  test('no header row', () =>
    expect(fidelityPositions.read(textFile('nothing', 'a.csv'))).toMatchObject({ rows: [], issues: [{ code: 'I01', severity: 'stop' }] }));
});
