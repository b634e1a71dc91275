import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { tableNames } from '../../shared/contract';
import { readTables } from '../../shared/contract/parse';
import { openXlsx } from '../xlsx';
import { refusedInOneLine } from './fixtures/refusal';
import { asOf, inFolder, rebal, sampleSheets, writeBook } from './fixtures/terminal';

describe('rebal template', () => {
  test('writes the core tables, and a check finds nothing but the examples', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'new.xlsx');
      expect(await rebal('template', out, '--as-of', asOf)).toEqual({ status: 0, err: '', out: `Wrote ${out}: Accounts, Holdings, Securities, Models. Example rows are ignored until they are changed.\n` });
      const { status, out: said } = await rebal('check', out);
      expect(status).toBe(0);
      expect(said.trimEnd().split('\n').slice(0, -1).map((line) => line.slice(0, 10))).toEqual(Array(4).fill('info  G19 '));
      const read = readTables(await (await openXlsx(new Uint8Array(readFileSync(out)))).read(() => true));
      expect([read.asOf, read.names.rb_Contract]).toEqual([asOf, '1.0']);
    });
  });

  test('adds what a workbook lacks, and leaves the rest', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder, sampleSheets((sheet) => (sheet.sheet === 'Models' ? undefined : sheet)));
      const out = join(folder, 'out.xlsx');
      expect((await rebal('template', out, '--tables', 'all', '--into', book)).out).toContain('Left as they are');
      const tables = (path: string) => openXlsx(new Uint8Array(readFileSync(path))).then(async (workbook) => readTables(await workbook.read(() => true)));
      const [before, after] = [await tables(book), await tables(out)];
      expect(tableNames.filter((name) => !after.places.has(name))).toEqual([]);
      expect(after.tables.holdings).toEqual(before.tables.holdings);
      expect(after.tables.accounts).toEqual(before.tables.accounts);
    });
  });

  test('refuses what it cannot do', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const out = join(folder, 'out.xlsx');
      expect(await refusedInOneLine(folder, 'template', out, '--tables', 'holdngs')).toBe('--tables names "holdngs", which is no table. Maybe it is holdings.');
      expect(await refusedInOneLine(folder, 'template', out, '--tables', ' , ')).toContain('names no table');
      expect(await refusedInOneLine(folder, 'template', out, '--tables', 'accounts', '--into', book)).toContain('has this table already: Accounts');
    });
  });
});
