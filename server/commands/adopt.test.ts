import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetContent } from '../../shared/workbook/port';
import { ownSheets } from '../../shared/mapping/test-own-book';
import { filesIn, inFolder, rebal, writeBook } from './fixtures/terminal';

/** The book in its own words, as Excel tables with names of their own. */
const sheets = Object.entries(ownSheets).map(([sheet, [header, ...rows]]): SheetContent => ({
  sheet, table: `tbl${sheet.replace(' ', '')}`, frozenColumns: 0, tabColor: '#7F7F7F', rows,
  columns: header.map((title, at) => ({ header: String(title), kind: typeof rows[0][at] === 'number' ? 'number' : 'text', format: typeof rows[0][at] === 'number' ? '0.00' : '@', width: 12 })),
}));

test('without --out nothing is written; with it, only a copy', async () => {
  await inFolder(async (folder) => {
    const book = await writeBook(folder, sheets);
    const before = filesIn(folder);
    const shown = await rebal('adopt', book);
    expect(shown).toMatchObject({ status: 0, err: '' });
    expect(shown.out).toMatch(/would be mapped\. Nothing was written/);
    expect(filesIn(folder)).toEqual(before);
    const { out } = await rebal('adopt', book, '--out', join(folder, 'copy.xlsx'));
    expect(out).toMatch(/^Wrote .*copy\.xlsx: \d+ rows of rb_Map/m);
    expect({ ...filesIn(folder), 'copy.xlsx': undefined }).toEqual({ ...before, 'copy.xlsx': undefined });
    expect((await rebal('check', join(folder, 'copy.xlsx'), '--as-of', '2026-11-20')).out).not.toMatch(/^stop/m);
  });
});

test('prints the same as JSON', async () => {
  await inFolder(async (folder) => {
    const { out } = await rebal('adopt', await writeBook(folder, sheets), '--json');
    const { written, tables } = JSON.parse(out);
    expect(written).toBeNull();
    expect(tables[1]).toMatchObject({ table: 'Holdings', yourTable: 'tblTaxlots', mapped: true, missing: [] });
    expect(tables[1].columns).toContainEqual(expect.objectContaining({ column: 'Quantity', yourColumn: 'Shares held', mapped: true, change: null }));
  });
});

test('a core table that nothing looks like is said, with status 2', async () => {
  await inFolder(async (folder) => {
    const { out, status } = await rebal('adopt', await writeBook(folder, sheets.filter(({ sheet }) => sheet !== 'Policy')));
    expect(status).toBe(2);
    expect(out).toMatch(/^missing +Models: no table of the workbook looks like it/m);
  });
});

test('what is no workbook, or no proposal, is one line', async () => {
  await inFolder(async (folder) => {
    const text = join(folder, 'notes.xlsx');
    writeFileSync(text, 'not a workbook');
    expect(await rebal('adopt', text)).toMatchObject({ status: 2, out: '' });
    expect((await rebal('adopt', await writeBook(folder, sheets), '--accept', 'Nothing')).err).toMatch(/^--accept names "Nothing", which is not proposed\./);
  });
});
