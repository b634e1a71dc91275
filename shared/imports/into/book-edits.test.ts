import { locateTables } from '../../contract/locate';
import { readTables } from '../../contract/parse';
import { MemoryWorkbook } from '../../workbook/memory';
import type { Cell } from '../../workbook/port';
import type { TableWrite } from '../preview';
import { bookEdits, lacksNeeded } from './book-edits';

const header: Cell[] = ['Acct', 'Ticker', 'Shares', 'Cost', 'Value', 'My note'];
const rows: Cell[][] = [
  ['A-1', 'VTI', 10, 2000, 2900, 'keep me'],
  ['A-1', 'BND', 50, 3600, 3650, 'old'],
  ['A-2', 'BND', 8, 590, 584, null],
];

/** A sheet with a banner above its header, and formulas where they are named. */
async function written(write: Partial<TableWrite>, formulas: string[] = [], values: Cell[][] = [['My holdings', null, null, null, null, null], header, ...rows]) {
  const workbook = new MemoryWorkbook({ regions: [{ sheet: 'Holdings', top: 1, left: 1, values }] }, { Holdings: formulas });
  const content = await workbook.read(() => true);
  const located = locateTables(content).get('holdings');
  const { edits, sheets, issues } = bookEdits([{ table: 'holdings', changed: [], added: [], gone: [], ...write }], () => located && { located, formulas: new Set(formulas) });
  await workbook.edit(edits);
  const after = await workbook.read(() => true);
  return { values: after.regions[0].values, tables: readTables(after).tables, sheets, issues };
}

test('cells change where the sheet has their columns, under whatever name; the others stay', async () => {
  const { values } = await written({ changed: [{ row: 3, cells: { quantity: 12, costBasis: 2500.5, marketValue: null } }] });
  expect(values).toEqual([['My holdings', null, null, null, null, null], header, ['A-1', 'VTI', 12, 2500.5, null, 'keep me'], rows[1], rows[2]]);
});

test('a row that goes is reused by a new one, and its notes with it go', async () => {
  const { values } = await written({ gone: [4], added: [{ accountId: 'A-1', symbol: 'GLD', quantity: 3 }, { accountId: 'A-1', symbol: 'IAU', quantity: 4 }] });
  expect(values.slice(2)).toEqual([rows[0], ['A-1', 'GLD', 3, null, null, null], rows[2], ['A-1', 'IAU', 4, null, null, null]]);
});

test('rows that go are cleared, and a blank row at the end is filled first', async () => {
  const { values, tables } = await written({ gone: [3], added: [] });
  expect(values[2]).toEqual([null, null, null, null, null, null]);
  expect(tables.holdings.map(({ symbol }) => symbol)).toEqual(['BND', 'BND']);
  const blank: Cell[] = [null, null, null, null, null, null];
  const filled = await written({ added: [{ accountId: 'A-1', symbol: 'GLD', quantity: 3 }] }, [], [header, rows[0], blank, blank]);
  expect(filled.values).toEqual([header, rows[0], ['A-1', 'GLD', 3, null, null, null], blank]);
});

test('a formula is never written over, and said with its place', async () => {
  const { values, issues } = await written({ changed: [{ row: 3, cells: { quantity: 12, marketValue: 5 } }, { row: 4, cells: { marketValue: 6 } }], gone: [5] }, ['E3', 'E4', 'E5', 'C3']);
  expect(values.slice(2)).toEqual([rows[0], rows[1], [null, null, null, null, 584, null]]);
  expect(issues.map(({ code, cell, column, rows: count }) => [code, cell, column, count])).toEqual([['I26', 'C3', 'Quantity', 1], ['I26', 'E3', 'Market value', 3]]);
  expect(issues[1].message).toBe('Market value at Holdings!E3 and 2 more is a formula and stays as it is.');
});

test('a column that the sheet lacks is said when numbers are lost by it', async () => {
  const { issues } = await written({ changed: [{ row: 3, cells: { acquired: '2020-01-02', source: 'f.csv', lotId: null } }], added: [{ accountId: 'A-1', symbol: 'GLD', quantity: 3, acquired: '2021-01-04' }] });
  expect(issues).toMatchObject([{ code: 'I30', column: 'Acquired', rows: 2, message: 'Holdings has no column Acquired, so 2 values were left out.' }]);
});

test('a table that is not there becomes a sheet', () => {
  const { sheets, edits } = bookEdits([{ table: 'transactions', changed: [], gone: [], added: [{ accountId: 'A-1', date: '2026-11-03', action: 'Buy', symbol: 'VTI', quantity: 1 }] }], () => undefined);
  expect(edits).toEqual([]);
  expect(sheets).toMatchObject([{ sheet: 'Transactions', table: 'rb_Transactions', rows: [['A-1', '2026-11-03', 'Buy', 'VTI', 1]] }]);
});

test('a sheet that lacks what every row needs is named', async () => {
  const located = locateTables({ regions: [{ sheet: 'Holdings', top: 1, left: 1, values: [['Account ID', 'Symbol']] }], names: {}, date1904: false }).get('holdings');
  expect(located && lacksNeeded(located)).toEqual(['Quantity']);
});
