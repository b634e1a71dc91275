import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { m1Lots } from './lots';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/lots', name), 'utf8');
const named = (text: string) => textFile(text, '7AB12345-Open-tax-lots Nov-20-2026.csv');

test('open lots: value from cost and gain; unknown cost and gain stay unknown', () => {
  const { rows, issues, asOf } = m1Lots.read(named(fixture('open.csv')));
  expect([issues, asOf]).toEqual([[], undefined]);
  expect(rows.every(({ kind, account }) => kind === 'lot' && account === '7AB12345')).toBe(true);
  expect(rows).toMatchObject([
    { symbol: 'ORLN', cusip: '700112233', lotId: '200000001', acquired: '2024-02-15', quantity: 12, unitCost: 220, costBasis: 2640, price: 256.25, marketValue: 3075, term: 'long', washSale: false, line: 4 },
    { symbol: 'FNBX', cusip: '007112238', quantity: 25.4321, unitCost: 12.205048, costBasis: 310.4, price: 11.731237, marketValue: 298.35, term: 'short', washSale: true, disallowedLoss: 4.1 },
    { symbol: 'FNBX', quantity: 0.00012, costBasis: 0.01, price: null, marketValue: null },
    { symbol: 'SPNX', cusip: null, quantity: 7.25, unitCost: null, costBasis: null, price: null, marketValue: null },
  ]);
});

test('closed lots are realized lots', () => {
  const { rows, issues } = m1Lots.read(named(fixture('closed.csv')));
  expect(issues).toEqual([]);
  expect(rows).toMatchObject([
    { kind: 'realized-lot', closed: '2026-05-11', proceeds: 675, costBasis: 560, gain: 115, price: 270, term: 'long', washSale: false, disallowedLoss: null, marketValue: null },
    { kind: 'realized-lot', closed: '2026-05-11', proceeds: 111.5, costBasis: 123.55, gain: -12.05, term: 'short', washSale: true, disallowedLoss: 12.05 },
  ]);
});

test('saved again by a spreadsheet: no disclaimers, another order, US days, a lost zero', () => {
  const { rows, issues } = m1Lots.read(named(fixture('saved-again.csv')));
  expect(issues).toEqual([]);
  const known = m1Lots.read(named(fixture('open.csv'))).rows.slice(0, 2);
  expect(rows).toEqual(known.map((row, k) => ({ ...row, disallowedLoss: null, line: k + 2 })));
});

test('a renamed file does not name the account, and says so once', () => {
  const { rows, issues } = m1Lots.read(textFile(fixture('open.csv'), 'lots.csv'));
  expect(rows[0].account).toBeNull();
  expect(issues).toMatchObject([{ code: 'I03', cell: 'A3', sheet: 'lots.csv' }]);
});

test('what cannot be read is an issue with its place', () => {
  const { rows, issues } = m1Lots.read(named(fixture('open.csv').replace('2024-02-15,12,', '2024-02-31,1,2,')));
  expect(issues.map(({ code, cell }) => [code, cell])).toContainEqual(['I02', 'C4']);
  expect(rows).toHaveLength(4);
  expect(m1Lots.read(textFile('x', 'a.csv')).issues).toMatchObject([{ code: 'I01' }]);
});

test.each([
  ['Symbol,Cusip,Acquisition Date,Quantity,Cost Basis,Short/Long Term Holding,Unrealized Gain/Loss', 0.5, 1],
  ['Symbol,Cusip,Acquisition Date,Quantity,Cost Basis,Unrealized Gain/Loss,M1 Tax Lot Id', 0.5, 1],
  ['Symbol,Open Date,Quantity,Cost Basis,Gain/Loss $,Term', 0, 0.4],
  ['Symbol,Date Acquired,Quantity,Cost Basis,Wash Sale,Disallowed Loss', 0, 0.4],
])('%s is recognized from %d to %d', (header, least, most) => {
  const confidence = m1Lots.recognizes(textFile(`${header}\n1`));
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});
