import type { AuditRow, RunResult } from '../api/result';
import { outputSheets, outputs } from '.';
import { appendAudit, type AuditEntry } from './audit-chain';
import { readAudit } from './read-audit';
import { keepTyped } from '../workbook/sticky';
import type { Region, Workbook } from '../workbook/port';

/** Writes a run's output sheets in place: what people typed is kept by key, the audit trail goes on. Returns what was written. */
export async function writeResults(
  workbook: Workbook,
  result: RunResult,
  entry: AuditEntry,
  progress?: (done: number, total: number) => void,
): Promise<{ readonly result: RunResult; readonly audit: readonly AuditRow[] }> {
  const tables = new Map(Object.values(outputs).map(({ table }) => [table.toLowerCase(), table]));
  const { regions, date1904 } = await workbook.read(({ table }) => table !== undefined && tables.has(table.toLowerCase()));
  const region = (table: string): Region | undefined => regions.find((found) => found.table?.toLowerCase() === table.toLowerCase());
  const kept: RunResult = {
    ...result,
    trades: keepTyped(outputs.trades, result.trades, region(outputs.trades.table), date1904),
    exceptions: keepTyped(outputs.exceptions, result.exceptions, region(outputs.exceptions.table), date1904),
    dataIssues: keepTyped(outputs.dataIssues, result.dataIssues, region(outputs.dataIssues.table), date1904),
  };
  const before = readAudit(region(outputs.audit.table));
  const audit = [...before, appendAudit(before, entry)];
  await workbook.write(outputSheets(kept, audit), progress);
  return { result: kept, audit };
}
