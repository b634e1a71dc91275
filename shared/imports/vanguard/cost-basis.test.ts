import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { vanguardCostBasis } from './cost-basis';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/cost-basis', name), 'utf8');
const read = (name: string) => vanguardCostBasis.read(textFile(fixture(name), name));

test('unrealized: lots, a position above its lots, unknown days and costs, a CUSIP', () => {
  const { asOf, rows, issues } = read('unrealized-2026.csv');
  expect(asOf).toBe('2026-09-03');
  expect(issues).toEqual([]);
  expect(rows.map(({ kind, account, symbol, acquired, quantity, unitCost, costBasis, price, marketValue, term }) =>
    [kind, account, symbol, acquired, quantity, unitCost, costBasis, price, marketValue, term])).toEqual([
    ['lot', '10020030', 'KLMN', '2020-03-15', 50, 240, 12000, 360, 18000, 'long'],
    ['lot', '10020030', 'KLMN', '2026-07-06', 10, 370, 3700, 360, 3600, 'short'],
    ['position', '10020030', 'VTSAX', null, 30, 100, 3000, 120, 3600, null],
    ['lot', '10020030', 'VTSAX', '2019-01-02', 20, 100, 2000, 120, 2400, 'long'],
    ['lot', '10020030', 'VTSAX', '2026-02-03', 10, 100, 1000, 120, 1200, 'short'],
    ['lot', '20030040', '922908769', null, 5, null, null, 300, 1500, null],
  ]);
  expect(rows[5].cusip).toBe('922908769');
});

test('another column set, headers that came apart at their commas, a total', () => {
  const { asOf, rows, issues } = read('position-type.csv');
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(rows.map(({ kind, account, acquired, quantity, costBasis, marketValue, term }) => [kind, account, acquired, quantity, costBasis, marketValue, term])).toEqual([
    ['lot', '10020030', '2024-01-05', 10, 900, 1000, null],
    ['lot', '20030040', '2026-01-04', 5, 450, 500, null],
    ['total', null, null, null, 1350, 1500, null],
  ]);
});

test.each([
  ['a cost', '900.00', '90.00', 'Costs'],
  ['a value', '1000.00', '10000.00', 'Values'],
])('%s that the total contradicts', (_what, before, after, begins) => {
  const { issues } = vanguardCostBasis.read(textFile(fixture('position-type.csv').replace(before, after)));
  expect(issues).toMatchObject([{ code: 'H13', message: expect.stringMatching(`^${begins} of the lots above add up to`) as string }]);
});

test('a total counts a position or its lots, and not both', () => {
  const rows = fixture('unrealized-2026.csv').split('\n').filter((line) => line.startsWith('10020030,VTSAX'));
  const header = fixture('unrealized-2026.csv').split('\n')[1];
  expect(vanguardCostBasis.read(textFile([header, ...rows, 'Total,,,,,,,3000.00,3600.00'].join('\n'))).issues).toEqual([]);
});

test('realized', () => {
  const { rows, issues } = read('realized-2026.csv');
  expect(issues).toEqual([]);
  expect(rows).toMatchObject([
    { kind: 'realized-lot', closed: '2026-08-03', proceeds: 1750, costBasis: 1200, gain: 550, term: 'long', washSale: false, disallowedLoss: 0 },
    { kind: 'realized-lot', closed: '2026-08-03', proceeds: 1750, costBasis: 1850, gain: -60, term: 'short', washSale: true, disallowedLoss: 40 },
  ]);
});

test('a total that the lots miss', () => {
  const text = fixture('position-type.csv').replace('1350.00', '1450.00');
  expect(vanguardCostBasis.read(textFile(text)).issues).toMatchObject([{ code: 'H13', cell: 'G5' }]);
});

test('a file that names no account', () => {
  const text = fixture('realized-2026.csv').replace('Account,', 'Owner,');
  expect(vanguardCostBasis.read(textFile(text)).issues).toMatchObject([{ code: 'I03' }]);
});

test.each([
  ['Account,Symbol/CUSIP,Description,Position type,Quantity,Total cost,Market value', true],
  ['Account,Symbol/CUSIP,Description,Acquired date,Quantity,Cost per share,Total cost,Market value as of 1/2/2026', true],
  ['Symbol/CUSIP,Description,Quantity,Price,Beginning Value,Ending Value,Cost Basis', false],
  ['Account Name,Symbol,Description,Acquired,Term,Current Value,Quantity,Average Cost Basis,Cost Basis Total', false],
  ['Account ID,Symbol,Quantity,Cost basis,Acquired,Market value', false],
])('%s: %s', (header, expected) => expect(vanguardCostBasis.recognizes(textFile(`${header}\n`)) >= 0.5).toBe(expected));

test('no header row', () => expect(vanguardCostBasis.read(textFile('nothing', 'a.csv'))).toMatchObject({ rows: [], issues: [{ code: 'I01' }] }));
