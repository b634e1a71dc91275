import { expect, it } from '@jest/globals';
import type { Tables } from '../../shared/contract';
import type { Issue } from '../../shared/issue';
import { dataIssuesSheet, tradesSheet } from '../../shared/sheets';
import { readAudit } from '../../shared/sheets/read-audit';
import { readRows } from '../../shared/sheets/read-rows';
import { runResult } from '../../shared/sheets/test-result';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import type { OpenWorkbook } from './ports';
import type { CheckedBook } from './read-book';
import { writeRun } from './write-run';

const now = new Date(2026, 10, 20, 9, 31);
const result = runResult(2);
const [{ accountId }] = result.trades;
const issue: Issue = { code: 'H04', severity: 'warn', sheet: 'Holdings', cell: 'D7', column: 'Cost basis', message: 'Cost basis is "n/a".', rows: 1 };

async function written(serviceIssues: readonly string[], issues: readonly Issue[], asked = 1) {
  const workbook = new MemoryWorkbook();
  const sent = { ...result, trades: result.trades.map((trade) => ({ ...trade, account: null })), dataIssues: serviceIssues.map((code) => ({ ...result.dataIssues[0], code, cell: null })) };
  const book = { tables: { accounts: [{ accountId, accountName: 'Rivera Trust' }], securities: [] } as unknown as Tables, regions: [], report: { issues } } as unknown as CheckedBook;
  await writeRun(workbook as unknown as OpenWorkbook, { result: sent, book, asked }, now, () => undefined);
  const { regions } = await workbook.read(() => true);
  const region = (table: string) => regions.find((one) => one.table === table);
  return { trades: readRows(tradesSheet, region('rb_Trades')), issues: readRows(dataIssuesSheet, region('rb_DataIssues')), audit: readAudit(region('rb_Audit')) };
}

it('puts account names back, which never left the workbook', async () => {
  const { trades } = await written([], []);
  expect(trades.filter((trade) => trade.accountId === accountId).map(({ account }) => account)).toEqual(expect.arrayContaining(['Rivera Trust']));
  expect(trades.map(({ account }) => account)).not.toContain('');
});

it("the local check's line, which knows the cell, stands for the service's; what only the service found follows", async () => {
  const { issues } = await written(['H04', 'S99'], [issue]);
  expect(issues.map(({ code, cell }) => [code, cell])).toEqual([['H04', 'Holdings!D7'], ['S99', null]]);
});

it('is one line of the record', async () => {
  const { audit } = await written([], []);
  expect(audit).toMatchObject([{ no: 1, action: 'Run', runId: result.run.id, whenLocal: '2026-11-20 09:31:00' }]);
});
