import { expect, test } from '@jest/globals';
import { readTables } from '../contract/parse';
import { MemoryWorkbook } from '../workbook/memory';
import { acceptance, mapSheet, newRows, proposeAdoption, writeMap } from './adopt';
import { proposeMap } from './guess/propose-map';
import { isMap, readMap } from './map-rows';
import { readInput } from './read-input';
import { ownBook, ownSheets } from './test-own-book';

const hundredfold = ownSheets.Policy.map((row, k) => [row[0], row[1], k === 0 ? row[2] : Number(row[2]) * 100]);

test('a book is adopted: written once, read by its map, and settled from then on', async () => {
  const workbook = new MemoryWorkbook(ownBook());
  const proposal = await proposeAdoption(workbook);
  expect(await writeMap(workbook, proposal, newRows(proposal, acceptance([], proposal)))).toBe(true);
  const { tables, issues } = readTables(await readInput(workbook));
  expect([issues, tables.holdings.length, tables.models.length]).toEqual([[], 5, 5]);
  const again = await proposeAdoption(workbook);
  expect(await writeMap(workbook, again, newRows(again, acceptance([], again)))).toBe(false);
});

test('a change is written once a person has said so, for a column, a table or all', () => {
  const proposal = proposeMap(ownBook({ Policy: hundredfold }));
  const changeWith = (...words: readonly string[]) => newRows(proposal, acceptance(words, proposal)).find(({ contractColumn }) => contractColumn === 'Target %')?.change;
  expect([changeWith(), changeWith('models.target %'), changeWith('Models'), changeWith('all'), changeWith('Holdings')]).toEqual(['None', '÷100', '÷100', '÷100', 'None']);
});

test('each row says where it comes from', () => {
  const proposal = proposeMap(ownBook());
  const [guessed] = newRows(proposal, acceptance([], proposal));
  const [said] = newRows(proposal, acceptance(['Accounts'], proposal));
  expect([guessed.learnedFrom, said.learnedFrom]).toEqual([expect.stringMatching(/^Guess, \d\d % sure: the header says “/), expect.stringMatching(/^You accepted it, \d\d % sure: /)]);
});

test('words that name nothing are told', () => {
  const proposal = proposeMap(ownBook());
  expect(acceptance(['holdings', 'Holdngs', 'Holdings.Quantity'], proposal).unknown).toEqual(['Holdngs']);
});

test('rows of the map that nobody touched stay', async () => {
  const workbook = new MemoryWorkbook();
  const kept = { table: 'settings', header: 'Cash target', yourTable: 'Rules', yourColumn: 'Cash goal', change: '÷100', sheet: 'Setup', row: 2 } as const;
  const other = { ...kept, header: 'Band', yourColumn: 'Range' };
  await workbook.write([mapSheet([kept, other], [{ contractTable: 'Settings', contractColumn: 'Band', yourTable: 'Rules', yourColumn: 'Room', change: 'None' }])]);
  const { rows } = readMap((await workbook.read(isMap)).regions);
  expect(rows.map(({ header, yourColumn, change }) => [header, yourColumn, change])).toEqual([['Cash target', 'Cash goal', '÷100'], ['Band', 'Room', 'None']]);
});
