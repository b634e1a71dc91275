import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookHeader } from '../../shared/book-file/header';
import { inFolder } from './fixtures/terminal';
import { spoolBook } from './spooled-book';

const lot = (accountId: string, symbol: string, more: object = {}): object => ({ holdings: { accountId, symbol, quantity: 5, ...more } });
const group = { groups: { group: 'Core' } };

async function spooled<Result>(lines: readonly (object | string)[], look: (path: string) => Promise<Result>): Promise<Result> {
  return inFolder(async (folder) => {
    const path = join(folder, 'book.rebal');
    writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return look(path);
  });
}

test('lots lie by account whatever their order in the file, and small tables in memory', async () => {
  await spooled([bookHeader({ asOf: '2026-11-20' }), lot('A', 'VTI'), lot('B', 'VTI'), group, lot('A', 'BND')], async (path) => {
    const book = await spoolBook(path);
    try {
      const symbols = (id: string) => book.rows.get(id).flat().map(([name, row]) => `${name} ${row.symbol}`);
      expect([symbols('A'), symbols('B'), symbols('X')]).toEqual([['holdings VTI', 'holdings BND'], ['holdings VTI'], []]);
      expect([...book.tables.keys()]).toEqual(['groups']);
      expect(book.asOf).toBe('2026-11-20');
    } finally {
      book.rows.close();
    }
  });
});

test('a row that is not as the contract says goes through unread', async () => {
  await spooled([bookHeader({}), lot('A', 'VTI', { quantity: 'five' })], async (path) => {
    const book = await spoolBook(path);
    book.rows.close();
    expect(book.unread).toEqual([['holdings', { accountId: 'A', symbol: 'VTI', quantity: 'five' }]]);
  });
});

test.each<[string, readonly (object | string)[], RegExp]>([
  ['a line that is none', [bookHeader({}), '{"holdings":{"accountId":"A"'], /line 2 is not a JSON object\. Maybe the file was cut off\.$/],
  ['fewer rows than the header counts', [bookHeader({ tables: { holdings: 2 } }), lot('A', 'VTI')], /^book\.rebal has 1 of the 2 rows of holdings that its header counts/],
  ['nothing', [], /is empty\. Maybe remove it/],
])('a book file with %s is refused: what cannot be read cannot be kept', async (_, lines, sentence) => {
  await spooled(lines, async (path) => { await expect(spoolBook(path)).rejects.toThrow(sentence); });
});

test('there need be none yet', async () => {
  const book = await spoolBook(undefined);
  book.rows.close();
  expect([book.tables.size, book.issues, book.asOf]).toEqual([0, [], undefined]);
});
