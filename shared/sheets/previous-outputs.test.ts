import { expect, test } from '@jest/globals';
import type { DataIssueRow } from '../api/result';
import { MemoryWorkbook } from '../workbook/memory';
import type { Cell } from '../workbook/port';
import { dataIssuesSheet, tradesSheet } from '.';
import { readOutputs } from './previous-outputs';
import { sheetContent } from './sheet';
import { runResult } from './test-result';

const result = runResult(3);
const [first, today] = ['2026-11-02', '2026-11-20'];
const issue = (more: Partial<DataIssueRow> = {}): DataIssueRow => ({ ...result.dataIssues[0], ...more });

async function after(content: (workbook: MemoryWorkbook) => Promise<void>) {
  const workbook = new MemoryWorkbook();
  await content(workbook);
  return readOutputs(workbook, ['trades', 'exceptions', 'dataIssues', 'audit']);
}

test('an issue keeps the day it was first seen; a new one is of today', async () => {
  const old = issue({ code: 'H04', sheet: 'Holdings', column: 'Cost basis', firstSeen: first });
  const previous = await after((workbook) => workbook.write([sheetContent(dataIssuesSheet, [old], '')]));
  const kept = previous.keepIssues([{ ...old, firstSeen: today, cell: 'D99' }, issue({ code: 'S02', firstSeen: today })], today);
  expect(kept.map(({ code, firstSeen }) => [code, firstSeen])).toEqual([['H04', first], ['S02', today]]);
});

test('what people typed beside a trade survives a run', async () => {
  const { trades } = result;
  const previous = await after(async (workbook) => {
    await workbook.write([sheetContent(tradesSheet, trades, '')]);
    const { regions: [{ values, top, left }] } = await workbook.read(({ table }) => table === tradesSheet.table);
    const at = (header: string): number => values[0].indexOf(header) + left;
    const cell = (header: string, value: Cell) => ({ row: top + 1, column: at(header), value, kind: 'text' as const });
    await workbook.edit([{ sheet: tradesSheet.sheet, table: tradesSheet.table, cells: [cell('Note', 'Call first')] }]);
  });
  const { trades: [kept, ...others] } = previous.keepRun(result, today);
  expect(kept.note).toBe('Call first');
  expect(others.map(({ note }) => note)).not.toContain('Call first');
});

test('a workbook without outputs changes nothing, and says that it has none', async () => {
  const previous = await after(async () => undefined);
  expect([previous.audit, previous.hasIssuesSheet]).toEqual([[], false]);
  expect(previous.keepRun(result, today).trades).toEqual(result.trades);
});

test('a sheet is known by its table, whatever its name is now', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.write([sheetContent(dataIssuesSheet, [issue()], '')]);
  const { regions: [region] } = await workbook.read(() => true);
  const renamed = new MemoryWorkbook({ regions: [{ ...region, sheet: 'Zu prüfen', table: 'RB_DATAISSUES' }] });
  expect((await readOutputs(renamed, ['dataIssues'])).hasIssuesSheet).toBe(true);
});
