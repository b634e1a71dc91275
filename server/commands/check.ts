import { formatIssue } from '../../shared/issue';
import { readWorkbook } from './files';
import { allIssues, readBook, today } from './read-book';

/** `rebal check BOOK.xlsx`: every issue on a line of its own; status 2 when one of them stops a run. */
export async function check(path: string, { asOf }: { readonly asOf?: string }): Promise<{ readonly lines: readonly string[]; readonly status: 0 | 2 }> {
  const book = await readBook(await readWorkbook(path), asOf, today());
  const issues = allIssues(book);
  const rows = Object.values(book.tables).reduce((sum, table) => sum + (table?.length ?? 0), 0);
  const stops = issues.filter(({ severity }) => severity === 'stop').length;
  const skipped = new Set(issues.flatMap(({ severity, accounts = [] }) => (severity === 'skip' ? accounts : []))).size;
  const verdict = issues.length === 0 ? `No problems found in ${rows.toLocaleString('en-US')} rows.`
    : `${count(stops, 'thing')} ${stops === 1 ? 'stops' : 'stop'} a run. ${count(skipped, 'account')} would be skipped. ${count(issues.length, 'issue')} in ${rows.toLocaleString('en-US')} rows.`;
  return { lines: [...issues.map(formatIssue), verdict], status: stops > 0 ? 2 : 0 };
}

const count = (number: number, noun: string): string => `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
