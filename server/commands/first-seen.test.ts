import { expect, test } from '@jest/globals';
import type { DataIssueRow } from '../../shared/api/result';
import { outputSheets } from '../../shared/sheets';
import { runResult } from '../../shared/sheets/test-result';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import { withFirstSeen } from './first-seen';

const [issue] = runResult(1).dataIssues;
const found = (changes: Partial<DataIssueRow>): DataIssueRow => ({ ...issue, firstSeen: null, ...changes });

test('an issue keeps its first day for as long as it is there, wherever its row moves', async () => {
  const workbook = new MemoryWorkbook();
  const days = async (issues: readonly DataIssueRow[], today: string) =>
    (await withFirstSeen(workbook, issues, today)).map(({ firstSeen }) => firstSeen);
  const write = async (issues: readonly DataIssueRow[], today: string) =>
    workbook.write(outputSheets({ ...runResult(1), dataIssues: await withFirstSeen(workbook, issues, today) }, []));
  expect(await days([found({})], '2026-11-20')).toEqual(['2026-11-20']);
  await write([found({})], '2026-11-20');
  expect(await days([found({ cell: 'D99' }), found({ code: 'H99' }), found({ column: 'Another' })], '2026-11-23')).toEqual([
    '2026-11-20',
    '2026-11-23',
    '2026-11-23',
  ]);
  await write([], '2026-11-23');
  expect(await days([found({})], '2026-11-24')).toEqual(['2026-11-24']);
});
