import { counted } from '../../shared/counted';
import { accountExplainer, sections, shownValue, type ExplainedLine } from '../../shared/explain';
import { effectiveSettingsRows, effectiveSettingsSheet } from '../../shared/sheets/effective-settings';
import { sheetContent } from '../../shared/sheets/sheet';
import { newXlsx } from '../xlsx';
import { CommandError } from './command-error';
import { checkWritable, writeFiles } from './files';
import { openBook } from './open-book';
import { allIssues, type ReadBook } from './read-book';

export interface ExplainOptions {
  readonly account: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** `rebal explain BOOK.xlsx --account X`, or `book.rebal`: what holds for an account, and the level and cell of every value. */
export async function explain(path: string, { account, asOf, json, out }: ExplainOptions): Promise<readonly string[]> {
  if (out !== undefined) await checkWritable(out);
  const book = await openBook(path, asOf);
  const lines = linesOf(book, account);
  if (out !== undefined) {
    const status = `Account ${account} · as of ${book.asOf} · ${counted(lines.filter(({ changed }) => changed).length, 'line')} set by somebody`;
    // A book file has no sheets: what is explained gets a workbook of its own.
    const workbook = book.workbook ?? newXlsx();
    await workbook.write([sheetContent(effectiveSettingsSheet, effectiveSettingsRows(account, lines), status)]);
    await writeFiles([{ path: out, bytes: await workbook.save() }]);
  }
  if (json) return [JSON.stringify({ account, asOf: book.asOf, lines }, null, 2)];
  return [...explained(account, book.asOf, lines), ...(out === undefined ? [] : [`Wrote ${out}`])];
}

function linesOf(book: ReadBook, account: string): readonly ExplainedLine[] {
  const lines = accountExplainer({ tables: book.tables, asOf: book.asOf, places: book.places, issues: allIssues(book) })(account);
  if (!lines) throw new CommandError(`--account names "${account}", which is not in Accounts. Maybe it is written differently there.`);
  return lines;
}

/** Sections as tables: a mark for what is changed, the value, its level, its cell. */
function explained(account: string, asOf: string, lines: readonly ExplainedLine[]): string[] {
  const known = sections.filter((section) => lines.some((one) => one.section === section));
  return [
    `Account ${account} as of ${asOf} (* set by somebody, not built in)`,
    ...known.flatMap((section) => ['', section, ...table(lines.filter((one) => one.section === section))]),
  ];
}

/** Help texts of settings are left to the docs. */
function table(lines: readonly ExplainedLine[]): string[] {
  const rows = lines.map((one) => [
    one.changed ? '*' : ' ', one.item, shownValue(one), [one.level, one.source].filter(Boolean).join(' '), one.section === 'Settings' ? '' : (one.note ?? ''),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.min(40, Math.max(...rows.map((row) => row[column].length))));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
