import type { DataIssueRow, RunResult } from '../../shared/api/result';
import type { Issue } from '../../shared/issue';
import { outputSheets } from '../../shared/sheets';
import { appendAudit } from '../../shared/sheets/audit-chain';
import type { IsoDate } from '../../shared/units';
import { runEntry } from './audit-entry';
import { issueRows } from './issue-rows';
import { localDay } from './local-day';
import { withLocalNames } from './local-names';
import { readOutputs } from './previous-outputs';
import type { OpenWorkbook } from './ports';
import type { CheckedBook } from './read-book';

/** A finished run, ready to be written. */
export interface FinishedRun {
  readonly result: RunResult;
  readonly book: CheckedBook;
  /** Accounts asked for. */
  readonly asked: number;
}

/** Writes all output sheets of a run: names filled in, what people typed kept, the audit trail continued. Resolves with what was written. */
export async function writeRun(
  workbook: OpenWorkbook,
  { result, book, asked }: FinishedRun,
  now: Date,
  progress: (done: number, total: number) => void,
): Promise<RunResult> {
  const previous = await readOutputs(workbook, ['trades', 'exceptions', 'dataIssues', 'audit']);
  const dataIssues = runIssues(result, book.report.issues, localDay(now), previous.issuesSeen);
  const whole = previous.keepRun(withLocalNames({ ...result, dataIssues }, book.tables));
  const audit = [...previous.audit, appendAudit(previous.audit, runEntry(result.run, now, asked))];
  await workbook.write(outputSheets(whole, audit), progress);
  return whole;
}

/** The local check knows the cells, so its lines stand for the service's; what only the service found follows. */
function runIssues(result: RunResult, issues: readonly Issue[], today: IsoDate, seen: ReadonlyMap<string, IsoDate>): DataIssueRow[] {
  const local = issueRows(issues, today, seen);
  const known = new Set(local.map(({ code }) => code));
  const others = result.dataIssues.filter(({ code }) => !known.has(code));
  return [...local, ...others.map((row) => ({ ...row, firstSeen: row.firstSeen ?? today }))];
}
