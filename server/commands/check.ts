import { counted } from '../../shared/counted';
import { formatIssue, type Issue } from '../../shared/issue';
import { suspensions } from '../workflow/suspensions';
import { openBook } from './open-book';
import { allIssues, type ReadBook } from './read-book';

/** What a check says; status 2 when an issue stops a run. */
export interface Checked {
  readonly lines: readonly string[];
  readonly status: 0 | 2;
}

/** `rebal check BOOK.xlsx`, or `book.rebal`: every issue on a line of its own; status 2 when one of them stops a run. */
export async function check(path: string, { asOf }: { readonly asOf?: string }): Promise<Checked> {
  const book = await openBook(path, asOf);
  return checkLines(book, allIssues(book));
}

/** The issues of a book and the verdict. */
export function checkLines(book: ReadBook, issues: readonly Issue[]): Checked {
  const rows = Object.values(book.tables).reduce((sum, table) => sum + (table?.length ?? 0), 0);
  const stops = issues.filter(({ severity }) => severity === 'stop').length;
  const verdict = issues.length === 0 ? `No problems found in ${counted(rows, 'row')}.`
    : `${counted(stops, 'thing')} ${stops === 1 ? 'stops' : 'stop'} a run. ${counted(skipped(book, issues), 'account')} would be skipped. ${counted(issues.length, 'issue')} in ${counted(rows, 'row')}.`;
  return { lines: [...issues.map(formatIssue), verdict], status: stops > 0 ? 2 : 0 };
}

/** Accounts that a run would leave out: an issue may also name numbers that are no account, and accounts that no run decides. */
function skipped({ tables }: ReadBook, issues: readonly Issue[]): number {
  const suspended = suspensions(issues);
  const decided = tables.accounts.filter(({ status }) => status !== 'Closed' && status !== 'Held away');
  return new Set(decided.flatMap(({ accountId }) => (suspended.has(accountId) ? [accountId] : []))).size;
}
