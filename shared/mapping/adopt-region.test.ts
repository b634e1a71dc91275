import { expect, test } from '@jest/globals';
import type { Cell } from '../workbook/port';
import { adoptRegion } from './adopt-region';
import { findHeaderOf } from './header-rows';
import { fieldsOf, readMap } from './map-rows';
import { looseHeader } from '../contract/match';
import { mapRegion, sheet } from './test-own-book';

/** A sheet "Lots" read by rows of the map for Holdings: contract column, your column, change. */
function adopt(values: readonly (readonly Cell[])[], ...rows: readonly (readonly Cell[])[]) {
  const region = sheet('Lots', values);
  const { rows: mapped } = readMap([mapRegion(...rows.map(([column, own, change]) => ['Holdings', column, 'Lots', own, change ?? null, null]))]);
  const header = findHeaderOf(values, new Set(mapped.filter(({ change }) => change !== 'Fixed value' && change !== 'Section title' && change !== 'Left aside').map(({ yourColumn }) => looseHeader(yourColumn))), false);
  if (!header) throw new Error('There is no header');
  return adoptRegion(region, header, mapped, { fields: fieldsOf('holdings'), end: values.length, beside: new Set() });
}

test('headers become those of the contract, cells are changed, and the rest stays', () => {
  const { region, adopted } = adopt([['My lots', null, null], ['Paper', 'Pieces', 'Paid'], ['VTI', 120, -18240]], ['Symbol', 'Paper'], ['Quantity', 'Pieces'], ['Cost basis', 'Paid', '×−1']);
  expect(region.values).toEqual([['My lots', null, null], ['Symbol', 'Quantity', 'Cost basis'], ['VTI', 120, 18240]]);
  expect([...adopted.altered]).toEqual(['Cost basis']);
  expect(adopted).toMatchObject({ width: 3, closed: false, missing: new Set() });
});

test('a fixed value stands in every row that holds something, beyond the columns of the sheet', () => {
  const { region, adopted } = adopt([['Paper', 'Pieces'], ['VTI', 120], [null, null], ['BND', 4]], ['Symbol', 'Paper'], ['Quantity', 'Pieces'], ['Account ID', '4471-0093', 'Fixed value']);
  expect(region.values.map((cells) => cells[2])).toEqual(['Account ID', '4471-0093', null, '4471-0093']);
  expect(adopted.width).toBe(2);
});

test('a section title names the account of the rows below it, up to the next; repeated headers are passed', () => {
  const { region, adopted } = adopt(
    [['Account 4471-0093', null], ['Paper', 'Pieces'], ['VTI', 120], ['Account 4471-0088', null], ['Paper', 'Pieces'], ['BND', 7]],
    ['Symbol', 'Paper'], ['Quantity', 'Pieces'], ['Account ID', null, 'Section title'],
  );
  expect([2, 5].map((row) => region.values[row][2])).toEqual(['4471-0093', '4471-0088']);
  expect([...adopted.passed]).toEqual([3, 4]);
});

test('what the map names, no other column can be; nor can what it leaves aside', () => {
  const { region } = adopt([['Ticker', 'Paper', 'Shares', 'Value'], ['x', 'VTI', 120, 1]], ['Symbol', 'Paper'], ['Market value', 'Value', 'Left aside']);
  expect(region.values[0]).toEqual([null, 'Symbol', 'Shares', null]);
});

test('a column of the map that is not there is missing', () => {
  expect([...adopt([['Paper'], ['VTI']], ['Symbol', 'Paper'], ['Quantity', 'Pieces']).adopted.missing]).toEqual(['Quantity']);
});
