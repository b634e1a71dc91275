import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { fidelityRealized } from './realized';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/realized', name), 'utf8');
const read = (name: string) => fidelityRealized.read(textFile(fixture(name), name));

test('closed lots: term by the column of the gain, symbol and CUSIP apart', () => {
  const { rows, issues } = read('closed-lots-2026.csv');
  expect(rows.map(({ symbol, cusip, quantity, acquired, closed, proceeds, costBasis, gain, term, assetType }) =>
    [symbol, cusip, quantity, acquired, closed, proceeds, costBasis, gain, term, assetType])).toEqual([
    ['KLMN', '009000101', 30, '2025-08-04', '2026-08-17', 3621.38, 3562.51, 58.87, 'long', null],
    ['KLMN270115C45', null, 2, '2026-04-05', '2026-04-12', 160.63, 192.06, -31.43, 'short', 'option'],
    [null, '064000SH0', 35000, '2025-04-19', '2026-11-15', 35000, 35000, 0, 'long', 'bond'],
    ['ORLN', '68000X105', 10, null, '2026-11-02', 100, 90, 10, null, null],
  ]);
  expect(rows.every(({ kind, washSale }) => kind === 'realized-lot' && washSale === null)).toBe(true);
  expect(issues).toMatchObject([{ code: 'I03' }]);
});

test('wash sales and a total', () => {
  const { rows, issues } = read('wash-sales.csv');
  expect(issues).toEqual([]);
  expect(rows).toMatchObject([
    { kind: 'realized-lot', account: 'X10020030', washSale: true, disallowedLoss: 301, gain: -301, term: 'short' },
    { kind: 'realized-lot', account: 'X10020030', washSale: false, disallowedLoss: null, gain: 10, term: 'long' },
    { kind: 'total', account: null, proceeds: 4050, costBasis: 4341, gain: -291 },
  ]);
});

test('a total that the lots miss', () => {
  const text = fixture('wash-sales.csv').replace('"$4,050.00"', '"$4,060.00"');
  expect(fidelityRealized.read(textFile(text)).issues).toMatchObject([{ code: 'H13', cell: 'G4' }]);
});

test.each([
  ['Symbol,Name,Closed Date,Opened Date,Quantity,Proceeds,Cost Basis (CB),Long Term Gain/Loss,Short Term Gain/Loss', false],
  ['Symbol,Date Acquired,Date Sold,Quantity,Proceeds,Cost Basis,Short Term Gain/Loss,Long Term Gain/Loss', true],
])('%s: %s', (header, expected) => expect(fidelityRealized.recognizes(textFile(`${header}\n`)) >= 0.5).toBe(expected));

test('no header row', () => expect(fidelityRealized.read(textFile('nothing', 'a.csv'))).toMatchObject({ rows: [], issues: [{ code: 'I01' }] }));
