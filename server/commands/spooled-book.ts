import { basename } from 'node:path';
import type { BookHeader } from '../../shared/book-file/header';
import { LineReader } from '../../shared/book-file/line-reader';
import { splitLines } from '../../shared/book-file/split-lines';
import type { TableName, TableRow } from '../../shared/contract';
import type { Issue } from '../../shared/issue';
import { CommandError } from './command-error';
import { bookBytes } from './open-book';
import { Spool } from './spool';

/** The tables that grow with accounts times lots: they lie on disk, by account. */
export type SpooledName = 'holdings' | 'transactions';
export type SpooledRow = { readonly [Name in SpooledName]: readonly [Name, TableRow<Name>] }[SpooledName];

/** A book file whose holdings and transactions lie on disk, and the rest in memory. */
export interface SpooledBook extends Pick<BookHeader, 'asOf' | 'currency' | 'accounts'> {
  readonly rows: Spool<readonly SpooledRow[]>;
  readonly tables: ReadonlyMap<TableName, readonly object[]>;
  /** Rows that are not as the contract says: they go through unread. */
  readonly unread: readonly (readonly [TableName, object])[];
  readonly issues: readonly Issue[];
}

/** Rows of one account that are written to disk at once. */
const batch = 1000;

/** Reads a book file; undefined when there is none yet. A damaged one is refused: what cannot be read cannot be kept. */
export async function spoolBook(path: string | undefined): Promise<SpooledBook> {
  const rows = new Spool<readonly SpooledRow[]>();
  return readInto(rows, path).catch((error: unknown) => {
    rows.close();
    throw error;
  });
}

async function readInto(rows: SpooledBook['rows'], path: string | undefined): Promise<SpooledBook> {
  const unread: (readonly [TableName, object])[] = [];
  let [account, waiting]: [string, SpooledRow[]] = ['', []];
  const flush = (): void => {
    if (waiting.length > 0) rows.add(account, waiting);
    waiting = [];
  };
  const reader = new LineReader({
    badLine: (line, problem) => { throw new CommandError(`${path} can't be imported into: line ${line} ${problem}. Maybe the file was cut off.`); },
    badRow: ({ table, row }) => unread.push([table, row]),
    take: (table, row) => {
      if (table !== 'holdings' && table !== 'transactions') return false;
      const { accountId } = row as { readonly accountId: string };
      if (accountId !== account || waiting.length >= batch) flush();
      account = accountId;
      waiting.push([table, row] as unknown as SpooledRow);
      return true;
    },
  });
  if (path !== undefined) for await (const lines of splitLines(bookBytes(path))) for (const line of lines) reader.add(line);
  flush();
  if (path !== undefined) refuseCut(path, reader);
  const { asOf, currency, accounts } = reader.header ?? {};
  return { rows, tables: reader.rows, unread, issues: reader.issues, asOf, currency, accounts };
}

function refuseCut(path: string, { header, met }: LineReader): void {
  if (header === undefined) throw new CommandError(`${path} is empty. Maybe remove it, to start a new book file.`);
  const short = Object.entries(header.tables ?? {}).find(([table, count]) => met.get(table as TableName) !== count && count > 0);
  if (short) throw new CommandError(`${basename(path)} has ${met.get(short[0] as TableName) ?? 0} of the ${short[1]} rows of ${short[0]} that its header counts. Maybe it was cut off.`);
}
