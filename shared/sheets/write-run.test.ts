import { expect, test } from '@jest/globals';
import type { DataIssueRow } from '../api/result';
import { MemoryWorkbook } from '../workbook/memory';
import { outputs } from '.';
import { verifyAudit } from './audit-chain';
import { readAudit } from './read-audit';
import { runEntry } from './run-entry';
import { runResult } from './test-result';
import { writeRun } from './write-run';

const [issue] = runResult(1).dataIssues;
const found = (changes: Partial<DataIssueRow>): DataIssueRow => ({ ...issue, firstSeen: null, ...changes });

test('an issue keeps its first day for as long as it is there, wherever its row moves', async () => {
  const workbook = new MemoryWorkbook();
  const days = async (dataIssues: readonly DataIssueRow[], today: string) => {
    const result = { ...runResult(1), dataIssues };
    const written = await writeRun(workbook, result, runEntry(result.run, new Date(0), 1), today);
    return written.dataIssues.map(({ firstSeen }) => firstSeen);
  };
  expect(await days([found({})], '2026-11-20')).toEqual(['2026-11-20']);
  const moved = [found({ cell: 'D99' }), found({ code: 'H99' }), found({ column: 'Another' })];
  expect(await days(moved, '2026-11-23')).toEqual(['2026-11-20', '2026-11-23', '2026-11-23']);
  await days([], '2026-11-23');
  expect(await days([found({})], '2026-11-24')).toEqual(['2026-11-24']);
});

test('every run adds a line to the audit trail, and the chain holds', async () => {
  const workbook = new MemoryWorkbook();
  const result = runResult(2);
  for (const day of ['2026-11-20', '2026-11-23']) await writeRun(workbook, result, runEntry(result.run, new Date(day), 7, 'book.xlsx 9f86'), day);
  const { regions } = await workbook.read(({ table }) => table === outputs.audit.table);
  const audit = readAudit(regions[0]);
  expect(audit.map(({ no }) => no)).toEqual([1, 2]);
  expect(audit[1].fileAndSha256).toBe('book.xlsx 9f86');
  expect(verifyAudit(audit)).toBeUndefined();
});
