import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sheetsFile, textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { readCells } from '../table/cells';
import { genericTable, guessTables, readGenericTable } from './table';

const folder = join(__dirname, 'fixtures/table');
const fixture = (name: string) => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder);
const read = (text: string, name?: string) => readGenericTable(textFile(text, name));

/** A row in one line: kind, account, symbol or CUSIP, day, quantity @ unit cost = basis, price → value. */
function story({ kind, account, symbol, cusip, acquired, quantity, unitCost, costBasis, price, marketValue, assetType }: ImportRow): string {
  const known = [kind, account, symbol ?? cusip, acquired, quantity, '@', unitCost, '=', costBasis, price, '→', marketValue].map((value) => value ?? '?');
  return [...known, assetType ?? ''].join(' ').trim();
}

const stories = (name: string) => {
  const { asOf, rows, issues } = read(fixture(name), name);
  return { asOf, issues: issues.map(({ code, cell }) => `${code} ${cell}`), rows: rows.map(story) };
};

test('a two-row header, positions with their lots, prices’ day, cash and a total that holds', () => {
  expect(stories('orion-positions-and-lots.csv')).toEqual({
    asOf: '2026-07-31',
    issues: [],
    rows: [
      'position A100-22871 VXUS ? 300 @ ? = 15600 ? → 18000',
      'lot A100-22871 VXUS 2020-03-12 200 @ 51 = 10200 ? → 12000',
      'lot A100-22871 VXUS 2026-01-20 100 @ 54 = 5400 ? → 6000',
      'position A100-22871 SCHP ? 80 @ ? = 4240 ? → 4160',
      'lot A100-22871 SCHP 2021-09-01 50 @ 53 = 2650 ? → 2600',
      'lot A100-22871 SCHP 2022-10-14 30 @ 53 = 1590 ? → 1560',
      'cash A100-22871 CASH ? 1250.75 @ ? = ? 1 → 1250.75 cash',
      'total A100-22871 ? ? ? @ ? = 19840 ? → 23410.75',
    ],
  });
});

test('lots with gains by term, a bond whose unit cost is per 100, cash without a day', () => {
  const { rows, issues } = read(fixture('black-diamond-tax-lots.csv'));
  expect(issues).toEqual([]);
  expect(rows.map(({ kind, term }) => [kind, term])).toEqual([['lot', 'long'], ['lot', 'short'], ['lot', 'long'], ['cash', null], ['lot', 'long']]);
  expect(rows.map(story)[2]).toBe('lot 5512-0934 64966QEZ0 2022-06-20 25000 @ 104.5 = 26125 ? → 25812.5 bond');
});

test('a table per account below its title', () => {
  expect(stories('altruist-accounts.csv')).toEqual({
    asOf: undefined,
    issues: [],
    rows: [
      'position 7710-4402 ITOT ? 12.5 @ 100 = 1250 130 → 1625',
      'cash 7710-4402 CASH ? 88.12 @ ? = ? 1 → 88.12 cash',
      'total 7710-4402 ? ? ? @ ? = ? ? → 1713.12',
      'position 7710-4403 IUSB ? 40 @ 47 = 1880 46.5 → 1860',
      'total 7710-4403 ? ? ? @ ? = ? ? → 1860',
    ],
  });
});

test('bonds per 100, a sweep, and the header on the eleventh row', () => {
  expect(stories('morgan-stanley-holdings.csv')).toEqual({
    asOf: '2026-06-12',
    issues: [],
    rows: [
      'position 4471 MSFT ? 150 @ ? = 24300 410.25 → 61537.5',
      'position 4471 91282CLW9 ? 75000 @ ? = 74100 99.5 → 74625 bond',
      'cash 4471 MSBNK ? 2899.6 @ ? = ? 1 → 2899.6 cash',
      'total 4471 ? ? ? @ ? = 98400 ? → 139062.1',
    ],
  });
});

test('decimal commas, semicolons, days with points, ISINs', () => {
  expect(stories('european-portfolio.csv')).toEqual({
    asOf: '2026-06-30',
    issues: [],
    rows: [
      'lot 44810-77 IE00B4L5Y983 2021-03-15 1250.5 @ 61.2 = 76530.6 98.4 → 123049.2',
      'lot 44810-77 037833100 2023-11-02 40 @ 160.1 = 6404 181.25 → 7250',
    ],
  });
});

test('what a spreadsheet damaged is mended where a check digit proves it, else refused', () => {
  expect(stories('saved-by-a-spreadsheet.csv')).toEqual({
    asOf: '2026-02-27',
    issues: ['I11 A5', 'I11 A6', 'I02 A7', 'H13 E9'],
    rows: [
      'position 70011223 066922477 ? 250 @ ? = 8000 40 → 10000',
      'position 70011223 037833100 ? 10 @ ? = 900 210.5 → 2105',
      'skip 70011223 ? ? ? @ ? = 50000 ? → 49050',
      'position 70011223 594918104 ? 20 @ ? = 5000 410.25 → 8205',
      'total 70011223 ? ? ? @ ? = 63900 ? → 69360',
    ],
  });
});

