import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Cell, SheetContent } from '../../shared/workbook/port';
import { readFileSync, writeFileSync } from 'node:fs';
import { openXlsx } from '../xlsx';
import { refusedInOneLine } from './fixtures/refusal';
import { asOf, inFolder, rebal, sampleSheets, writeBook } from './fixtures/terminal';

/** The sample with some cells of a sheet changed, by header and row of the table. */
const spoiled = (sheet: string, header: string, change: (value: Cell, row: number) => Cell): SheetContent[] =>
  sampleSheets((content) => {
    if (content.sheet !== sheet) return content;
    const at = content.columns.findIndex((column) => column.header === header);
    // A column of text takes numbers and text alike.
    const columns = content.columns.map((column, index) => (index === at ? { ...column, kind: 'text' as const, format: '@' } : column));
    return { ...content, columns, rows: content.rows.map((row, r) => row.map((value, index) => (index === at ? change(value, r) : value))) };
  });

const spaced = (): SheetContent[] => spoiled('Holdings', 'Symbol', (value, row) => (row < 3 ? ` ${String(value)}` : value));

describe('rebal check --fix', () => {
  test('mends the sample’s lost zeros and typed spaces, lists each cell, and then has nothing left to do', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'out.xlsx');
      const first = await rebal('check', await writeBook(folder, spaced()), '--fix', out, '--as-of', asOf);
      expect(first.out).toMatch(/Holdings!B2 {2}" \w+" → \w+\n/);
      expect(first.out).toMatch(/Mended \d+ cells\. Wrote /);
      expect(first.out).toMatch(/Proposed, and not written; name them with --codes:\n {2}G08 /);
      const again = await rebal('check', out, '--fix', join(folder, 'again.xlsx'), '--as-of', asOf);
      expect(again.out).toContain('Nothing was mended.');
      expect(again.out).not.toMatch(/^(warn|skip|stop) +(G07|H09)/m);
      expect(again.out).toMatch(/^warn +G08/m);
    });
  });

  test('mends only the codes that are named', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'out.xlsx');
      await rebal('check', await writeBook(folder, spaced()), '--fix', out, '--codes', 'g08', '--as-of', asOf);
      const { out: said } = await rebal('check', out, '--as-of', asOf);
      expect(said).not.toMatch(/ G08 /);
      expect(said).toMatch(/ G07 /);
    });
  });

  test('mends what is ticked on Data issues, and the sheet then lists what is left', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder, spaced());
      const ran = join(folder, 'ran.xlsx');
      expect(await rebal('run', book, '--out', ran, '--as-of', asOf)).toMatchObject({ status: 0 });
      const workbook = await openXlsx(new Uint8Array(readFileSync(ran)));
      const { regions: [issues] } = await workbook.read(({ table }) => table === 'rb_DataIssues');
      const [code, apply] = ['Code', 'Apply'].map((header) => issues.values[0].indexOf(header));
      const line = issues.values.findIndex((row) => row[code] === 'G07');
      await workbook.edit([{ sheet: issues.sheet, table: issues.table, cells: [{ row: issues.top + line, column: issues.left + apply, value: true, kind: 'boolean' }] }]);
      writeFileSync(ran, await workbook.save());
      const out = join(folder, 'out.xlsx');
      const { out: said } = await rebal('check', ran, '--fix', out, '--ticked', '--as-of', asOf);
      expect(said).toMatch(/^Mended 3 cells/m);
      const after = await (await openXlsx(new Uint8Array(readFileSync(out)))).read(({ table }) => table === 'rb_DataIssues');
      const codes = after.regions[0].values.slice(1).map((row) => row[code]);
      expect(codes).not.toContain('G07');
      expect(codes).toContain('G08');
    });
  });

  test('refuses options that make no sense', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const out = join(folder, 'out.xlsx');
      expect(await refusedInOneLine(folder, 'check', book, '--codes', 'H09')).toContain('need --fix');
      expect(await refusedInOneLine(folder, 'check', book, '--fix', out, '--codes', 'zeros')).toContain('not "ZEROS"');
      expect(await refusedInOneLine(folder, 'check', book, '--fix', out, '--codes', 'H09', '--ticked')).toContain('exclude');
      expect(await refusedInOneLine(folder, 'check', book, '--fix', out, '--ticked')).toContain('No line of Data issues is ticked');
    });
  });
});
