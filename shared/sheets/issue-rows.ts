import type { DataIssueRow } from '../api/result';
import type { Issue, Severity } from '../issue';

const words: Readonly<Record<Severity, DataIssueRow['severity']>> = { stop: 'Stop', skip: 'Skip', warn: 'Warn', info: 'Info' };

/** Issues as lines of the Data issues sheet, in their order; the day each was first seen is known when the sheet is written. */
export function issueRows(issues: readonly Issue[]): DataIssueRow[] {
  return issues.map((issue) => ({
    severity: words[issue.severity],
    sheet: issue.sheet ?? null,
    cell: issue.cell ?? null,
    rowKey: issue.rowKey ?? null,
    column: issue.column ?? null,
    found: issue.found ?? null,
    problem: issue.message,
    suggested: issue.suggested === undefined ? (issue.fix ?? null) : String(issue.suggested),
    apply: false,
    rowsAffected: issue.rows,
    code: issue.code,
    firstSeen: null,
  }));
}

/** What makes two lines the same problem, wherever its first cell has moved. */
export const issueKey = (code: string, sheet?: string | null, column?: string | null): string =>
  [code, sheet ?? '', column ?? ''].join(' ');
