import { severities } from '../../shared/issue';
import type { Issue, Severity } from '../../shared/issue';

/** Issues with one cause: the same check, wherever it struck. */
export interface IssueGroup {
  readonly code: string;
  readonly severity: Severity;
  /** The instance to show; the first in the workbook. */
  readonly first: Issue;
  readonly issues: readonly Issue[];
  readonly rows: number;
  readonly accounts: number;
}

/** Issues grouped by code and severity, worst first, then by how many rows they touch. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  return [...groups.values()]
    .map((members) => ({
      code: members[0].code,
      severity: members[0].severity,
      first: members[0],
      issues: members,
      rows: members.reduce((sum, { rows }) => sum + rows, 0),
      accounts: new Set(members.flatMap(({ accounts }) => accounts ?? [])).size,
    }))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.rows - a.rows || a.code.localeCompare(b.code));
}

/** Accounts that issues leave out of a run, each once. */
export function skippedAccounts(issues: readonly Issue[]): string[] {
  return [...new Set(issues.filter(({ severity }) => severity === 'skip').flatMap(({ accounts }) => accounts ?? []))];
}
