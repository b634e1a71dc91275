import type { DataIssueRow, RunResult } from '../../shared/api/result';
import type { Tables } from '../../shared/contract';
import type { Issue } from '../../shared/issue';
import { localDay } from '../../shared/local-day';
import { issueRows } from '../../shared/sheets/issue-rows';
import { runEntry } from '../../shared/sheets/run-entry';
import { writeRun as writeSheets } from '../../shared/sheets/write-run';
import type { OpenWorkbook } from './ports';
import type { CheckedBook } from './read-book';

/** A finished run, ready to be written. */
export interface FinishedRun {
  readonly result: RunResult;
  readonly book: CheckedBook;
  /** Accounts asked for. */
  readonly asked: number;
}

/** Writes all output sheets of a run, with the names and cells that only this workbook knows. Resolves with what was written. */
export function writeRun(
  workbook: OpenWorkbook,
  { result, book, asked }: FinishedRun,
  now: Date,
  progress: (done: number, total: number) => void,
): Promise<RunResult> {
  const named = withLocalNames({ ...result, dataIssues: runIssues(result, book.report.issues) }, book.tables);
  return writeSheets(workbook, named, runEntry(result.run, now, asked), localDay(now), progress, book.tables);
}

/** The result with account names, which never left the workbook. */
function withLocalNames(result: RunResult, { accounts }: Tables): RunResult {
  const names = new Map(accounts.map(({ accountId, accountName }) => [accountId, accountName]));
  const named = <Row extends { readonly accountId: string; readonly account: string | null }>(row: Row): Row => ({
    ...row,
    account: names.get(row.accountId) ?? row.account,
  });
  return { ...result, trades: result.trades.map(named), scores: result.scores.map(named), exceptions: result.exceptions.map(named) };
}

/** The local check knows the cells, so its lines stand for the service's; what only the service found follows. */
function runIssues(result: RunResult, issues: readonly Issue[]): DataIssueRow[] {
  const local = issueRows(issues);
  const known = new Set(local.map(({ code }) => code));
  return [...local, ...result.dataIssues.filter(({ code }) => !known.has(code))];
}
