import { definitionOf, settingsCatalogue, type TableName } from '../contract';
import type { Places } from '../contract/places';
import type { Issue, Severity } from '../issue';
import type { Finding } from './check';

interface Entry {
  readonly finding: Finding;
  readonly severity: Severity;
  rows: number;
  readonly accounts: Set<string>;
}

/** Turns what a check found into issues: one per subject, at the first row, naming every account. */
export function gather(code: string, severity: Severity, findings: Iterable<Finding>, places: Places): Issue[] {
  const entries = new Map<string, Entry>();
  for (const finding of findings) {
    const { table, row, column } = finding;
    if (table !== undefined && column !== undefined && places.unread(table, row, column)) continue;
    const level = finding.severity ?? severity;
    const key = `${level} ${table ?? ''} ${subjectOf(finding, level)}`;
    let entry = entries.get(key);
    if (!entry) entries.set(key, entry = { finding, severity: level, rows: 0, accounts: new Set() });
    entry.rows += 1;
    for (const account of finding.accounts ?? []) entry.accounts.add(account);
  }
  return [...entries.values()].map((entry) => toIssue(code, entry, places));
}

function subjectOf({ subject, accounts, column }: Finding, severity: Severity): string {
  if (subject !== undefined) return `subject ${subject}`;
  return severity === 'skip' ? `accounts ${(accounts ?? []).join(' ')}` : `column ${column ?? ''}`;
}

function toIssue(code: string, { finding, severity, rows, accounts }: Entry, places: Places): Issue {
  const { table, row, column, rowKey, found, message, fix, suggested } = finding;
  return {
    code,
    severity,
    table,
    ...(table === undefined ? {} : places.cell(table, row, column)),
    rowKey,
    column: table === undefined || column === undefined ? undefined : headerOf(table, column),
    found: found === undefined ? undefined : String(found),
    message,
    fix,
    suggested,
    accounts: accounts.size > 0 ? [...accounts] : undefined,
    rows,
  };
}

/** The header of a property: the table's own column, a setting, or the added column itself. */
function headerOf(table: TableName, column: string): string {
  const added: Readonly<Record<string, { readonly header: string }>> = table === 'settings' ? settingsCatalogue : {};
  return (definitionOf(table).columns[column] ?? added[column])?.header ?? column;
}
