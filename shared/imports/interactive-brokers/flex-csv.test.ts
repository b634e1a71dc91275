import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetsFile, textFile } from '../custodian-file';
import { readCells } from '../table/cells';
import { stories } from './fixtures/story';
import { interactiveBrokersFlexCsv } from './flex-csv';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/flex-csv', name), 'utf8');
const read = (text: string) => interactiveBrokersFlexCsv.read(textFile(text, 'a.csv'));
const holdings = [
  'position U1000001 VTI ? 34 @ 205 = 6970 310 → 10540 USD',
  'lot U1000001 VTI 2024-08-07 24 @ 200 = 4800 310 → 7440 USD long',
  'lot U1000001 VTI 2026-05-04 10 @ 217 = 2170 310 → 3100 USD short',
  'position U1000001 VTI   270115C00330000 ? -2 @ 3.4465 = -689.3 4.1 → -820 USD option',
  'cash U1000001 CASH ? 812.5 @ ? = ? 1 → 812.5 USD cash',
  'transaction U1000001 VTI 2026-05-04 Buy 10 @ 216.9 -2170 fees 1 USD',
];

test('sections between begin and end lines', () => {
  const { rows, issues } = read(fixture('begin-and-end-lines.csv'));
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual(holdings);
});

test('the same without begin and end lines, and as a sheet', () => {
  const bare = fixture('begin-and-end-lines.csv').replace(/^"(?:BO|EO)[AFS]".*\n/gm, '');
  expect(stories(read(bare).rows)).toEqual(holdings);
  const sheet = sheetsFile([{ sheet: 'Sheet1', cells: readCells(fixture('begin-and-end-lines.csv')) }], 'a.xlsx');
  expect(stories(interactiveBrokersFlexCsv.read(sheet).rows)).toEqual(holdings);
});

test('every row with its section code and what it is', () => {
  const { rows, issues } = read(fixture('descriptors.csv'));
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position U1000002 BNDX ? 20 @ ? = 1001 50 → 1000 USD',
    'lot U1000002 BNDX 2025-02-03 20 @ ? = 1001 50 → 1000 USD',
    'transaction U1000002 BNDX 2026-06-30 Dividend ? @ ? 4.5 fees ? USD',
  ]);
});

test('sections told apart by their columns; a commission in another currency is no part of the amount', () => {
  const { rows, issues } = read(fixture('stacked.csv'));
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position U1000003 SAP ? 15 @ ? = ? 151 → 2265 EUR',
    'transaction U1000003 SAP 2026-05-04 Buy 15 @ 140 -2103 fees 3 EUR',
    'transaction U1000003 ORLN 2026-05-05 Sell 2 @ 100 200 fees ? USD',
    'transaction U1000003 SAP 2026-05-13 Dividend ? @ ? 37.5 fees ? EUR',
    'transaction U1000003 SAP 2026-05-13 Other ? @ ? -9.89 fees ? EUR',
  ]);
});

test('an option known by its description; the client code of the first line', () => {
  expect(stories(read(fixture('section-descriptors.csv')).rows)).toEqual([
    'position 10000044 ORLN 270115P00090000 ? -3 @ 12.3 = -3690 8.5 → -2550 option',
    'position 10000044 ORLN ? 300 @ ? = ? 100 → 30000',
  ]);
});

describe('what is wrong becomes an issue', () => {
  const text = fixture('begin-and-end-lines.csv');
  const issuesOf = (changed: string) => read(changed).issues;

  test('rows fewer than the section says', () => {
    expect(issuesOf(text.replace(/^.*"30000000002".*\n/m, ''))).toMatchObject([{ code: 'H13', message: expect.stringContaining('3 rows') as string }]);
  });

  test('no column names', () => {
    const issues = issuesOf(text.replace(/^"ClientAccountID".*\n/gm, ''));
    expect(issues[0]).toMatchObject({ code: 'I01', severity: 'stop', cell: 'A4' });
  });

  test('no end', () => {
    expect(issuesOf(text.replace(/"EOF"\n/, ''))).toMatchObject([{ code: 'I13', message: expect.stringContaining('EOF') as string }]);
  });

  test('no account', () => {
    const anonymous = '"CurrencyPrimary","Symbol","Quantity","MarkPrice"\n"USD","VTI","3","310"\n';
    expect(issuesOf(anonymous)).toMatchObject([{ code: 'I03', cell: 'A2' }]);
  });

  test('a day that is none', () => {
    expect(issuesOf(text.replace('"20240807;104523"', '"20241307;104523"'))).toMatchObject([{ code: 'I02', cell: 'T10', found: '20241307;104523' }]);
  });
});

test.each([
  ['"Buy/Sell","TradeDate","ISIN","Quantity","TradePrice","CurrencyPrimary","IBCommission"\n', 0.75],
  ['Symbol,Quantity,Price\nVTI,3,310\n', 0],
  ['Account ID,Tax type,Model\n1,Taxable,Growth', 0],
])('%j is recognized with %d', (text, sure) => expect(interactiveBrokersFlexCsv.recognizes(textFile(text))).toBeCloseTo(sure, 5));
