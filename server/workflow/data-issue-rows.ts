import type { DataIssueRow } from '../../shared/api/result';
import { severities, type Issue, type Severity } from '../../shared/issue';

const words: Readonly<Record<Severity, DataIssueRow['severity']>> = { stop: 'Stop', skip: 'Skip', warn: 'Warn', info: 'Info' };

/** Issues as rows of the Data issues sheet, worst first, in a fixed order. */
export function dataIssueRows(issues: readonly Issue[]): DataIssueRow[] {
  const rank = (issue: Issue): number => severities.indexOf(issue.severity);
  return issues.map((issue, index) => ({ issue, index }))
    .sort((a, b) => rank(a.issue) - rank(b.issue) || (a.issue.code < b.issue.code ? -1 : a.issue.code > b.issue.code ? 1 : a.index - b.index))
    .map(({ issue }) => dataIssueRow(issue));
}

function dataIssueRow(issue: Issue): DataIssueRow {
  return {
    severity: words[issue.severity],
    sheet: issue.sheet ?? null,
    cell: issue.cell ?? null,
    rowKey: issue.rowKey ?? null,
    column: issue.column ?? null,
    found: issue.found ?? null,
    problem: issue.message,
    suggested: issue.suggested === undefined ? issue.fix ?? null : String(issue.suggested),
    apply: false,
    rowsAffected: issue.rows,
    code: issue.code,
    firstSeen: null,
  };
}
