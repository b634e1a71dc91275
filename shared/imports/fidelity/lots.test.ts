import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { fidelityLots } from './lots';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/lots', name), 'utf8');
const read = (name: string) => fidelityLots.read(textFile(fixture(name), name));

test('a row a lot, with day, term and cost; prices come from values', () => {
  const { rows, issues } = read('two-accounts-2026.csv');
  expect(rows.map(({ kind, account, accountName, symbol, acquired, term, quantity, unitCost, costBasis, price, marketValue }) =>
    [kind, account, accountName, symbol, acquired, term, quantity, unitCost, costBasis, price, marketValue])).toEqual([
    ['lot', null, 'Taxable', 'KLMN', '2020-03-15', 'long', 50, 240, 12000, 360, 18000],
    ['lot', null, 'Taxable', 'KLMN', '2026-07-06', 'short', 10, 360, 3600, 358.8, 3588],
    ['lot', null, 'Taxable', 'ORLN', null, null, 100, null, null, 4.77, 477],
    ['lot', 'Z11223344', 'Roth', 'BNDX', '2019-01-02', 'long', 20, 50, 1000, 49.5, 990],
  ]);
  expect(issues).toMatchObject([{ code: 'I03', message: 'The file names “Taxable” without an account number.' }]);
});

test('a position above its lots is not a lot, so nothing counts twice', () => {
  const { asOf, rows, issues } = read('positions-with-lots.csv');
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(rows.map(({ kind, quantity, acquired, price }) => [kind, quantity, acquired, price])).toEqual([
    ['position', 60, null, 360],
    ['lot', 50, '2020-03-15', 360],
    ['lot', 10, '2026-07-06', 360],
  ]);
});

test('lots below a symbol that is not repeated are of that symbol', () => {
  const text = fixture('positions-with-lots.csv').replace('X10020030,KLMN,KLMN INC COM,10', 'X10020030,,KLMN INC COM,10');
  expect(fidelityLots.read(textFile(text)).rows.map(({ symbol }) => symbol)).toEqual(['KLMN', 'KLMN', 'KLMN']);
});

test.each([
  ['Symbol,Open Date,Quantity,Price,Cost/Share,Market Value,Cost Basis,Holding Period', false],
  ['Account,Symbol/CUSIP,Acquired date,Quantity,Cost per share,Total cost,Market value', false],
  ['Symbol,Acquired,Quantity,Current Value,Cost Basis Total', true],
])('%s: %s', (header, expected) => expect(fidelityLots.recognizes(textFile(`${header}\n`)) >= 0.5).toBe(expected));

test('no header row', () => expect(fidelityLots.read(textFile('nothing', 'a.csv'))).toMatchObject({ rows: [], issues: [{ code: 'I01' }] }));
