import { expect, test } from '@jest/globals';
import { readTables } from '../../contract/parse';
import { MemoryWorkbook } from '../../workbook/memory';
import type { RegionName } from '../../workbook/port';
import { readInput } from '../read-input';
import { mapRegion, ownBook, ownMap } from '../test-own-book';
import { suggestMapping } from './suggest';

test('what is missing comes with the guess: tables, and columns of tables that are there', async () => {
  const workbook = new MemoryWorkbook(ownBook());
  const issues = await suggestMapping(workbook, readTables(await readInput(workbook)).issues);
  const said = issues.map(({ code, table, column, suggested }) => [code, table, column, suggested]);
  expect(said).toEqual(expect.arrayContaining([
    ['G01', 'accounts', undefined, 'Clients'], ['G01', 'models', undefined, 'Policy'],
    ['G02', 'holdings', 'Quantity', 'Shares held'], ['G02', 'securities', 'Price', 'Quote'],
  ]));
  expect(issues.find(({ code }) => code === 'G01')?.fix).toMatch(/^Maybe it is "Clients" \(\d\d % sure\); adopt the workbook to say so\.$/);
});

test('where nothing is missing, the rest of the workbook is not looked at', async () => {
  const workbook = new MemoryWorkbook({ regions: [...ownBook().regions, mapRegion(...ownMap)] });
  const { issues } = readTables(await readInput(workbook));
  const unread = { read: (_wanted: (region: RegionName) => boolean) => Promise.reject(new Error('The workbook was read')) };
  expect(await suggestMapping(unread, issues)).toBe(issues);
});
