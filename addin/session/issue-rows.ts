import type { DataIssueRow } from '../../shared/api/result';
import type { Issue, Severity } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';

const words: Readonly<Record<Severity, DataIssueRow['severity']>> = { stop: 'Stop', skip: 'Skip', warn: 'Warn', info: 'Info' };

/** Issues as lines of the Data issues sheet. A problem that the sheet already knew keeps the day it was first seen. */
export function issueRows(issues: readonly Issue[], today: IsoDate, firstSeen: ReadonlyMap<string, IsoDate> = new Map()): DataIssueRow[] {
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
    firstSeen: firstSeen.get(issueKey(issue.code, issue.sheet, issue.column)) ?? today,
  }));
}

/** What makes two lines the same problem, wherever its first cell has moved. */
export const issueKey = (code: string, sheet?: string | null, column?: string | null): string =>
  [code, sheet ?? '', column ?? ''].join(' ');
