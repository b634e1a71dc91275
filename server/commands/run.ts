import type { RunResult } from '../../shared/api/result';
import { formatIssue } from '../../shared/issue';
import { runBook } from '../workflow/run-book';
import { CommandError } from './command-error';
import { checkWritable, isSameFile } from './files';
import { openBook } from './open-book';
import { allIssues, type ReadBook } from './read-book';
import { unitPool } from './solvers';
import { isLinesFile, writeResults } from './write-results';

export interface RunOptions {
  readonly out?: string;
  readonly json?: string;
  readonly asOf?: string;
  /** Account IDs to decide. */
  readonly accounts?: readonly string[];
  readonly progress?: (done: number, total: number) => void;
  /** Hears of each file that was written. */
  readonly wrote?: (file: string) => void;
  readonly signal?: AbortSignal;
}

/** `rebal run BOOK.xlsx`, or `book.rebal`: reads, decides, and writes results into a copy. Refuses a book with an issue that stops a run. */
export async function run(path: string, options: RunOptions): Promise<RunResult> {
  const { out, json, progress, signal } = options;
  await checkOutputs(path, out, json);
  const book = await openBook(path, options.asOf);
  refuseStops(path, book);
  const accounts = knownAccounts(book, options.accounts ?? book.accounts);
  let fault: unknown;
  const pool = await unitPool(book.tables.accounts.length, (error) => { fault ??= error; });
  try {
    const result = await runBook(
      { tables: book.tables, asOf: book.asOf, places: book.places, issues: book.reading, lastPrices: book.lastPrices, accounts },
      { decideUnit: pool.decideUnit, signal, onAccount: (done, total) => progress?.(done, total) },
    );
    for (const file of await writeResults(path, book, result, decided(book, accounts), { out, json })) options.wrote?.(file);
    if (fault) process.stderr.write(`Some accounts met a fault on our side: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    return result;
  } finally {
    await pool.close();
  }
}

/** The workbook may be written over the book it came from; JSON may not be written over a workbook. */
async function checkOutputs(book: string, out: string | undefined, json: string | undefined): Promise<void> {
  for (const file of [out, json]) if (file !== undefined) await checkWritable(file);
  if (out !== undefined && isLinesFile(out) && (await isSameFile(out, book))) throw new CommandError(`--out names the book itself, ${book}. Results do not replace it; name another file.`);
  if (json === undefined) return;
  if (await isSameFile(json, book)) throw new CommandError(`--json names the book itself, ${book}. Name another file.`);
  if (out !== undefined && (await isSameFile(json, out))) throw new CommandError(`--out and --json both name ${out}. Name two files.`);
}

function refuseStops(path: string, book: ReadBook): void {
  const stops = allIssues(book).filter(({ severity }) => severity === 'stop');
  if (stops.length === 0) return;
  throw new CommandError([`${path} can't be run: ${stops.length === 1 ? 'one thing stops' : `${stops.length} things stop`} it.`, ...stops.map(formatIssue)].join('\n'));
}

function knownAccounts({ tables }: ReadBook, asked: readonly string[] | undefined): readonly string[] | undefined {
  if (asked === undefined) return undefined;
  if (asked.length === 0) throw new CommandError('--accounts names no account. Write account IDs separated by commas.');
  const known = new Set(tables.accounts.map(({ accountId }) => accountId));
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new CommandError(`--accounts names ${unknown.map((id) => `"${id}"`).join(', ')}, which ${unknown.length === 1 ? 'is' : 'are'} not in Accounts.`);
  return asked;
}

/** Accounts asked for. */
const decided = ({ tables }: ReadBook, accounts: readonly string[] | undefined): number => accounts?.length ?? tables.accounts.length;