test('realized lots and transactions', () => {
  const [loss, gain] = read(fixture('realized-lots.csv')).rows;
  expect(loss).toMatchObject({ kind: 'realized-lot', symbol: 'F', closed: '2026-05-22', proceeds: 3150, costBasis: 3600, gain: -450, term: 'long', washSale: true, disallowedLoss: 120 });
  expect(gain).toMatchObject({ account: '6620-1187', gain: 250, term: 'short', washSale: null });
  const { rows } = read(fixture('sei-transactions.csv'));
  expect(rows.map(({ action, cusip, quantity, price, amount, fees }) => [action, cusip, quantity, price, amount, fees])).toEqual([
    ['Buy', '922908769', 30, 281.5, -8449.95, 4.95],
    ['Sell', '464287226', 25, 98.4, 2455.05, 4.95],
    ['Dividend', '922908769', null, null, 31.2, null],
    ['Fee', null, null, null, -112.5, null],
  ]);
});

test('amounts without a sign get it by what happened', () => {
  const { rows } = read('Account,Date,Type,Ticker,Shares,Amount\n1-234,1/15/2026,Buy,VTI,3,870\n1-234,1/16/2026,Sell,VTI,1,290\n');
  expect(rows.map(({ amount }) => amount)).toEqual([-870, 290]);
});

describe('what cannot be known is asked', () => {
  const codes = (text: string, name?: string) => read(text, name).issues.map(({ code, cell }) => `${code} ${cell}`);

  test('the account, which the file’s name may tell', () => {
    const text = 'Ticker,Shares,Price,Value\nVTI,3,290,870\n';
    expect(codes(text)).toEqual(['I03 A2']);
    expect(read(text, '1234-5678 positions.csv').rows[0].account).toBe('1234-5678');
  });

  test('the order of days that have two readings', () => {
    const lots = (day: string) => `Account,Ticker,Acquired,Shares,Cost\n1-234,VTI,${day},3,$600.00\n`;
    expect(codes(lots('4/5/2020'))).toEqual(['I10 C2']);
    expect(read(lots('4/5/2020')).rows[0].acquired).toBe('2020-04-05');
    expect(codes(lots('5/5/2020'))).toEqual([]);
    expect(codes(lots('4/15/2020'))).toEqual([]);
    expect(read(lots('4/5/2020').replace('$600.00', '£600.00')).rows[0].acquired).toBe('2020-05-04');
  });

  test('a file without a table of ours, and what is missing', () => {
    const { rows, issues } = read('Item,Price\nSalt,3\n', 'x.csv');
    expect(rows).toEqual([]);
    expect(issues).toMatchObject([{ code: 'I01', sheet: 'x.csv' }]);
    expect(read('Ticker,Price\nVTI,3\nAGG,4\n').issues[0].message).toContain('quantity could not be told for sure');
  });

  test('a row whose figures do not fit where all others do', () => {
    const rows = ['VTI,3,290,870', 'AGG,4,100,400', 'BND,5,70,350', 'VXUS,6,60,360', 'VT,7,110,770', 'IVV,1,600,600', 'ITOT,2,130,260', 'SCHX,3,60,180', 'SCHB,3,25,75', 'SCHF,2,40,80'];
    expect(codes(`Account,Ticker,Shares,Price,Value\n${[...rows, 'BAD,3,40,8000'].map((row) => `1-234,${row}\n`).join('')}`)).toEqual(['H07 E12']);
  });

  test('a last line that breaks off', () => {
    const { rows, issues } = read('Account,Ticker,Shares,Price,Value\n1-234,VTI,3,290,870\n1-234,AGG,12');
    expect(rows).toHaveLength(1);
    expect(issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['I02 A3']);
  });
});

test('a table of the workbook is none to import', () => {
  expect(genericTable.recognizes(textFile('Account ID,Symbol,Quantity,Cost basis,Acquired\n1,VTI,3,600,2020-01-02'))).toBeLessThan(0.5);
});

test('choices drive the reading in place of guesses, and guesses are choices', () => {
  const text = 'Account,Ticker,Settled,Shares,Price,Value\n1-234,VTI,2,3,290,870\n';
  expect(readGenericTable(textFile(text), [{ header: 'Settled', field: 'quantity' }]).rows[0].quantity).toBe(2);
  const [{ guessed }] = guessTables(textFile(text));
  expect(readGenericTable(textFile(text), guessed.guesses)).toEqual(read(text));
});

