import { expect, test } from '@jest/globals';
import { readTables } from '../contract/parse';
import { locateTables } from '../contract/locate';
import type { Cell, Region, WorkbookContent } from '../workbook/port';
import { locateMapped } from './locate-mapped';
import { mapRegion, ownBook, ownMap, ownSheets } from './test-own-book';

const withMap = (content: WorkbookContent, rows: readonly (readonly Cell[])[] = ownMap): WorkbookContent => ({ ...content, regions: [...content.regions, mapRegion(...rows)] });
const rowsOf = (content: WorkbookContent) => readTables(content).tables;

test('a book in its own words is read by its map', () => {
  const { tables, issues } = readTables(withMap(ownBook()));
  expect(issues).toEqual([]);
  expect(tables.accounts).toEqual([4471, 4471, 5530].map((_id, k) => expect.objectContaining({ row: k + 2, taxType: ['Taxable', 'Tax-free', 'Taxable'][k] })));
  expect(tables.holdings[0]).toEqual({ row: 2, accountId: '4471-0093', symbol: 'VTI', quantity: 120, costBasis: 18240, acquired: '2021-03-04' });
  expect(tables.models.map(({ target }) => target)).toEqual([0.5, 0.2, 0.3, 0.25, 0.75]);
});

test('the map comes before names: a sheet named Holdings is not read when another is mapped', () => {
  const decoy = [['Account ID', 'Symbol', 'Quantity'], ['1', 'OLD', 1]];
  expect(rowsOf(withMap(ownBook({ Holdings: decoy }))).holdings).toHaveLength(5);
});

test('a table that is gone stops the run, and nothing else takes its place', () => {
  const { issues, tables } = readTables(withMap(ownBook({ 'Tax lots': undefined, Holdings: [['Account ID', 'Symbol', 'Quantity'], ['1', 'OLD', 1]] })));
  expect(issues.filter(({ code }) => code === 'G01')).toEqual([expect.objectContaining({ severity: 'stop', table: 'holdings', found: 'Tax lots', message: 'Holdings is mapped to "Tax lots", which the workbook does not have.' })]);
  expect(tables.holdings).toEqual([]);
});

test('a column that is gone stops the run and is said once', () => {
  const prices = ownSheets.Prices.map((row, k) => (k === 0 ? ['Ticker', 'Quote today', 'Bucket'] : row));
  expect(readTables(withMap(ownBook({ Prices: prices }))).issues).toEqual([expect.objectContaining({ code: 'G02', severity: 'stop', sheet: 'Prices', column: 'Price', found: 'Quote' })]);
});

test('one table of the contract cannot be two of the user\'s', () => {
  const rows = [...ownMap, ['Holdings', 'Symbol', 'Prices', 'Ticker', null, null]];
  expect(locateMapped(withMap(ownBook(), rows).regions).issues).toEqual([expect.objectContaining({ code: 'G03', severity: 'stop', table: 'holdings', found: 'Tax lots, Prices' })]);
});

test('two tables of one sheet, below one another: the first ends before the title of the second', () => {
  const both = [...ownSheets.Prices, [], ['Policy weights'], ...ownSheets.Policy];
  const rows = ownMap.map((row) => row.map((cell, k) => (k === 2 && (cell === 'Prices' || cell === 'Policy') ? 'Reference' : cell)));
  const { tables, issues } = readTables(withMap(ownBook({ Prices: undefined, Policy: undefined, Reference: both }), rows));
  expect([tables.securities.length, tables.models.length, issues]).toEqual([3, 5, []]);
});

test('a table below that the map does not name ends the mapped one, and is reported', () => {
  const lots = [...ownSheets['Tax lots'], [], ['Client no', 'Ticker', 'Shares sold', 'Date sold', 'Proceeds'], ['4471-0093', 'VTI', 10, 46083, 2900]];
  const { tables, issues } = readTables(withMap(ownBook({ 'Tax lots': lots })));
  expect(tables.holdings).toHaveLength(5);
  expect(issues).toEqual([expect.objectContaining({ code: 'G15', severity: 'warn', cell: 'A8', message: 'Another table begins at row 8 of Tax lots and is not read as Holdings.' })]);
});

test('an Excel table is meant by its name, before a sheet of that name', () => {
  const table: Region = { sheet: 'Elsewhere', table: 'Prices', top: 3, left: 2, values: [['Ticker', 'Quote', 'Bucket'], ['VTI', 300, 'US equity']] };
  const content = withMap(ownBook());
  expect(locateTables({ ...content, regions: [...content.regions, table] }).get('securities')?.region.sheet).toBe('Elsewhere');
});

test('troubles name the user\'s own cells, also of values that stand in no column', () => {
  const rows = [...ownMap, ['Holdings', 'As of', 'Tax lots', 'someday', 'Fixed value', null]];
  const lots = ownSheets['Tax lots'].map((row, k) => (k === 2 ? ['4471-0093', 'BND', '#N/A', 31980, 45492, 1] : row));
  const { issues } = readTables(withMap(ownBook({ 'Tax lots': lots }), rows));
  expect(issues.map(({ code, cell }) => `${code} ${cell}`).sort()).toEqual(['G04 C3', 'G10 A2']);
});
