import { expect, test } from '@jest/globals';
import type { Cell } from '../../workbook/port';
import { ownSheets, sheet } from '../test-own-book';
import { findBlocks } from './blocks';

const blocks = (values: readonly (readonly Cell[])[]) => findBlocks(sheet('Sheet1', values)).map(({ headerIndex, height, headers, rows }) => ({ headerIndex, height, headers: headers.map(({ header }) => header), rows: rows.length }));
const lots = ownSheets['Tax lots'];

test('a header below a banner, with blank rows, totals and notes around the rows', () => {
  const values = [['Lots of all clients'], ['As of 20 November', null, null], [], ...lots.slice(0, 3), [null], ...lots.slice(3), ['Total', null, 930, 1, null, null], [], ['Ask Sam about these lots']];
  expect(blocks(values)).toEqual([{ headerIndex: 3, height: 1, headers: lots[0], rows: 5 }]);
});

test('a header of two rows is read together where that says more', () => {
  const values = [['Client', 'Security', 'Cost', null], ['no', 'Ticker', 'Total', 'Per share'], ['4471-0093', 'VTI', 18240, 152]];
  expect(blocks(values)).toMatchObject([{ headerIndex: 1, height: 2, headers: ['Client no', 'Ticker', expect.stringMatching(/Total/), expect.stringMatching(/Per share/)] }]);
});

test('rows of words below a header are rows, not another header', () => {
  expect(blocks(ownSheets.Clients)).toEqual([{ headerIndex: 0, height: 1, headers: ownSheets.Clients[0], rows: 3 }]);
});

test('two tables below one another, and two side by side', () => {
  expect(blocks([...ownSheets.Prices, [], ...ownSheets.Policy]).map(({ rows }) => rows)).toEqual([3, 5]);
  const beside = ownSheets.Policy.map((row, k): Cell[] => [...(ownSheets.Prices[k] ?? [null, null, null]), null, ...row]);
  expect(blocks(beside).map(({ headers }) => headers.length)).toEqual([6, 3, 3]);
});

test('a header that is repeated begins no other table; titles are kept', () => {
  const [block, ...others] = findBlocks(sheet('Lots', [['Account 4471-0093'], ['Ticker', 'Shares held'], ['VTI', 1], ['Account 4471-0088'], ['Ticker', 'Shares held'], ['BND', 2]]));
  expect(others).toEqual([]);
  expect([block.titleAbove, block.titles, block.rows]).toEqual(['Account 4471-0093', [{ index: 3, text: 'Account 4471-0088' }], [['VTI', 1], ['BND', 2]]]);
});

test('an Excel table is one block, whatever its header', () => {
  expect(findBlocks({ sheet: 'A', table: 'T', top: 1, left: 1, values: [['x', 'y'], [1, 2]] })).toMatchObject([{ headerIndex: 0, rows: [[1, 2]] }]);
});
