import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { fidelityStatement } from './statement';

const text = readFileSync(join(__dirname, 'fixtures/statement/two-accounts.csv'), 'utf8');
const read = (changed = text, name = 'Statement3312026.csv') => fidelityStatement.read(textFile(changed, name));

test('accounts and their worth, then holdings by account and kind', () => {
  const { asOf, rows, issues } = read();
  expect(asOf).toBe('2026-03-31');
  expect(issues).toEqual([]);
  expect(rows.map(({ kind, account, symbol, quantity, costBasis, price, marketValue }) => [kind, account, symbol, quantity, costBasis, price, marketValue])).toEqual([
    ['total', 'X10020030', null, null, null, null, 28320],
    ['total', '259000679', null, null, null, null, 1038.5],
    ['position', 'X10020030', 'KLMN', 20, 5000, 410, 8200],
    ['total', 'X10020030', null, null, 5000, null, 8200],
    ['position', 'X10020030', '96255NBE8', 20000, 19960, 99.5, 19900],
    ['total', 'X10020030', null, null, 19960, null, 19900],
    ['cash', 'X10020030', 'SPAXX', 220, 220, 1, 220],
    ['total', 'X10020030', null, null, null, null, 220],
    ['position', '259000679', 'FZDXX', 38.5, null, 1, 38.5],
    ['position', '259000679', 'ORLNX', 100, null, 10, 1000],
    ['total', '259000679', null, null, null, null, 1038.5],
  ]);
  expect(rows[4]).toMatchObject({ assetType: 'bond', accountName: 'Individual - TOD' });
});

test('a missing row is told by subtotal and account', () => {
  const { issues } = read(text.replace(/^ORLNX.*\n/m, ''));
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ['H13', 'The rows above “Subtotal of Mutual Funds” add up to 38.5, but the total on line 26 is 1038.5.'],
    ['H13', 'Holdings of 259000679 add up to 38.5, but line 3 says 1038.5.'],
  ]);
});

test('without the list of accounts the rows still say whose they are', () => {
  const file = textFile(text.slice(text.indexOf('Symbol/CUSIP')));
  expect(fidelityStatement.recognizes(file)).toBe(0.8);
  expect(fidelityStatement.read(file).rows[0]).toMatchObject({ account: 'X10020030', accountName: null, symbol: 'KLMN' });
});

test('only a name that states a day gives one', () => expect(read(text, 'march.csv').asOf).toBeUndefined());

test('no header row', () => expect(read('nothing')).toMatchObject({ rows: [], issues: [{ code: 'I01' }] }));
