import type { Cell, Region } from '../workbook/port';
import { locateTables, wantedRegions } from './locate';

const header: Cell[] = ['Account ID', 'Symbol', 'Quantity'];
const region = (sheet: string, table?: string, values: Cell[][] = [header, ['A', 'VTI', 1]]): Region => ({ sheet, table, top: 1, left: 1, values });
const locate = (...regions: Region[]) => locateTables({ regions, names: {}, date1904: false });

test('an rb_ table wins over another table, and that over a sheet', () => {
  const [sheet, other, own] = [region('Holdings'), region('Positions', 'Table1'), region('Anything', 'RB_HOLDINGS')];
  expect(locate(sheet, other, own).get('holdings')?.region).toBe(own);
  expect(locate(sheet, other).get('holdings')?.region).toBe(other);
  expect(locate(sheet).get('holdings')?.region).toBe(sheet);
});

test('the sheet\'s own name wins over an alias', () => {
  const [alias, own] = [region('Positions'), region('Holdings')];
  expect(locate(alias, own).get('holdings')?.region).toBe(own);
});

test('a banner above the header is stepped over', () => {
  const banner: Cell[][] = [['Positions for all accounts'], ['as of', 46346], [null, null], header, ['A', 'VTI', 1]];
  expect(locate(region('Holdings', undefined, banner)).get('holdings')?.headerIndex).toBe(3);
});

test('without a full header the best row is taken', () => {
  const values: Cell[][] = [['Report'], ['Account', 'Ticker', 'Quantty'], ['A', 'VTI', 1]];
  expect(locate(region('Holdings', undefined, values)).get('holdings')?.headerIndex).toBe(1);
});

test('an empty sheet is no table', () => {
  expect(locate(region('Holdings', undefined, [[null, null], ['', null]])).size).toBe(0);
});

test.each(['Trades', 'Scores', 'Exceptions', 'Data issues', 'Value added', 'Audit'])('our own sheet %s is never input', (sheet) => {
  expect(wantedRegions({ sheet })).toBe(false);
  expect(wantedRegions({ sheet, table: 'Holdings' })).toBe(false);
});

test('input sheets and tables are wanted, others are not', () => {
  expect(wantedRegions({ sheet: 'tax profiles' })).toBe(true);
  expect(wantedRegions({ sheet: 'Sheet1', table: 'rb_Settings' })).toBe(true);
  expect(wantedRegions({ sheet: 'Sheet1', table: 'tblPositions' })).toBe(true);
  expect(wantedRegions({ sheet: 'Holdings', table: 'rb_Trades' })).toBe(false);
  expect(wantedRegions({ sheet: 'Budget 2026' })).toBe(false);
});
