import type { RunResult } from '../api/result';
import type { Tables } from '../contract';
import { outputSheets, statusLine } from '.';
import { appendAudit, type AuditEntry } from './audit-chain';
import { lastPricesContent } from './last-prices';
import { readOutputs } from './previous-outputs';
import type { IsoDate } from '../units';
import type { Workbook } from '../workbook/port';

/** Writes a run's output sheets in place: what people typed is kept by key, the audit trail goes on, and the prices of `tables` are kept for the next check. Resolves with what was written. */
export async function writeRun(
  workbook: Workbook,
  result: RunResult,
  entry: AuditEntry,
  today: IsoDate,
  progress?: (done: number, total: number) => void,
  tables?: Pick<Tables, 'securities'>,
): Promise<RunResult> {
  const previous = await readOutputs(workbook, ['trades', 'exceptions', 'dataIssues', 'audit']);
  const whole = previous.keepRun(result, today);
  const prices = tables && lastPricesContent(tables, result.run.asOf, statusLine(whole));
  await workbook.write([...outputSheets(whole, [...previous.audit, appendAudit(previous.audit, entry)]), ...(prices ? [prices] : [])], progress);
  return whole;
}
