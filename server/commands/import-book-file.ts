import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { bookHeader } from '../../shared/book-file/header';
import { rowLine } from '../../shared/book-file/book-lines';
import { tableNames, type TableName, type TableRow } from '../../shared/contract';
import { counted } from '../../shared/counted';
import { symbolFinder } from '../../shared/imports/into/book-symbols';
import type { ImportMode } from '../../shared/imports/into/holding-changes';
import { importAccount, type AccountPart, type ImportedAccount } from '../../shared/imports/into/import-account';
import type { IssueTally } from '../../shared/imports/into/issue-tally';
import { formatIssue } from '../../shared/issue';
import { CommandError } from './command-error';
import { checkWritable, isSameFile } from './files';
import { filesUnder } from './files-under';
import { importModes, type ImportIntoOptions } from './import-into';
import { namedAccounts } from './named-accounts';
import { checkDay, today } from './read-book';
import { Spool } from './spool';
import { spoolBook, type SpooledBook, type SpooledRow } from './spooled-book';
import { spoolExports, unmasked, unpackPart, type SpooledExports } from './spooled-exports';
import { writeLines } from './write-lines';

type Said = { readonly lines: readonly string[]; readonly status: 0 | 2 };

/**
 * `rebal import DIR… --into book.rebal`: the rules of an import into a workbook, for any number of accounts. One file is in memory at a
 * time, then one account; the rest lies on disk. Status 2 when something stops it.
 */
export async function importBookFile(paths: readonly string[], options: ImportIntoOptions): Promise<Said> {
  const { into, out = into, dryRun = false, json, mode = 'replace', asOf } = options;
  if (!importModes.includes(mode)) throw new CommandError(`--mode takes ${importModes.join(', ')}.`);
  if (asOf !== undefined) checkDay(asOf, today());
  const files = await filesUnder(paths);
  const books = [out, into];
  // Asking the disk about every one of thousands of files takes seconds: a book has its name.
  for (const file of files) for (const one of books) if (basename(file) === basename(one) && (await isSameFile(file, one))) throw new CommandError(`${file} is the book itself. Name other files to import.`);
  if (files.length === 0) throw new CommandError(`There is no file in ${paths.join(', ')}.`);
  if (!dryRun) await checkWritable(out);
  const book = await spoolBook(existsSync(into) ? into : undefined);
  const merge = new BookMerge(book, mode as ImportMode);
  let exports: SpooledExports | undefined;
  try {
    const named = namedAccounts(options.account ?? [], merge.accountIds);
    exports = await spoolExports(files, { accountIds: merge.accountIds, named, symbolOf: symbolFinder(merge.securities), asOf });
    merge.run(exports);
    const stopped = exports.issues.hasStop;
    if (!dryRun && !stopped) await writeLines(out, merge.lines());
    return { lines: merge.report({ written: dryRun || stopped ? null : out, files: files.length, json, issues: exports.issues }), status: stopped ? 2 : 0 };
  } finally {
    merge.close();
    exports?.parts.close();
  }
}

interface Outcome {
  /** Null when nothing was written. */
  readonly written: string | null;
  readonly files: number;
  readonly json?: boolean;
  readonly issues: IssueTally;
}

/** The book with the accounts of the files in it, account by account. */
class BookMerge {
  readonly accountIds: readonly string[];
  private readonly listed: Map<string, TableRow<'securities'>>;
  private readonly newAccounts: string[] = [];
  private readonly after = new Spool<readonly SpooledRow[]>();
  private readonly order = new Set<string>();
  private readonly counts = { holdings: 0, transactions: 0 };
  private readonly total = { accounts: 0, same: 0, changed: 0, new: 0, gone: 0, transactions: 0 };

  constructor(private readonly book: SpooledBook, private readonly mode: ImportMode) {
    const accounts = (book.tables.get('accounts') ?? []) as readonly TableRow<'accounts'>[];
    const unread = book.unread.flatMap(([table, row]) => (table === 'accounts' ? [(row as { accountId?: string }).accountId] : []));
    this.accountIds = [...new Set([...accounts.map(({ accountId }) => accountId), ...unread.filter((id): id is string => typeof id === 'string' && id !== '')])];
    const securities = (book.tables.get('securities') ?? []) as readonly TableRow<'securities'>[];
    this.listed = new Map(securities.map((row) => [row.symbol.toUpperCase(), row]));
  }

  get securities(): readonly TableRow<'securities'>[] {
    return [...this.listed.values()];
  }

