import { expect, test } from '@jest/globals';
import type { Cell, Region } from '../workbook/port';
import { auditSheet } from './audit';
import { readAudit } from './read-audit';
import { readRows } from './read-rows';
import { tradesSheet } from './trades';

const region = (...values: Cell[][]): Region => ({ sheet: 'Trades', table: 'rb_Trades', top: 5, left: 1, values });

test('columns are found by header wherever the user has moved them, and his own are passed over', () => {
  const rows = readRows(tradesSheet, region(['My mark', ' symbol ', 'ACCOUNT ID'], ['x', 'VTI', '4471']));
  expect(rows).toEqual([{ symbol: 'VTI', accountId: '4471' }]);
});

test('blank rows are no rows; a zero and a FALSE are something', () => {
  const rows = readRows(tradesSheet, region(['Symbol', 'Quantity', 'Approve'], ['', null, null], [null, 0, null], [null, null, false]));
  expect(rows).toEqual([{ symbol: null, quantity: 0, approve: null }, { symbol: null, quantity: null, approve: false }]);
});

test('a sheet that is not there has no rows', () => {
  expect(readRows(tradesSheet, undefined)).toEqual([]);
  expect(readAudit(undefined)).toEqual([]);
});

test('the record reads text columns as text, since a hash covers what was written', () => {
  const [header, cells] = [auditSheet.columns.map(({ header }) => header), auditSheet.columns.map(({ key }): Cell => (key === 'scope' ? 4471 : key === 'no' ? 1 : null))];
  expect(readAudit(region(header, cells))[0]).toMatchObject({ no: 1, scope: '4471', note: null });
});
