import { expect, test } from '@jest/globals';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bookLines } from '../../shared/book-file/book-lines';
import { sampleTables } from '../../shared/sample/sample-book';
import { asOf, inFolder, writeBook } from './fixtures/terminal';
import { isBookFile, openBook } from './open-book';

const lines = `${[...bookLines({ tables: sampleTables({ asOf }), asOf: '2026-11-19', currency: 'USD', accounts: ['4471-0093'] })].join('\n')}\n`;

test('a book is known by what it holds, not by its name', async () => {
  await inFolder(async (folder) => {
    const [plain, packed, workbook, odd] = ['book.txt', 'book.bin', 'table.rebal.xlsx', 'empty.rebal'].map((name) => join(folder, name));
    writeFileSync(plain, `\uFEFF${lines}`);
    writeFileSync(packed, gzipSync(lines));
    renameSync(await writeBook(folder), workbook);
    writeFileSync(odd, '');
    expect(await Promise.all([plain, packed, workbook, odd].map(isBookFile))).toEqual([true, true, false, true]);
    for (const path of [plain, packed]) expect((await openBook(path, undefined)).tables.accounts).toHaveLength(7);
    expect((await openBook(workbook, undefined)).workbook).toBeDefined();
  });
});

test("the day is the option's, else the file's; what else the header says is kept", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'book.rebal');
    writeFileSync(path, lines);
    expect(await openBook(path, undefined)).toMatchObject({ asOf: '2026-11-19', currency: 'USD', accounts: ['4471-0093'] });
    expect((await openBook(path, asOf)).asOf).toBe(asOf);
    await expect(openBook(path, '2026-02-30')).rejects.toThrow(/2026-02-30/);
  });
});

test('a file that was cut off while it was packed is said in a sentence', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'book.rebal.gz');
    const packed = gzipSync(lines);
    writeFileSync(path, packed.subarray(0, packed.length >> 1));
    await expect(openBook(path, undefined)).rejects.toThrow(`${path} can't be unpacked: its gzip is damaged. Maybe it was cut off.`);
  });
});

test.each([['gone.xlsx', /^There is no file /], ['.', /is a folder/]])('%s is said in a sentence', async (name, sentence) => {
  await inFolder(async (folder) => {
    await expect(openBook(join(folder, name), undefined)).rejects.toThrow(sentence);
  });
});
