import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sheetsFile, textFile, type CustodianFile } from '../custodian-file';
import type { ImportFormat, ImportRow } from '../format';
import { readCells } from '../table/cells';
import { schwabLotDetails } from './lot-details';
import { schwabPositions } from './positions';
import { schwabRealizedLots } from './realized-lots';
import { schwabTransactions } from './transactions';

const formats: Readonly<Record<string, ImportFormat>> = {
  positions: schwabPositions,
  'lot-details': schwabLotDetails,
  'realized-lots': schwabRealizedLots,
  transactions: schwabTransactions,
};
const fixtures = Object.keys(formats).flatMap((layout) => {
  const folder = join(__dirname, 'fixtures', layout);
  return readdirSync(folder).map((name) => ({ layout, name, text: readFileSync(join(folder, name), 'utf8'), format: formats[layout] }));
});

const figures = (row: ImportRow) => Object.values(row).filter((value) => typeof value === 'number');
const csv = (rows: readonly (readonly string[])[], end = '\n') => rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(',')).join(end);

describe.each(fixtures)('$layout/$name', ({ layout, text, format }) => {
  const full = format.read(textFile(text));
  const rowsOf = (file: CustodianFile) => format.read(file).rows;

  test('only its own format recognizes it', () => {
    const sure = Object.keys(formats).filter((other) => formats[other].recognizes(textFile(text)) >= 0.5);
    expect(sure).toEqual([layout]);
    expect(format.recognizes(textFile(text))).toBeGreaterThanOrEqual(0.9);
  });

  test('cut off anywhere, no figure changes: rows are whole, or missing and said so', () => {
    const quoted = csv(readCells(text));
    fc.assert(
      fc.property(fc.nat(quoted.length), (length) => {
        const cut = textFile(quoted.slice(0, length));
        const { rows, issues } = format.read(cut);
        const known = new Map(full.rows.map((row) => [row.line, row]));
        for (const row of rows.filter(({ kind }) => kind !== 'skip' && kind !== 'total')) {
          const whole = known.get(row.line);
          expect(whole?.kind).toBe(row.kind);
          for (const key of ['quantity', 'costBasis', 'marketValue', 'proceeds', 'amount', 'gain', 'price', 'unitCost'] as const) {
            expect([null, whole?.[key]]).toContain(row[key]);
          }
        }
        expect(Array.isArray(issues)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('saved again: padded with commas, quoted everywhere, or as a sheet', () => {
    const cells = readCells(text);
    const width = Math.max(...cells.map(({ length }) => length)) + 2;
    const padded = cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
    expect(rowsOf(textFile(`\uFEFF${csv(padded, '\r\n')}\r\n`))).toEqual(full.rows);
    expect(rowsOf(sheetsFile([{ sheet: 'Notes', cells: [['mine']] }, { sheet: 'Export', cells: padded }]))).toEqual(full.rows);
  });

  test('days and numbers as a spreadsheet prints them', () => {
    const iso = (cell: string) => cell.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: [\d:]+)?$/, (_, month: string, day: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    const bare = (cell: string) => (/^-?\$[\d,.]+$/.test(cell) ? String(Number(cell.replace(/[$,]/g, ''))) : iso(cell));
    const cells = readCells(text).map((row) => row.map((cell) => bare(cell.trim())));
    expect(rowsOf(sheetsFile([{ cells }]))).toEqual(full.rows);
  });

  const isMoved = full.rows.some(({ kind, unitCost, costBasis }) => kind === 'lot' && unitCost !== null && costBasis === null);
  (isMoved ? test.skip : test)('columns in any order (skipped where cells stand below other columns than their own)', () => {
    const cells = readCells(text);
    const width = Math.max(...cells.map(({ length }) => length));
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(width).keys()], { minLength: width }), (order) => {
        const shuffled = cells.map((row) => (row.filter((cell) => cell.trim()).length <= 1 ? row : order.map((column) => row[column] ?? '')));
        expect(rowsOf(sheetsFile([{ cells: shuffled }])).map(figures)).toEqual(full.rows.map(figures));
      }),
      { numRuns: 60 },
    );
  });
});

const others = [
  ['checking account', 'Transactions  for Checking account EAC as of 12/23/2020 16:00:10 ET\n"Date","Type","Check #","Description","Withdrawal (-)","Deposit (+)","RunningBalance"\n"11/13/2020","TRANSFER","","Funds","$10.00","","$50.01"'],
  ['equity awards', '"Date","Action","Symbol","Description","Quantity","FeesAndCommissions","DisbursementElection","Amount","AwardDate","AwardId"\n"04/20/2026","Sale","QCLR","Share Sale","10","$4.48","","$207.02","",""'],
  ['equity awards of older years', '"Equity Awards transactions"\n"Date","Action","Symbol","Description","Quantity","Fees & Comm","Disbursement Election","Amount"\n"04/20/2022","Lapse","QCLR","RS","10","","",""'],
  ['balances', '"Balances for All-Accounts as of 02/17/2026 05:37 PM ET"\n"Individual ...641"\n"Cash & Cash Investments","$5.00"\n"Account Value","$5.00"'],
  ['1099', 'Account,XXXX-X724\nTax Year,2025\n\nForm,Box,Amount\n1099-DIV,1a,1234.56'],
  ['our own tables', 'Account ID,Date,Action,Symbol,Quantity,Amount\nA,2026-01-02,Buy,VTI,3,900'],
  ['our own holdings', 'Account ID,Symbol,Quantity,Cost basis,Acquired,Lot ID,Market value\nA,VTI,3,900,2026-01-02,L,910'],
] as const;

test.each(others)('%s is not taken for any of them', (_, text) => {
  for (const format of Object.values(formats)) expect(format.recognizes(textFile(text, 'x.csv'))).toBeLessThan(0.5);
});

test.each(Object.keys(formats))('%s without a header is an issue', (layout) => {
  expect(formats[layout].read(textFile('nothing here', 'a.csv'))).toMatchObject({ rows: [], issues: [{ code: 'I01', severity: 'stop' }] });
});
