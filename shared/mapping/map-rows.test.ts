import { expect, test } from '@jest/globals';
import { isMap, readMap } from './map-rows';
import { mapRegion, ownBook, ownMap } from './test-own-book';

test('a workbook without a map has no rows, and no issues', () => {
  expect(readMap(ownBook().regions)).toEqual({ rows: [], issues: [] });
  expect(isMap({ sheet: 'Anything', table: 'RB_MAP' })).toBe(true);
});

test('tables and columns are understood however they are spelled; blank rows are passed', () => {
  const region = mapRegion(['rb_Holdings', 'shares', 'Tax lots', 'Shares held', '/100', 'me'], [null, '', ' ', null, null, null], ['settings', 'Cash target', 'Rules', 'Cash goal', null, null]);
  const { rows, issues } = readMap([region]);
  expect(issues).toEqual([]);
  expect(rows).toEqual([
    { table: 'holdings', header: 'Quantity', yourTable: 'Tax lots', yourColumn: 'Shares held', change: '÷100', learnedFrom: 'me', sheet: 'Setup', row: 2 },
    { table: 'settings', header: 'Cash target', yourTable: 'Rules', yourColumn: 'Cash goal', change: 'None', learnedFrom: undefined, sheet: 'Setup', row: 4 },
  ]);
});

test('columns that an open table takes by any name are kept as they are written', () => {
  expect(readMap([mapRegion(['Exposures', 'Value factor', 'Betas', 'Val', null, null])]).rows).toMatchObject([{ table: 'exposures', header: 'Value factor' }]);
});

test.each([
  ['A2', 'Holdngs', ['Holdngs', 'Quantity', 'Tax lots', 'Shares held', null, null], 'Holdings'],
  ['B2', 'Quantty', ['Holdings', 'Quantty', 'Tax lots', 'Shares held', null, null], 'Quantity'],
  ['C2', '', ['Holdings', 'Quantity', null, 'Shares held', null, null], undefined],
  ['E2', 'halve', ['Holdings', 'Quantity', 'Tax lots', 'Shares held', 'halve', null], undefined],
])('a row that is not understood stops, with its cell %s', (cell, found, row, suggested) => {
  const { rows, issues } = readMap([mapRegion(row, ...ownMap)]);
  expect(rows).toHaveLength(ownMap.length);
  expect(issues).toEqual([expect.objectContaining({ code: 'G11', severity: 'stop', sheet: 'Setup', cell, found, suggested })]);
});
