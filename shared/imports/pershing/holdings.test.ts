import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { sheetsFile, textFile } from '../custodian-file';
import { readCells } from '../table/cells';
import { story } from './fixtures/story';
import { pershingHoldings } from './holdings';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/holdings', name), 'utf8');
const read = (text: string) => pershingHoldings.read(textFile(text, 'a.csv'));

test('a report with two columns Price and two columns CUSIP: positions, a bond, an option, balances and a sweep', () => {
  const { asOf, rows, issues } = read(fixture('all-columns.csv'));
  expect(asOf).toBe('2026-03-31');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position KLM204411 CASH VOO 922908363 ? ? 40 @ 512.25 = 20490 547.5 → 21900',
    'position KLM204411 MARGIN VOO 922908363 ? ? 10 @ 498.4 = 4984 547.5 → 5475',
    'position KLM204411 CASH TSRYS4411902 91282CJL6 ? ? 25000 @ 98.75 = 24687.5 101.25 → 25312.5 bond',
    'position KLM204411 SHORT VOO26/06/19C600.000000000 99QK20R7C ? ? -2 @ 4.1 = -820 3.1 → -620 option',
    'cash KLM204411 CASH USD ? ? ? -12.4 @ ? = ? 1 → -12.4 cash USD',
    'cash KLM204411 CASH DUTG ? ? ? 8123.07 @ ? = ? 1 → 8123.07 cash',
    'position KLM204822 CASH AAPL 037833100 ? ? 30 @ ? = ? 210 → 6300',
    'position KLM204822 CASH ? L81460278 ? ? 150.5 @ 131.2 = 19745.6 134.5 → 20242.25',
    'position KLM204822 CASH OLDC4144685 075896AB6 ? ? 5000 @ 92 = 4600 0.2 → 10 bond',
    'cash KLM204822 MARGIN USD ? ? ? 0 @ ? = ? 1 → 0 cash USD',
  ]);
  expect(rows.map(({ accountName }) => accountName)).toEqual([...Array(6).fill('RUTH ALDER'), ...Array(4).fill('COVE TRUST LLC')]);
});

test('saved again: no banner, fewer columns in another order, US days, lost zeros, blank CUSIPs, a total', () => {
  const { asOf, rows, issues } = read(fixture('columns-moved-saved-again.csv'));
  expect(asOf).toBe('2026-03-31');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position KLM204411 CASH VOO 922908363 ? ? 40 @ ? = 20490 547.5 → 21900',
    'position KLM204411 MARGIN VOO 922908363 ? ? 10 @ ? = 4984 547.5 → 5475',
    'position KLM204411 CASH TSRYS4411902 91282CJL6 ? ? 25000 @ ? = 24687.5 101.25 → 25312.5 bond',
    'position KLM204411 SHORT VOO26/06/19C600.000000000 99QK20R7C ? ? -2 @ ? = -820 3.1 → -620 option',
    'cash KLM204411 CASH USD ? ? ? -12.4 @ ? = ? 1 → -12.4 cash USD',
    'cash KLM204411 CASH DUTG ? ? ? 8123.07 @ ? = ? 1 → 8123.07 cash',
    'position KLM204822 CASH AAPL 037833100 ? ? 30 @ ? = ? 210 → 6300',
    'position KLM204822 CASH ? L81460278 ? ? 150.5 @ ? = 19745.6 134.5 → 20242.25',
    'position KLM204822 CASH OLDC4144685 075896AB6 ? ? 5000 @ ? = 4600 0.2 → 10 bond',
    'cash KLM204822 MARGIN USD ? ? ? 0 @ ? = ? 1 → 0 cash USD',
    'total ? ? ? ? ? ? ? @ ? = ? ? → 78619.75',
  ]);
});

