import { expect, test } from '@jest/globals';
import { readTables } from './parse';

const book = (merged?: readonly string[]) => ({
  names: {}, date1904: false,
  regions: [{
    sheet: 'My accounts', table: 'rb_Accounts', top: 3, left: 2, merged,
    values: [['Account ID', 'Tax type', 'Model', 'Own note'], ['A-1', 'Taxable', 'Growth', null], ['A-2', 'Taxable', null, null]],
  }],
});

test('merged cells among the rows are named; banners, headers and other columns are left alone', () => {
  const codes = (merged: readonly string[]) => readTables(book(merged)).issues.filter(({ code }) => code === 'G15');
  expect(codes(['B1:E1', 'B3:C3', 'E4:E5'])).toEqual([]);
  expect(codes(['D4:D5', 'B5:C5'])).toMatchObject([{
    severity: 'warn', cell: 'D4', found: 'D4:D5', rows: 2,
    message: "Cells 'My accounts'!D4:D5 are merged: the first holds the value, the others are read as blank.",
  }]);
});