  /** Merges every account; accounts that no file names stay as they are. */
  run({ parts, issues }: SpooledExports): void {
    const isNew = this.accountIds.length === 0;
    const ids = isNew ? unmasked(parts.keys()) : new Map([...parts.keys()].map((key) => [key, key]));
    const keys = new Map<string, string[]>();
    for (const [key, id] of ids) keys.set(id, [...(keys.get(id) ?? []), key]);
    if (isNew) this.newAccounts.push(...[...keys.keys()].sort());
    for (const id of [...this.accountIds, ...this.newAccounts, ...this.book.rows.keys()]) this.order.add(id);
    for (const id of this.order) {
      const before = this.book.rows.get(id).flat();
      const here = keys.get(id)?.flatMap((key) => parts.get(key)).map((part) => unpackPart(part, id)) ?? [];
      this.put(id, here.length === 0 ? before : this.merge(id, here, before, issues));
    }
  }

  private merge(id: string, parts: readonly AccountPart[], before: readonly SpooledRow[], issues: IssueTally): SpooledRow[] {
    const { currency, asOf } = this.book;
    const holdings = before.flatMap(([table, row]) => (table === 'holdings' ? [row] : []));
    const transactions = before.flatMap(([table, row]) => (table === 'transactions' ? [row] : []));
    const named = new Set([...holdings, ...parts.flatMap(({ rows }) => rows)].map(({ symbol }) => (symbol ?? '').toUpperCase()));
    const securities = [...named].flatMap((symbol) => this.listed.get(symbol) ?? []);
    const imported = importAccount(id, parts, { holdings, transactions, securities }, { mode: this.mode, currency, asOf });
    for (const row of imported.securities) this.listed.set(row.symbol.toUpperCase(), row);
    issues.add(imported.issues);
    this.count(imported);
    return [...imported.holdings.map((row): SpooledRow => ['holdings', row]), ...imported.transactions.map((row): SpooledRow => ['transactions', row])];
  }

  private count({ preview, transactionsAdded }: ImportedAccount): void {
    this.total.transactions += transactionsAdded;
    if (!preview) return;
    this.total.accounts += 1;
    for (const kind of ['same', 'changed', 'new', 'gone'] as const) this.total[kind] += preview[kind];
  }

  private put(id: string, rows: readonly SpooledRow[]): void {
    for (const [table] of rows) this.counts[table] += 1;
    if (rows.length > 0) this.after.add(id, rows);
  }

  /** The lines of the book after the import, in the order of the contract. */
  *lines(): Generator<string> {
    const { asOf, currency, accounts, issues } = this.book;
    yield JSON.stringify(bookHeader({ asOf, currency, accounts, tables: this.tableCounts() }));
    for (const issue of issues) yield JSON.stringify({ issue });
    for (const name of tableNames) {
      if (name === 'holdings' || name === 'transactions') {
        for (const id of this.order) for (const [table, row] of this.after.get(id).flat()) if (table === name) yield rowLine(name, row as never);
      } else for (const row of this.rowsOf(name)) yield rowLine(name, row as never);
      for (const row of this.unreadOf(name)) yield JSON.stringify({ [name]: row });
    }
  }

  private rowsOf(name: TableName): readonly object[] {
    if (name === 'securities') return this.securities;
    const rows = this.book.tables.get(name) ?? [];
    return name === 'accounts' ? [...rows, ...this.newAccounts.map((accountId) => ({ accountId }))] : rows;
  }

  private unreadOf(name: TableName): readonly object[] {
    return this.book.unread.flatMap(([table, row]) => (table === name ? [row] : []));
  }

  private tableCounts(): Partial<Record<TableName, number>> {
    const core = new Set<TableName>(['accounts', 'holdings', 'securities', 'models']);
    const counts = tableNames.map((name) => {
      const rows = name === 'holdings' || name === 'transactions' ? this.counts[name] : this.rowsOf(name).length;
      return [name, rows + this.unreadOf(name).length] as const;
    });
    return Object.fromEntries(counts.filter(([name, count]) => count > 0 || core.has(name)));
  }

  report({ written, files, json, issues }: Outcome): string[] {
    const { accounts, same, changed, new: added, gone, transactions } = this.total;
    if (json) return [JSON.stringify({ mode: this.mode, written, files, newAccounts: this.newAccounts.length, total: this.total, issues: issues.issues() }, null, 2)];
    return [
      ...issues.issues().map(formatIssue),
      `${counted(files, 'file')}, ${counted(accounts, 'account')}: ${counted(same, 'row')} same · ${changed} changed · ${added} new · ${gone} gone · ${counted(transactions, 'transaction')} new`,
      ...(this.newAccounts.length > 0 ? [`${counted(this.newAccounts.length, 'account')} of a new book: each needs a tax type and a model. Maybe convert a workbook that has them first, and import into that.`] : []),
      written !== null ? `Wrote ${written}` : issues.hasStop ? 'Nothing was written: something stops the import.' : 'Nothing was written (--dry-run).',
    ];
  }

  close(): void {
    this.after.close();
    this.book.rows.close();
  }
}
