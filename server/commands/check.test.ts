import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { SheetContent } from '../../shared/workbook/port';
import { check } from './check';
import { asOf, filesIn, inFolder, rebal, sampleSheets, writeBook } from './fixtures/terminal';

/** The sheet with one header spelled another way; undefined takes the column out. */
function respelled(sheet: SheetContent, header: string, other: string | undefined): SheetContent {
  const at = sheet.columns.findIndex((column) => column.header === header);
  const keep = (_: unknown, index: number): boolean => other !== undefined || index !== at;
  const columns = sheet.columns
    .map((column, index) => (index === at && other !== undefined ? { ...column, header: other } : column))
    .filter(keep);
  return { ...sheet, columns, rows: sheet.rows.map((row) => row.filter(keep)) };
}

describe('a book that lacks what a run needs: status 2, each lack on a line of its own, and nothing is written', () => {
  const core = ['Accounts', 'Holdings', 'Securities', 'Models'];

  test.each(core)('the table %s', async (missing) => {
    await inFolder(async (folder) => {
      const book = await writeBook(
        folder,
        sampleSheets((sheet) => (sheet.sheet === missing ? undefined : sheet)),
      );
      const { lines, status } = await check(book, { asOf });
      expect(status).toBe(2);
      expect(lines[0]).toBe(
        `stop  G01  ${missing}  The workbook has no table rb_${missing} and no sheet "${missing}" with a header row.  Add the sheet ${missing}, or map a table of yours to it.`,
      );
      expect(lines.at(-1)).toMatch(/^(1 thing stops|\d+ things stop) a run\./);
      const before = filesIn(folder);
      const run = await rebal('run', book, '--as-of', asOf, '--out', join(folder, 'out.xlsx'), '--json', join(folder, 'out.json'));
      expect(run).toMatchObject({ status: 2, out: '' });
      const [first, ...stops] = run.err.trimEnd().split('\n');
      expect(first).toMatch(/book\.xlsx can't be run: (one thing stops|\d+ things stop) it\.$/);
      expect(stops).toEqual(lines.filter((line) => line.startsWith('stop')));
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test.each<[string, string, string | undefined, string]>([
    ['Accounts', 'Tax type', 'Tax tpye', 'Maybe it is called "Tax tpye".'],
    ['Holdings', 'Quantity', 'Quantity held today', 'Maybe it is called "Quantity held today".'],
    ['Securities', 'Price', undefined, 'Add a column with the header "Price".'],
    ['Models', 'Target %', 'Trget', 'Maybe it is called "Trget".'],
  ])('the column of %s: %s', async (sheetName, header, other, fix) => {
    await inFolder(async (folder) => {
      const book = await writeBook(
        folder,
        sampleSheets((sheet) => (sheet.sheet === sheetName ? respelled(sheet, header, other) : sheet)),
      );
      const { lines, status } = await check(book, { asOf });
      expect(status).toBe(2);
      expect(lines[0]).toBe(`stop  G02  ${sheetName}!A1  ${sheetName} has no column "${header}".  ${fix}`);
    });
  });
});

test('targets typed as 42 for 42 % are not divided in silence: the run stops, and the way out is said', async () => {
  await inFolder(async (folder) => {
    const hundredfold = (sheet: SheetContent): SheetContent => {
      const at = sheet.columns.findIndex(({ header }) => header === 'Target %');
      return { ...sheet, rows: sheet.rows.map((row) => row.map((cell, index) => (index === at ? Number(cell) * 100 : cell))) };
    };
    const book = await writeBook(
      folder,
      sampleSheets((sheet) => (sheet.table === 'rb_Models' ? hundredfold(sheet) : sheet)),
    );
    const { lines, status } = await check(book, { asOf });
    expect(status).toBe(2);
    expect(lines.filter((line) => /^stop +M01 .*percentages/.test(line)).length).toBeGreaterThan(0);
    expect(lines.filter((line) => /^warn +G08 .*Maybe .* is meant/.test(line)).length).toBeGreaterThan(0);
  });
});

describe('a book that can be run', () => {
  test('every planted problem is on a line with its cell, worst first, and the verdict counts as the run does', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const { lines, status } = await check(book, { asOf });
      expect(status).toBe(0);
      expect(lines.slice(0, -1).map((line) => line.split(/\s+/).slice(0, 2).join(' '))).toEqual([
        'skip H01',
        'warn G08',
        'warn H09',
        'warn S02',
        'warn M01',
        'warn R04',
      ]);
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/^\w+ +[A-Z]\d\d {2}[A-Z][\w ]*![A-Z]+\d+ {2}\S/);
      expect(lines.at(-1)).toBe('0 things stop a run. 1 account would be skipped. 6 issues in 154 rows.');
      expect((await rebal('run', book, '--as-of', asOf)).out).toContain('· 1 skipped ·');
    });
  });

  test('nothing wrong is said as such', async () => {
    await inFolder(async (folder) => {
      const text = (header: string) => ({ header, kind: 'text' as const, format: '@', width: 12 });
      const number = (header: string) => ({ header, kind: 'number' as const, format: '0.00', width: 12 });
      const sheet = (name: string, columns: SheetContent['columns'], rows: SheetContent['rows']): SheetContent => ({
        sheet: name,
        table: `rb_${name}`,
        columns,
        rows,
        frozenColumns: 0,
        tabColor: '#2E75B6',
      });
      const book = await writeBook(folder, [
        sheet('Accounts', [text('Account ID'), text('Tax type'), text('Model')], [['7', 'Tax-free', 'All stock']]),
        sheet(
          'Holdings',
          [text('Account ID'), text('Symbol'), number('Quantity')],
          [
            ['7', 'VTI', 10],
            ['7', 'CASH', 50],
          ],
        ),
        sheet('Securities', [text('Symbol'), number('Price'), text('Asset class')], [['VTI', 290, 'US equity']]),
        sheet('Models', [text('Model'), text('Component'), number('Target %')], [['All stock', 'VTI', 1]]),
      ]);
      expect(await check(book, { asOf })).toEqual({ status: 0, lines: ['No problems found in 5 rows.'] });
    });
  });
});
