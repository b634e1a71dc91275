import { expect, it } from '@jest/globals';
import type { Issue } from '../../shared/issue';
import { MOST_ISSUES } from '../../shared/sheets';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import type { SheetContent } from '../../shared/workbook/port';
import type { OpenWorkbook } from './ports';
import type { CheckReport } from './state';
import { writeCheck } from './write-check';

const now = new Date(2026, 10, 20, 9, 31);
const issue = (more: Partial<Issue> = {}): Issue => ({ code: 'H04', severity: 'warn', sheet: 'Tax lots', cell: 'D7', column: 'Cost basis', message: 'Cost basis is "n/a".', rows: 1, ...more });

class Watched extends MemoryWorkbook {
  readonly written: SheetContent[] = [];
  override async write(sheets: readonly SheetContent[]): Promise<void> {
    this.written.push(...sheets);
    await super.write(sheets);
  }
}
const check = (workbook: Watched, issues: readonly Issue[]): Promise<void> =>
  writeCheck(workbook as unknown as OpenWorkbook, { at: '09:31', asOf: '2026-11-19', issues } as CheckReport, now, () => undefined);

it('a clean check makes no sheet', async () => {
  const workbook = new Watched();
  await check(workbook, []);
  expect(workbook.written).toEqual([]);
});

it('but clears the one of the check before', async () => {
  const workbook = new Watched();
  await check(workbook, [issue()]);
  await check(workbook, []);
  expect(workbook.written.map(({ rows }) => rows.length)).toEqual([1, 0]);
});

it('links to the cell, whatever the sheet is called, and says when it was and as of when', async () => {
  const workbook = new Watched();
  await check(workbook, [issue(), issue({ code: 'G01', sheet: undefined, cell: undefined })]);
  const [{ rows, columns, heading }] = workbook.written;
  const at = columns.findIndex(({ header }) => header === 'Cell');
  expect(rows.map((row) => row[at])).toEqual(["'Tax lots'!D7", null]);
  expect(heading?.status).toBe('Checked 2026-11-20 09:31 · as of 2026-11-19 · 2 problems');
});

it('says how many lines a sheet would not have been read to the end for', async () => {
  const workbook = new Watched();
  await check(workbook, Array.from({ length: MOST_ISSUES + 1200 }, (_, k) => issue({ cell: `D${k + 2}` })));
  const [{ rows, heading }] = workbook.written;
  expect(rows).toHaveLength(MOST_ISSUES);
  expect(heading?.status).toMatch(/ · 1,200 more not shown$/);
});
