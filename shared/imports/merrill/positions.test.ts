import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { merrillPositions } from './positions';

const text = readFileSync(join(__dirname, 'fixtures/positions/ira.csv'), 'utf8');
const read = (changed: string) => merrillPositions.read(textFile(changed, 'ExportData.csv'));
const story = (changed: string) =>
  read(changed).rows.map(({ kind, symbol, quantity, costBasis, price, marketValue }) => [kind, symbol, quantity, costBasis, price, marketValue]);

test('positions, balances and the total; dollars before percent', () => {
  const { asOf, issues, rows } = read(text);
  expect([asOf, issues]).toEqual(['2026-06-12', []]);
  expect(story(text)).toEqual([
    ['position', 'ORLN', 12, 2700.4, 210, 2520],
    ['position', 'FNBX', 1040.3333, 9000, 12.5, 13004.17],
    ['position', 'SPNX', 10, null, 0.5, 5],
    ['cash', 'CASH', 310.5, null, 1, 310.5],
    ['cash', 'CASH', 0, null, 1, 0],
    ['pending-cash', 'CASH', -20, null, 1, -20],
    ['total', null, null, null, null, 15819.67],
  ]);
  expect(rows.every(({ account, accountName }) => account === '51A-20L77' && accountName === 'IRRA-Edge')).toBe(true);
});

test('a second account in the same file has its own rows', () => {
  const { rows, issues } = read(`${text}${text.replace(/51A-20L77/g, '51A-30C88')}`);
  expect(issues).toEqual([]);
  expect(rows.map(({ account }) => account)).toEqual([...Array(7).fill('51A-20L77'), ...Array(7).fill('51A-30C88')]);
});

test('a blank before the quotes of the account changes nothing', () => {
  const changed = text.replace(/"(IRRA-Edge 51A-20L77)"/, ' "$1"');
  expect(changed).not.toBe(text);
  expect(read(changed).rows.map(({ account }) => account)).toEqual(read(text).rows.map(({ account }) => account));
});

test('a row deleted does not add up; a banner deleted does not name the account', () => {
  expect(read(text.replace(/^"ORLN".*\n/m, '')).issues).toMatchObject([{ code: 'H13', cell: 'F15', accounts: ['51A-20L77'] }]);
  expect(read(text.slice(text.indexOf('"Symbol '))).issues.map(({ code }) => code)).toEqual(['I03']);
});

test('what cannot be read is said with its place', () => {
  const { rows, issues } = read(text.replace('$2,520.00', '$25,20.00'));
  expect(rows[0]).toMatchObject({ marketValue: null, costBasis: null, quantity: 12 });
  expect(issues[0]).toMatchObject({ code: 'I02', cell: 'F9', found: '$25,20.00', rowKey: 'ORLN' });
  expect(read('x').issues).toMatchObject([{ code: 'I01' }]);
});

test.each([
  ["Symbol,Description,Day's Price $ Chg % Chg,Quantity,Day's Value Change $,Value,Unrealized Gain/Loss $ Chg % Chg,Price", 0.5, 0.7],
  ['Symbol,Description,Quantity,Price,Value', 0, 0.4],
])('%s is recognized from %d to %d', (header, least, most) => {
  const confidence = merrillPositions.recognizes(textFile(`${header}\nA`));
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});