test('sheets of a workbook are read like text', () => {
  const cells = readCells(fixture('orion-positions-and-lots.csv'));
  const { rows } = readGenericTable(sheetsFile([{ sheet: 'Cover', cells: [['Household report']] }, { sheet: 'Lots', cells }]));
  expect(rows).toEqual(read(fixture('orion-positions-and-lots.csv')).rows);
});

/** Figures of a row under its own name, so that readings of changed files can be compared. */
const figures = ({ kind, account, symbol, cusip, acquired, quantity, costBasis, marketValue, amount }: ImportRow) => JSON.stringify([kind, account, symbol, cusip, acquired, quantity, costBasis, marketValue, amount]);

test('columns in any order read the same', () => {
  const shuffled = names.filter((name) => !/two|orion|morgan|realized|sei|spreadsheet|european|altruist|wealthfront|appraisal|degiro|comdirect|hargreaves|cash-by-name|debit/.test(name));
  expect(shuffled.length).toBeGreaterThan(3);
  fc.assert(
    fc.property(fc.constantFrom(...shuffled), fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (name, keys) => {
      const cells = readCells(fixture(name).trim());
      const order = cells[0].map((_cell, k) => k).sort((a, b) => keys[a] - keys[b]);
      const changed = sheetsFile([{ cells: cells.map((row) => order.map((k) => row[k] ?? '')) }]);
      expect(readGenericTable(changed).rows.map(figures)).toEqual(readGenericTable(sheetsFile([{ cells }])).rows.map(figures));
    }),
    { numRuns: 40 },
  );
});

/** A cell as a spreadsheet writes it again: days as ISO or without zeros, no dollar signs, no trailing zeros. */
function saveAgain(cell: string, iso: boolean): string {
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  if (day) return iso ? `${day[3]}-${day[1].padStart(2, '0')}-${day[2].padStart(2, '0')}` : `${Number(day[1])}/${Number(day[2])}/${day[3]}`;
  return /^[-$(]*[\d,]*\.\d+\)?$/.test(cell) ? cell.replace('$', '').replace(/\.?0+(?=\)?$)/, '') : cell;
}

test.each([true, false])('saved again by a spreadsheet, days as ISO: %p', (iso) => {
  const saved = names.filter((name) => !/european/.test(name));
  for (const name of saved) {
    const cells = readCells(fixture(name));
    const lines = cells.map((row) => [...row, '', ''].map((cell) => `"${saveAgain(cell.trim(), iso).replace(/"/g, '""')}"`).join(','));
    expect([name, ...read(`\uFEFF${lines.join('\r\n')}`).rows.map(figures)]).toEqual([name, ...read(fixture(name)).rows.map(figures)]);
  }
});

test('a file cut off anywhere is read without a throw, and no figure of a whole line changes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.double({ min: 0.3, max: 1, noNaN: true }), (name, part) => {
      const text = fixture(name);
      const cut = text.slice(0, Math.floor(text.length * part));
      const whole = new Set(read(text).rows.map(({ line, quantity, marketValue, costBasis }) => JSON.stringify([line, quantity, marketValue, costBasis])));
      const lines = cut.split('\n').length;
      for (const { kind, line, quantity, marketValue, costBasis } of read(cut).rows) {
        if (kind !== 'skip' && line < lines) expect(whole).toContain(JSON.stringify([line, quantity, marketValue, costBasis]));
      }
    }),
    { numRuns: 60 },
  );
});

test('any text at all is read without a throw', () => {
  const words = fc.constantFrom('Ticker', 'Shares', 'Market Value', 'Cost', 'Acquired', 'VTI', '--', '12', '4/5/2020', '(3.1)', '\n', ',', '"', 'Total', '', '1.234,5', '%');
  fc.assert(fc.property(fc.array(words, { maxLength: 60 }), (parts) => void read(parts.join(','))), { numRuns: 200 });
});

test('a hundred thousand rows in linear time', () => {
  const text = (rows: number) => `Account,Ticker,Acquired,Shares,Price,Value,Cost\n${Array.from({ length: rows }, (_row, k) => `A-${100 + (k % 50)},T${k % 900},1/${1 + (k % 28)}/2020,${1 + (k % 7)},10,${10 * (1 + (k % 7))},${7 * (1 + (k % 7))}`).join('\n')}\n`;
  // Time of the processor, since others may be using it.
  const began = process.cpuUsage();
  expect(read(text(100_000)).rows).toHaveLength(100_000);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(10_000);
});

test('a table below headers that another of the file makes sure of is read, too', () => {
  const text = fixture('hargreaves-lansdown.csv');
  const alone = genericTable.read(textFile(text, 'a.csv')).rows;
  expect(genericTable.read(textFile(`${text}\n${text}`, 'a.csv')).rows.map(({ symbol }) => symbol)).toEqual([...alone, ...alone].map(({ symbol }) => symbol));
});
