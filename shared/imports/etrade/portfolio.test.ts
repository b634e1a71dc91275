import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetsFile, textFile } from '../custodian-file';
import { readCells } from '../table/cells';
import { etradePortfolio } from './portfolio';
import type { ImportRow } from '../format';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/portfolio', name), 'utf8');
const read = (name: string) => etradePortfolio.read(textFile(fixture(name), name));

/** A row in one line: kind, account, symbol, day, quantity @ unit cost = basis, price → value. */
function story({ kind, account, symbol, acquired, quantity, unitCost, costBasis, price, marketValue, assetType }: ImportRow): string {
  const known = (value: string | number | null) => value ?? '?';
  return [
    kind,
    account,
    known(symbol),
    known(acquired),
    known(quantity),
    '@',
    known(unitCost),
    '=',
    known(costBasis),
    known(price),
    '→',
    known(marketValue),
    assetType ?? '',
  ]
    .join(' ')
    .trim();
}

test('positions with their lots, unknown dates and costs, a short call, cash and total', () => {
  const { asOf, rows, issues } = read('lots-custom-view.csv');
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 7781 FNBX ? 40 @ ? = ? 12.5 → 500',
    'lot 7781 FNBX 2018-10-04 40 @ ? = ? 12.5 → 500',
    'position 7781 ORLN ? 150 @ 197.3 = 29595 210 → 31500',
    'lot 7781 ORLN 2013-05-15 100 @ 185 = 18500 210 → 21000',
    'lot 7781 ORLN 2022-11-30 50 @ 221.9 = 11095 210 → 10500',
    'position 7781 ORLN ? 116.6667 @ ? = ? 210 → 24500.007',
    'lot 7781 ORLN ? 16.6667 @ ? = ? 210 → 3500.007',
    'lot 7781 ORLN 2015-02-20 100 @ 232.5 = 23250 210 → 21000',
    "position 7781 ORLN Mar 19 '27 $230 Call ? -1 @ 4 = -400 3.1 → -310 option",
    "lot 7781 ORLN Mar 19 '27 $230 Call 2026-11-02 -1 @ 4 = -400 3.1 → -310 option",
    'cash 7781 CASH ? 4100.25 @ ? = ? 1 → 4100.25 cash',
    'total 7781 ? ? ? @ ? = ? ? → 60290.26',
  ]);
  expect(rows[0]).toMatchObject({ accountName: 'Harbor', line: 8 });
});

test('a certificate of deposit, an option, a money fund, a company whose ticker is CASH, and a shifted total', () => {
  const { asOf, rows, issues } = read('cd-option-fund-default-view.csv');
  expect(asOf).toBeUndefined();
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 3055 FIRST LAKE BK DULUTH MN CD 4.10% 03/15/2028 ? 20000 @ 100 = 20000 100.25 → 20050 bond',
    'position 3055 GLDR ? 442 @ 15.3 = 6762.6 14.25 → 6298.5',
    'position 3055 CASH ? 25 @ 60 = 1500 61 → 1525',
    "position 3055 IWM Jan 15 '27 $250 Put ? 1 @ 2.56 = 256.5 2.33 → 233 option",
    'position 3055 VMFXX ? 32900 @ 1 = 32900 1 → 32900',
    'cash 3055 CASH ? 2106.07 @ ? = ? 1 → 2106.07 cash',
    'total 3055 ? ? ? @ ? = ? ? → ?',
  ]);
});

test('saved again by a spreadsheet: byte order mark, CRLF, quotes, padding, lost blanks, columns in another order', () => {
  const { asOf, rows, issues } = read('saved-again.csv');
  expect(asOf).toBe('2020-06-01');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 0042 BNDX ? 20 @ 251.5 = 5030 ? → 5010',
    'lot 0042 BNDX 2020-02-03 10 @ 249 = 2490 ? → 2505',
    'lot 0042 BNDX 2020-03-16 10 @ 254 = 2540 ? → 2505',
    'position 0042 SCHX ? 110 @ 34.9386 = 3843.25 ? → 3643.1',
    'cash 0042 CASH ? 500 @ ? = ? 1 → 500 cash',
    'total 0042 ? ? ? @ ? = ? ? → 9153.1',
  ]);
});

test('a view without prices, with the whole cost: lots, cash, no total', () => {
  const { asOf, rows, issues } = read('simple-view.csv');
  expect([asOf, issues]).toEqual(['2026-05-04', []]);
  expect(rows.map(story)).toEqual([
    'position 6354 ORLN ? 100 @ ? = 1200 ? → 1500',
    'lot 6354 ORLN 2022-01-15 40 @ ? = 480 ? → 600',
    'lot 6354 ORLN 2023-03-10 60 @ ? = 720 ? → 900',
    'cash 6354 CASH ? 810 @ ? = ? 1 → 810 cash',
  ]);
  expect(rows[0].accountName).toBe('Cap 1(-6084)');
});

