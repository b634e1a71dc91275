import type { DataIssueRow } from '../../shared/api/result';
import { severities, type Issue } from '../../shared/issue';
import { issueRows } from '../../shared/sheets/issue-rows';

/** Issues as rows of the Data issues sheet, worst first, in a fixed order. */
export function dataIssueRows(issues: readonly Issue[]): DataIssueRow[] {
  const rank = (issue: Issue): number => severities.indexOf(issue.severity);
  const sorted = issues
    .map((issue, index) => ({ issue, index }))
    .sort((a, b) => rank(a.issue) - rank(b.issue) || (a.issue.code < b.issue.code ? -1 : a.issue.code > b.issue.code ? 1 : a.index - b.index));
  return issueRows(sorted.map(({ issue }) => issue));
}
