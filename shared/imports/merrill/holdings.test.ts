import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetsFile, textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { readCells } from '../table/cells';
import { merrillHoldings } from './holdings';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/holdings', name), 'utf8');
const read = (text: string) => merrillHoldings.read(textFile(text, 'Holdings_06122026.csv'));
const story = ({ kind, account, symbol, cusip, quantity, costBasis, price, marketValue, assetType }: ImportRow) =>
  [kind, account ?? '?', symbol ?? '?', cusip ?? '?', quantity ?? '?', '=', costBasis ?? '?', price ?? '?', '→', marketValue ?? '?', assetType ?? ''].join(' ').trim();

test('two accounts: cost from value and gain, a bond, a written call, the deposit program with and without a symbol', () => {
  const { asOf, rows, issues } = read(fixture('two-accounts.csv'));
  expect(asOf).toBe('2026-06-12');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 51A-20B77 ORLN 700112233 12 = 2700.4 210 → 2520',
    'position 51A-20B77 FNBX 007112238 1040.3333 = 9000 12.5 → 13004.17',
    'position 51A-20B77 ? 912810ZZ9 10000 = 9950 98.75 → 9875 bond',
    'position 51A-20B77 ORLN#C2627C230000 ? -1 = -400 3.1 → -310 option',
    'cash 51A-20B77 ? 990156937 310.5 = ? 1 → 310.5 cash',
    'position 51A-30C88 ORLN 700112233 3.25 = ? 210 → 682.5',
    'cash 51A-30C88 IIAXX 55499U915 57.71 = ? 1 → 57.71 cash',
  ]);
  expect(rows.map(({ accountName }) => accountName)).toEqual([...Array(5).fill('CMA-Edge'), 'Kids', 'Kids']);
});

test('saved again by a spreadsheet: columns in another order, ISO day, a total, a leading zero put back', () => {
  const { asOf, rows, issues } = read(fixture('saved-again.csv'));
  expect(asOf).toBe('2026-06-12');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 51A-20B77 ORLN 700112233 12 = 2700.4 210 → 2520',
    'position 51A-20B77 FNBX 007112238 1040.3333 = 9000 12.5 → 13004.17',
    'cash 51A-20B77 ? 990156937 310.5 = ? 1 → 310.5 cash',
    'total ? ? ? ? = ? ? → 15834.67',
  ]);
});

test('a workbook with a sheet per account reads like the file', () => {
  const cells = readCells(fixture('two-accounts.csv'));
  const file = sheetsFile([
    { sheet: 'Notes', cells: [['Holdings']] },
    { sheet: 'CMA', cells: cells.slice(0, 6) },
    { sheet: 'Roth', cells: [cells[0], ...cells.slice(6)] },
  ]);
  expect(merrillHoldings.recognizes(file)).toBeGreaterThanOrEqual(0.9);
  expect(merrillHoldings.read(file).rows.map(story)).toEqual(read(fixture('two-accounts.csv')).rows.map(story));
});

test('a row deleted above a total is said, with its place', () => {
  const { issues } = read(fixture('saved-again.csv').replace(/^2520,.*\r\n/m, ''));
  expect(issues).toMatchObject([{ code: 'H13', cell: 'A4', found: '15834.67' }]);
  expect(issues[0].message).toContain('13314.67');
});

test('a cell that is no number is unknown, and an issue names cell, symbol and account', () => {
  const { rows, issues } = read(fixture('two-accounts.csv').replace('"2,520.00"', '"2,52O.00"'));
  expect(rows[0]).toMatchObject({ marketValue: null, costBasis: null, quantity: 12 });
  expect(issues).toMatchObject([{ code: 'I02', cell: 'K2', found: '2,52O.00', rowKey: 'ORLN', accounts: ['51A-20B77'] }]);
});

test('a stock at a dollar is no cash', () => {
  const { rows } = read(fixture('two-accounts.csv').replace('"12.50","13,004.17","4,004.17"', '"1.00","1,040.33","--"'));
  expect(rows[1]).toMatchObject({ kind: 'position', assetType: null, costBasis: null });
});

test('no header', () => expect(merrillHoldings.read(textFile('x', 'a.csv')).issues).toMatchObject([{ code: 'I01', sheet: 'a.csv' }]));

test.each([
  ['COB Date,Symbol,CUSIP #,Security Description,Account #,Quantity,Price ($),Value ($),Unrealized Gain/Loss ($)', 0.5, 1],
  ['Symbol,CUSIP #,Security Description,Account Registration,Account #,Quantity,Price ($),Value ($),Unrealized Gain/Loss ($)', 0.5, 1],
  ['Account #,Symbol,CUSIP,Description,Quantity,Price,Value', 0, 0.4],
  ['Account ID,Symbol,Quantity,Cost basis,As of,Security Number', 0, 0.4],
])('%s is recognized from %d to %d', (header, least, most) => {
  const confidence = merrillHoldings.recognizes(textFile(`${header}\n1`));
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});
