import type { RunResult } from '../api/result';
import { outputSheets } from '.';
import { appendAudit, type AuditEntry } from './audit-chain';
import { readOutputs } from './previous-outputs';
import type { IsoDate } from '../units';
import type { Workbook } from '../workbook/port';

/** Writes a run's output sheets in place: what people typed is kept by key, the audit trail goes on. Resolves with what was written. */
export async function writeRun(
  workbook: Workbook,
  result: RunResult,
  entry: AuditEntry,
  today: IsoDate,
  progress?: (done: number, total: number) => void,
): Promise<RunResult> {
  const previous = await readOutputs(workbook, ['trades', 'exceptions', 'dataIssues', 'audit']);
  const whole = previous.keepRun(result, today);
  await workbook.write(outputSheets(whole, [...previous.audit, appendAudit(previous.audit, entry)]), progress);
  return whole;
}
