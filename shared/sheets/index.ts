import type { AuditRow, RunResult } from '../api/result';
import type { SheetContent } from '../workbook/port';
import { auditSheet } from './audit';
import { dataIssuesSheet } from './data-issues';
import { exceptionsSheet } from './exceptions';
import { scoresSheet } from './scores';
import { sheetContent } from './sheet';
import { tradesSheet } from './trades';

export { auditSheet, dataIssuesSheet, exceptionsSheet, scoresSheet, tradesSheet };

/** Every output sheet, in the order of the tabs. */
export const outputs = {
  trades: tradesSheet,
  exceptions: exceptionsSheet,
  scores: scoresSheet,
  dataIssues: dataIssuesSheet,
  audit: auditSheet,
} as const;

/** Most lines of the sheet of issues; the status line counts the rest. */
export const MOST_ISSUES = 2_000;

/** All output sheets of a run, ready for any workbook; `audit` is the whole record with the run's own row. */
export function outputSheets(result: RunResult, audit: readonly AuditRow[]): SheetContent[] {
  const status = statusLine(result);
  const dropped = result.dataIssues.length - MOST_ISSUES;
  const issues = result.dataIssues.slice(0, MOST_ISSUES);
  return [
    sheetContent(tradesSheet, result.trades, status),
    sheetContent(exceptionsSheet, result.exceptions, status),
    sheetContent(scoresSheet, result.scores, status),
    sheetContent(dataIssuesSheet, issues, dropped > 0 ? `${status} · ${dropped} more not shown` : status),
    sheetContent(auditSheet, audit, status),
  ];
}

/** `Run R-20261120-3f9a2c · as of 2026-11-20 · 214 accounts · 96 trades`. */
export function statusLine({ run }: Pick<RunResult, 'run'>): string {
  const parts = [`Run ${run.id}`, `as of ${run.asOf}`, count(run.accounts, 'account'), count(run.trades, 'trade')];
  return [...parts, ...(run.partial ? ['stopped early: only the finished accounts are here'] : [])].join(' · ');
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
