import { definitionOf, settingsCatalogue, type TableName } from '../contract';
import type { Places } from '../contract/places';
import type { Issue, Severity } from '../issue';
import type { Finding } from './check';

interface Entry {
  readonly finding: Finding;
  readonly severity: Severity;
  rows: number;
  readonly accounts: Set<string>;
  /** Rows of the table; undefined for a finding without its row. */
  readonly lines: Set<number | undefined>;
}

/** Turns what a check found into issues: one per subject, at the first row, naming every account. */
export function gather(code: string, severity: Severity, findings: Iterable<Finding>, places: Places): Issue[] {
  const entries = new Map<string, Entry>();
  for (const finding of findings) {
    const { table, row, column } = finding;
    if (table !== undefined && column !== undefined && places.unread(table, row, column)) continue;
    const level = finding.severity ?? severity;
    const key = findingKey(finding, level);
    let entry = entries.get(key);
    if (!entry) entries.set(key, entry = { finding, severity: level, rows: 0, accounts: new Set(), lines: new Set() });
    entry.rows += 1;
    entry.lines.add(row);
    for (const account of finding.accounts ?? []) entry.accounts.add(account);
  }
  return [...entries.values()].map((entry) => toIssue(code, entry, places));
}

/** Findings of one check with one key are one issue. */
export const findingKey = (finding: Finding, level: Severity): string => `${level} ${finding.table ?? ''} ${subjectOf(finding, level)}`;

function subjectOf({ subject, accounts, column }: Finding, severity: Severity): string {
  if (subject !== undefined) return `subject ${subject}`;
  return severity === 'skip' ? `accounts ${(accounts ?? []).join(' ')}` : `column ${column ?? ''}`;
}

function toIssue(code: string, { finding, severity, rows, accounts, lines }: Entry, places: Places): Issue {
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
    ...(severity === 'skip' ? linesOf([...lines]) : {}),
  };
}

/** The rows of a skip, when all of them are known: only then can its doubt be kept to them. */
function linesOf(lines: readonly (number | undefined)[]): Pick<Issue, 'lines'> {
  const known = lines.filter((line) => line !== undefined);
  return known.length === lines.length ? { lines: known } : {};
}

/** The header of a property: the table's own column, a setting, or the added column itself. */
export function headerOf(table: TableName, column: string): string {
  const added: Readonly<Record<string, { readonly header: string }>> = table === 'settings' ? settingsCatalogue : {};
  return (definitionOf(table).columns[column] ?? added[column])?.header ?? column;
}
