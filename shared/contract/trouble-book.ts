import type { Issue, Severity } from '../issue';
import { severities } from '../issue';
import { definitionOf, type TableName } from '.';
import { affectedAccounts } from './affected';
import type { BookIndex } from './book-index';
import type { Trouble } from './cells/reading';
import { placeWords, type Place } from './places';

interface Entry {
  readonly trouble: Trouble;
  readonly table: TableName;
  readonly header: string;
  readonly place: Place;
  readonly rowKey?: string;
  rows: number;
  /** Rows kept only where accounts must be named. */
  readonly touched: object[];
}

/** Hears of each cell that has a trouble, before they are gathered. */
export type TroubleListener = (trouble: Trouble, table: TableName, header: string, place: Place) => void;

/** Collects what is wrong with cells: one issue per code, severity, table and column, with the first cell and the number of rows. */
export class TroubleBook {
  private readonly entries = new Map<string, Entry>();
  private readonly whole: Issue[] = [];

  constructor(private readonly heard?: TroubleListener) {}

  /** Adds the trouble of one cell; `row` is what could be read of its row. */
  add(trouble: Trouble, table: TableName, header: string, place: () => Place, row: object): void {
    const key = troubleKey(trouble, table, header);
    this.heard?.(trouble, table, header, place());
    let entry = this.entries.get(key);
    if (!entry) {
      entry = { trouble, table, header, place: place(), rowKey: rowKeyOf(table, row), rows: 0, touched: [] };
      this.entries.set(key, entry);
    }
    entry.rows += 1;
    if (trouble.severity === 'skip') entry.touched.push(row);
  }

  /** Adds an issue about a table or the workbook. */
  addIssue(issue: Issue): void {
    this.whole.push(issue);
  }

  /** All issues, worst first; `skip` issues name every account that must wait. */
  issues(index: BookIndex): Issue[] {
    const all = [...this.whole, ...[...this.entries.values()].map((entry) => toIssue(entry, index))];
    return all.map((issue, order) => ({ issue, order }))
      .sort((a, b) => severities.indexOf(a.issue.severity) - severities.indexOf(b.issue.severity) || a.order - b.order)
      .map(({ issue }) => issue);
  }
}

/** Troubles with one key are one issue. */
export const troubleKey = ({ code, severity }: Pick<Trouble, 'code' | 'severity'>, table: TableName, header: string): string => `${code}|${severity}|${table}|${header}`;

function toIssue({ trouble, table, header, place, rowKey, rows, touched }: Entry, index: BookIndex): Issue {
  const { accounts, severity } = skipped(trouble.severity, table, touched, index);
  return {
    code: trouble.code,
    severity,
    table,
    sheet: place.sheet,
    cell: place.cell,
    rowKey,
    column: header,
    found: trouble.found,
    message: sentence(header, trouble.says, place),
    fix: trouble.fix,
    suggested: trouble.suggested,
    accounts,
    rows,
    ...(severity === 'skip' ? { lines: touched.flatMap((row) => (row as { readonly row?: number }).row ?? []) } : {}),
  };
}

/** `Cost basis is "n/a", which is not a number, at Holdings!F12.` A clause with a semicolon keeps its place before it. */
function sentence(header: string, says: string, place: Place): string {
  const [claim, ...rest] = says.split('; ');
  return `${header} ${claim} at ${placeWords(place)}${rest.length > 0 ? `; ${rest.join('; ')}` : ''}.`;
}

/** A skip that touches nobody is a warning; one whose accounts nobody can name stops the run. */
function skipped(severity: Severity, table: TableName, rows: readonly object[], index: BookIndex): { accounts?: readonly string[]; severity: Severity } {
  if (severity !== 'skip') return { severity };
  const accounts = new Set<string>();
  for (const row of rows) {
    const touched = affectedAccounts(table, row, index);
    if (touched === undefined) return { severity: 'stop' };
    for (const account of touched) accounts.add(account);
  }
  return accounts.size > 0 ? { severity, accounts: [...accounts] } : { severity: 'warn' };
}

/** The words that identify a row: its account and symbol, or its key: `4471-0093 › VTI`. */
export function rowKeyOf(table: TableName, row: object): string | undefined {
  const definition = definitionOf(table);
  const required = Object.keys(definition.columns).filter((name) => definition.columns[name].required && ['text', 'list'].includes(definition.columns[name].type));
  const parts = required.map((name) => (row as Record<string, unknown>)[name]).filter((value) => typeof value === 'string' && value !== '');
  return parts.length > 0 ? parts.join(' › ') : undefined;
}