test('the Positions page: account and day above the table, another currency, no price, a disclaimer', () => {
  const { asOf, rows, issues } = read(fixture('positions-page.csv'));
  expect(asOf).toBe('2026-03-31');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'cash KLM205533 CASH USD ? ? ? 15250.4 @ ? = ? 1 → 15250.4 cash USD',
    'position KLM205533 CASH ILF 464287390 ? ? 100 @ ? = ? 34.69 → 3469 USD',
    'position KLM205533 CASH ? G8T49N214 ? ? 100 @ ? = ? 43.25 → 4325 USD',
    'position KLM205533 CASH ? 379LP0083 ? ? 50000 @ ? = ? ? → 50000 USD',
    'position KLM205533 CASH 4BRZ:DE D3R03V117 ? ? 100 @ ? = ? 40.2 → 4020 EUR',
    'position KLM205533 CASH ? G7151GAA7 ? ? 10000 @ ? = ? 129.09 → 12909 bond USD',
  ]);
});

describe('variations of one report', () => {
  const text = fixture('all-columns.csv');
  const full = read(text);
  const cells = readCells(text).filter((row) => row.length > 1);

  test('columns in any order read the same', () => {
    const width = cells[0].length;
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(width).keys()], { minLength: width }), (order) => {
        const moved = Papa.unparse(cells.map((row) => order.map((column) => row[column])));
        const strip = ({ rows }: typeof full) => rows.map((row) => ({ ...row, line: 0 }));
        expect(strip(read(moved))).toEqual(strip(full));
      }),
      { numRuns: 100 },
    );
  });

  test('columns left out never change what is still said', () => {
    const optional = ['Price', 'Unit Cost', 'Cost (Position)', 'Net Unrealized Gain/Loss', 'Fixed Income', 'Equity', 'Last Price', 'First Name', 'Settlement Date'];
    fc.assert(
      fc.property(fc.subarray(optional), (without) => {
        const kept = cells[0].flatMap((name, column) => (without.includes(name) ? [] : [column]));
        const { rows } = read(Papa.unparse(cells.map((row) => kept.map((column) => row[column]))));
        rows.forEach((row, k) => {
          const { kind, account, symbol, quantity, marketValue, assetType } = full.rows[k];
          expect(row).toMatchObject({ kind, account, symbol, quantity, marketValue, assetType });
          if (!without.includes('Price')) expect(row.price).toBe(full.rows[k].price);
          expect([full.rows[k].unitCost, null]).toContain(row.unitCost);
          expect([full.rows[k].costBasis, null]).toContain(row.costBasis);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('cut off anywhere: what is read is right, and the line that is cut is an issue', () => {
    const lines = text.split('\n');
    const last = (at: number) => lines.join('\n').slice(0, at).split('\n').at(-1) ?? '';
    fc.assert(
      fc.property(fc.nat(text.length), (at) => {
        const { rows, issues } = read(text.slice(0, at));
        // Within the last cell of a line nothing tells a shorter number from the true one.
        if (readCells(last(at))[0]?.length === cells[0].length) return;
        rows.forEach((row, k) => expect(row).toEqual(full.rows[k]));
        if (rows.length < full.rows.length) expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test('as a sheet, several sheets, and without the banner', () => {
    const sheet = sheetsFile([{ sheet: 'Cover', cells: [['Harbor']] }, { sheet: 'Sheet1', cells: readCells(text) }], 'a.xlsx');
    expect(pershingHoldings.recognizes(sheet)).toBeGreaterThan(0.9);
    expect(pershingHoldings.read(sheet).rows).toEqual(full.rows);
    const twice = sheetsFile([{ sheet: '1', cells }, { sheet: '2', cells }]);
    expect(pershingHoldings.recognizes(twice)).toBeGreaterThan(0.9);
    expect(pershingHoldings.read(twice).rows).toHaveLength(full.rows.length * 2);
  });

  test('rows that were deleted are missed', () => {
    const { issues } = read(text.replace(/^.*AAPL.*\n/m, ''));
    expect(issues).toMatchObject([{ code: 'H13', message: 'The file says that it has 10 rows; 9 were found.' }]);
  });

  test('without the column for cash its amount is unknown, not nothing', () => {
    const kept = cells[0].flatMap((name, column) => (name === 'Cash and Cash Equivalents' ? [] : [column]));
    const { rows } = read(Papa.unparse(cells.map((row) => kept.map((column) => row[column]))));
    expect(rows.filter(({ kind }) => kind === 'cash').map(({ quantity }) => quantity)).toEqual([null, null, null]);
  });
});

test('yesterday’s close is not taken for the price when the header of the price is lost', () => {
  const text = fixture('all-columns.csv').replace(',Last Date of Price,Price,', ',Last Date of Price,???,');
  const { rows, issues } = read(text);
  expect(rows.filter(({ kind }) => kind === 'position').map(({ price }) => price)).toEqual([null, null, null, null, null, null, null]);
  expect(issues).toMatchObject([{ code: 'H07', cell: 'A6', found: 'Last Price' }]);
});

describe('values in two currencies', () => {
  const text = fixture('positions-page.csv');
  const without = (name: string, from = text): string => {
    const cells = readCells(from);
    const column = cells.find((row) => row.includes(name))?.indexOf(name);
    return Papa.unparse(cells.map((row) => (row.length > 1 ? row.filter((_cell, k) => k !== column) : row)));
  };
  const valuesOf = (saved: string) => read(saved).rows.map(({ marketValue }) => marketValue);

  test('without the value in the position’s currency it follows from dollars and the rate', () => {
    expect(valuesOf(without('Market Value (Position CCY)'))).toEqual([15250.4, 3469, 4325, 50000, 4020, 12909]);
  });

  test('without the rate either, dollars are no euros', () => {
    expect(valuesOf(without('FX Rate (To USDE)', without('Market Value (Position CCY)')))).toEqual([15250.4, 3469, 4325, 50000, null, 12909]);
  });

  test('dollars may stand first', () => {
    const moved = text.replace('Market Value (USDE)', 'X').replace('Market Value (Position CCY)', 'Market Value (USDE)').replace(',X,', ',Market Value (Position CCY),').replace(',4020,100,', ',A,100,').replace(',5025,0,', ',4020,0,').replace(',A,100,', ',5025,100,');
    expect(valuesOf(moved)).toEqual([15250.4, 3469, 4325, 50000, 4020, 12909]);
  });
});

test('a total that rows do not add up to, and an account that nothing names', () => {
  const text = fixture('columns-moved-saved-again.csv');
  expect(read(text.replace('78619.75', '78619.99')).issues).toMatchObject([{ code: 'H13', cell: 'F13' }]);
  expect(read(text.replace('"Account Number"', '"Client"')).issues).toMatchObject([{ code: 'I03' }]);
});

test('one row among others that names no account is told by its own line', () => {
  expect(read(fixture('all-columns.csv').replace('2026-03-02,KLM204822,COVE', '2026-03-02,,COVE')).issues).toMatchObject([{ code: 'I03', cell: 'A13' }]);
});

test('a number that cannot be read is an issue with its cell', () => {
  const { rows, issues } = read(fixture('all-columns.csv').replace(',40,512.25', ',4O,512.25'));
  expect(rows[0].quantity).toBeNull();
  expect(issues).toMatchObject([{ code: 'I02', cell: 'J7', found: '4O', rowKey: 'VOO', accounts: ['KLM204411'] }]);
});

test('nothing to read is an issue, and other tables are not taken', () => {
  expect(read('Account Number\nKLM204411').issues).toMatchObject([{ code: 'I01' }]);
  const other = 'Account Number,Symbol,Quantity,Last Price,Current Value\nX1,VTI,3,290.00,870.00';
  expect(pershingHoldings.recognizes(textFile(other))).toBeLessThan(0.5);
  expect(pershingHoldings.recognizes(textFile(''))).toBe(0);
});
