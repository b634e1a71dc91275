import { isLineCell } from './workbook/address';

/**
 * An issue says that an input is wrong. Issues are collected, never thrown: `stop` refuses the run,
 * `skip` leaves the named accounts out, `warn` and `info` are shown and the run goes on.
 */
export type Severity = 'stop' | 'skip' | 'warn' | 'info';

export interface Issue {
  /** Stable code of the check catalogue, `H04`. */
  readonly code: string;
  readonly severity: Severity;
  /** Contract table, `holdings`; absent when the workbook as a whole is meant. */
  readonly table?: string;
  /** Where the first instance lies, `Holdings` and `D7`. */
  readonly sheet?: string;
  readonly cell?: string;
  /** Key of the row in the user's words, `4471-0093 › VTI`. */
  readonly rowKey?: string;
  /** Header as the contract spells it, `Cost basis`. */
  readonly column?: string;
  /** The value found, as text. */
  readonly found?: string;
  /** What is wrong: what, the value, where. */
  readonly message: string;
  /** The way out; begins with "Maybe" when it is a guess. */
  readonly fix?: string;
  /** The corrected value, when one click could write it. */
  readonly suggested?: string | number;
  /** Accounts the issue touches; a `skip` without accounts touches those that depend on `symbol` or the row. */
  readonly accounts?: readonly string[];
  /** How many rows show the same problem. */
  readonly rows: number;
  /** Of a `skip`: the rows of the table that show it, as numbered in the sheet; absent when they are not known. */
  readonly lines?: readonly number[];
}

/** Severities from worst to mildest. */
export const severities: readonly Severity[] = ['stop', 'skip', 'warn', 'info'];

/** One line for a terminal: `Stop  M01  Models!C4  Growth sums to 90 %. Maybe …` */
export function formatIssue(issue: Issue): string {
  const place = issue.sheet ? `${issue.sheet}${issue.cell ? `${isLineCell(issue.cell) ? ' ' : '!'}${issue.cell}` : ''}` : 'Workbook';
  const many = issue.rows > 1 ? ` (${issue.rows} rows)` : '';
  return [issue.severity.padEnd(4), issue.code, place, `${issue.message}${many}`, issue.fix ?? ''].filter(Boolean).join('  ');
}