test('two downloads in one file, a label without digits, cash with a quantity and a company called CASH', () => {
  const { asOf, rows, issues } = read('two-downloads-joined.csv');
  expect([asOf, issues]).toEqual(['2026-08-21', []]);
  expect(rows.map(story)).toEqual([
    'position Harbor Ridge Brokerage ORLN ? 100 @ 8.9 = 890 10 → 1000',
    'cash Harbor Ridge Brokerage CASH ? 3421.77 @ ? = ? 1 → 3421.77 cash',
    'total Harbor Ridge Brokerage ? ? ? @ ? = ? ? → 4421.77',
    'position 1188 ORLN ? 250 @ 9.96 = 2490 10 → 2500',
    'cash 1188 CASH ? 0 @ ? = ? 1 → 0 cash',
    'position 1188 CASH ? 5 @ ? = ? 2 → 10',
    'total 1188 ? ? ? @ ? = ? ? → 2510',
  ]);
});

test('a workbook: ISO days, the same numbers, a sheet that is something else', () => {
  const cells = readCells(fixture('lots-custom-view.csv')).map((row) =>
    row.map((cell) => cell.replace(/^\s*(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2').replace(/^(-?\d+\.\d*?)0+$/, '$1')),
  );
  const file = sheetsFile([{ sheet: 'Notes', cells: [['hello']] }, { sheet: 'Sheet1', cells }], 'mine.xlsx');
  expect(etradePortfolio.recognizes(file)).toBeGreaterThanOrEqual(0.9);
  const { rows, issues } = etradePortfolio.read(file);
  expect(issues).toEqual([]);
  expect(rows).toEqual(read('lots-custom-view.csv').rows);
});

test('a row without a symbol is no lot of the row above', () => {
  const text = fixture('two-downloads-joined.csv').replace('CASH,5,2.00', ',5,2.00');
  expect(etradePortfolio.read(textFile(text)).rows[5]).toMatchObject({ kind: 'position', symbol: null, quantity: 5, marketValue: 10 });
});

test('an account column names the account of each row', () => {
  const text = 'View Summary - All\n\nAccount,Symbol,Quantity,Last Price $,Value $\nHarbor -7781,ORLN,1,2,2\nCove -1188,ORLN,3,2,6\n';
  const { rows, issues } = etradePortfolio.read(textFile(text));
  expect(issues).toEqual([]);
  expect(rows.map(({ account, accountName, quantity }) => [account, accountName, quantity])).toEqual([['7781', 'Harbor', 1], ['1188', 'Cove', 3]]);
});

describe('what is wrong becomes an issue with its place', () => {
  const text = fixture('lots-custom-view.csv');
  const issuesOf = (changed: string) => etradePortfolio.read(textFile(changed, 'a.csv')).issues;

  test('a day that is none, in the place of a lot: it is a lot still, and no security of that name', () => {
    const changed = text.replace(/^\s*02\/20\/2015,/m, '20/02/2015,');
    const { rows, issues } = etradePortfolio.read(textFile(changed));
    expect(issues).toMatchObject([{ code: 'I02', found: '20/02/2015', column: 'Symbol' }]);
    expect(rows.filter(({ symbol }) => symbol === '20/02/2015')).toEqual([]);
    expect(rows.find(({ line }) => line === Number(/\d+$/.exec(issues[0].cell ?? '')?.[0]))).toMatchObject({ kind: 'lot', acquired: null });
  });

  test('a cell that is no number', () => {
    const [issue, ...others] = issuesOf(text.replace('100.0000,2500.0000', '1oo.0000,2500.0000'));
    expect(issue).toMatchObject({
      code: 'I02',
      sheet: 'a.csv',
      cell: 'E11',
      column: 'Quantity',
      found: '1oo.0000',
      rowKey: 'ORLN',
      accounts: ['7781'],
    });
    expect(others).toEqual([]);
  });

  test('a position deleted from the file', () => {
    const [issue] = issuesOf(text.replace(/^ORLN,05.*\n/m, ''));
    expect(issue).toMatchObject({ code: 'H13', cell: 'A18' });
    expect(issue.message).toContain('28790.26');
  });

  test.each([
    ['missing', ''],
    ['two', '"Harbor -7781",1\n"Cove -1188",2\n'],
  ])('%s account in the summary', (_count, lines) => {
    const reading = etradePortfolio.read(textFile(text.replace(/^"Harbor.*\n/m, lines)));
    expect(reading.issues.map(({ code }) => code)).toEqual(['I03']);
    expect(reading.rows.every(({ account }) => account === null)).toBe(true);
  });

  test('no header row', () => {
    const { rows, issues } = etradePortfolio.read(textFile('Account Summary\nnothing else', 'a.csv'));
    expect(rows).toEqual([]);
    expect(issues).toMatchObject([{ code: 'I01', severity: 'stop', sheet: 'a.csv' }]);
  });
});

test.each([
  ["Symbol,Last Price $,Change $,Change %,Quantity,Price Paid $,Day's Gain $,Total Gain $,Total Gain %,Value $", 0.5, 0.9],
  ['View Summary - Mine\nSymbol,Quantity,Last Price $', 0.5, 0.9],
  ['Symbol,Quantity,Price,Market Value', 0, 0.4],
])('%j is recognized from %d to %d', (header, least, most) => {
  const confidence = etradePortfolio.recognizes(textFile(`${header}\nA`));
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});

test('a total where it belongs is compared with nothing else of its row', () => {
  const lines = fixture('two-downloads-joined.csv').split('\n').filter((line) => !line.startsWith('ORLN,250'));
  expect(etradePortfolio.read(textFile(lines.join('\n'), 'a.csv')).issues.map(({ code }) => code)).toContain('H13');
});
