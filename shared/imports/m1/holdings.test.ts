import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetsFile, textFile } from '../custodian-file';
import { readCells } from '../table/cells';
import { m1Holdings } from './holdings';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/holdings', name), 'utf8');
const codes = (text: string) => m1Holdings.read(textFile(text, 'a.csv')).issues.map(({ code, cell }) => `${code} ${cell}`);

test('positions; a blank cost is unknown, not zero; cash is cash', () => {
  const { rows, issues } = m1Holdings.read(textFile(fixture('blank-cost.csv'), '71234567-Holdings-Oct-07-2026.csv'));
  expect(issues).toEqual([]);
  expect(rows).toMatchObject([
    { kind: 'position', account: '71234567', symbol: 'ORLN', description: 'Orlean Motors Inc.', quantity: 16.4, unitCost: 194.9, costBasis: 2890.37, price: null, marketValue: 3114.3 },
    { kind: 'position', symbol: 'FNBX', quantity: 120.5, unitCost: 13.1, costBasis: 1578.55, marketValue: 1506.25 },
    { kind: 'position', symbol: 'SPNX', quantity: 7.25, unitCost: null, costBasis: null, marketValue: 145.2 },
    { kind: 'cash', symbol: 'CASH', quantity: 15.25, price: 1, costBasis: null, marketValue: 15.25, assetType: 'cash' },
  ]);
});

test('saved again by a spreadsheet, and as a workbook: dollars, percents, another order, a total', () => {
  const text = fixture('saved-again.csv');
  const reading = m1Holdings.read(textFile(text, 'a.csv'));
  expect(reading.issues.map(({ code }) => code)).toEqual(['I03']);
  expect(reading.rows).toMatchObject([
    { symbol: 'ORLN', quantity: 16.4, costBasis: 2890.37, marketValue: 3114.3 },
    { symbol: 'FNBX', quantity: 120.5, costBasis: 1578.55, marketValue: 1506.25 },
    { kind: 'total', costBasis: 4468.92, marketValue: 4620.55 },
  ]);
  const sheets = sheetsFile([{ sheet: 'Sheet1', cells: readCells(text) }], 'a.xlsx');
  expect(m1Holdings.read(sheets).rows).toEqual(reading.rows);
});

test('a deleted row does not add up, and is said', () => {
  expect(codes(fixture('saved-again.csv').replace(/^.*ORLN.*\n/m, ''))).toEqual(['I03 A1', 'H13 A3']);
});

test('cost without its column is value less gain', () => {
  const text = 'Symbol,Name,Quantity,Avg. Price,Unrealized Gain ($),Value\nORLN,Orlean,16.4,194.90,223.93,3114.30';
  expect(m1Holdings.read(textFile(text)).rows[0].costBasis).toBe(2890.37);
});

test('a company whose ticker is CASH is a position', () => {
  const text = fixture('blank-cost.csv').replace('CASH,Cash,', 'CASH,Pathward Financial Inc.,');
  expect(m1Holdings.read(textFile(text)).rows[3]).toMatchObject({ kind: 'position', symbol: 'CASH' });
});

test('no header', () => expect(codes('x')).toEqual(['I01 undefined']));

test.each([
  ['Symbol,Name,Quantity,Avg. Price,Cost Basis,Value', 0.5, 0.7],
  ['Symbol,Name,Quantity,Cost Basis,Value', 0, 0.4],
])('%s is recognized from %d to %d', (header, least, most) => {
  const confidence = m1Holdings.recognizes(textFile(`${header}\nA`));
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});
