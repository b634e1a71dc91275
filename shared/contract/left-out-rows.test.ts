import { expect, test } from '@jest/globals';
import type { Cell } from '../workbook/port';
import { blankRows, exampleRow, noteRows, placeOf, totalRows } from './left-out-rows';
import type { Located } from './locate';

const located = (values: Cell[][], more: object = {}): Located =>
  ({ name: 'holdings', headerIndex: 0, region: { sheet: 'Tax lots', top: 4, left: 2, values }, ...more }) as unknown as Located;
const table = located([['Account ID', 'Symbol', 'Quantity'], ['A', 'VTI', 5], ['', '', ''], [null, 'Grand total', 5], [null, null, null], [null, ' As of Friday ', null]]);

test('a total is named where it stands, and repeated headers at their first cell', () => {
  expect(totalRows(table, [3, 9])).toMatchObject({ code: 'G15', table: 'holdings', sheet: 'Tax lots', cell: 'C7', rows: 2, found: 'Grand total', message: 'Row 7 of Tax lots holds "Grand total" and is left out.' });
  expect(totalRows(table, [0])).toMatchObject({ cell: 'B4', found: 'Account ID' });
});

test('a note is quoted without the spaces around it', () => {
  expect(noteRows(table, [5])).toMatchObject({ code: 'G15', severity: 'warn', cell: 'C9', found: 'As of Friday', message: expect.stringContaining('holds the note "As of Friday" below the table') });
});

test('one blank row is a sentence of its own, several are counted', () => {
  expect(blankRows(table, [2])).toMatchObject({ code: 'G13', cell: 'B6', rows: 1, message: 'Row 6 of Tax lots is blank and is ignored.' });
  expect(blankRows(table, [2, 4])).toMatchObject({ rows: 2, message: '2 blank rows of Tax lots are ignored, the first is row 6.' });
});

test("a template's example is named by its row", () => expect(exampleRow(table, 1)).toMatchObject({ code: 'G19', severity: 'info', cell: 'B5', rows: 1 }));

test('a column that the map adds has no cell of its own: the row begins its place', () => {
  expect(placeOf(table, 5, 2).cell).toBe('D5');
  expect(placeOf(located([], { adopted: { width: 2 } }), 5, 2).cell).toBe('B5');
});
