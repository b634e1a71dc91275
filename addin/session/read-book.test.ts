import { expect, it } from '@jest/globals';
import { severities } from '../../shared/issue';
import { sampleBook } from '../../shared/sample/sample-book';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import type { SheetContent } from '../../shared/workbook/port';
import type { OpenWorkbook } from './ports';
import { readBook } from './read-book';

const now = (): Date => new Date(2026, 10, 23, 9, 31);
async function read(change: (sheet: SheetContent) => SheetContent = (sheet) => sheet, names: Record<string, string> = { rb_AsOf: '2026-11-20' }) {
  const workbook = new MemoryWorkbook({ names });
  await workbook.write(sampleBook({ asOf: '2026-11-20' }).sheets.map(change));
  const steps: string[] = [];
  const book = await readBook(workbook as unknown as OpenWorkbook, now, () => steps.push('read'));
  return { ...book, steps };
}

it("is as of the workbook's day, else of today", async () => {
  expect((await read()).report).toMatchObject({ asOf: '2026-11-20', at: '09:31' });
  expect((await read(undefined, {})).report.asOf).toBe('2026-11-23');
});

it('finds the planted problems, worst first, and ways to mend them', async () => {
  const { report, steps } = await read();
  const ranks = report.issues.map(({ severity }) => severities.indexOf(severity));
  expect(ranks).toEqual([...ranks].sort());
  expect(report.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['H09', 'G08']));
  expect(report.repairs?.map(({ code }) => code)).toEqual(expect.arrayContaining(['H09', 'G08']));
  expect(report.accounts).toHaveLength(7);
  expect(steps).toEqual(['read']);
});

it('an account that only Holdings names is an issue, not an account left out', async () => {
  const { report } = await read((sheet) => {
    if (sheet.table !== 'rb_Holdings') return sheet;
    const at = sheet.columns.findIndex(({ header }) => header === 'Account ID');
    return { ...sheet, rows: [...sheet.rows, sheet.rows[0].map((cell, k) => (k === at ? 'X-9' : cell))] };
  });
  expect(report.issues.some(({ accounts }) => accounts?.includes('X-9'))).toBe(true);
  expect(report.skipped).not.toContain('X-9');
});
