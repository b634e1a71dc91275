import type { Tables } from '../shared/contract';
import type { BadRow } from '../shared/book-file/line-reader';
import { LineReader } from '../shared/book-file/line-reader';
import { NotLinesError, splitLines } from '../shared/book-file/split-lines';
import { maxFaults, faultsOf, type CountedFaults } from './jobs/faults';
import type { LinesRequest } from './jobs/read-request';

/**
 * A book file as a request to run: its rows are validated as those of a JSON request are, and one that is not as the contract
 * says refuses the request. Unlike the terminal, the service leaves no row out: who sends has read the cells.
 */
export async function readLinesRequest(pieces: AsyncIterable<Uint8Array>): Promise<LinesRequest<Tables>> {
  const faults = new LineFaults();
  const reader = new LineReader(faults);
  try {
    for await (const lines of splitLines(pieces)) {
      for (const line of lines) reader.add(line);
      if (reader.isHopeless) break;
    }
  } catch (error) {
    if (error instanceof NotLinesError) return { damage: `The body is no book file: ${error.message}.` };
    throw error;
  }
  const { header } = reader;
  if (header === undefined) return { damage: faults.first ?? 'The body is empty. Send the header of a book file, then its rows.' };
  const { asOf, accounts, tables: counts = {} } = header;
  const missing = Object.entries(counts).find(([table, count]) => (reader.met.get(table as keyof typeof counts) ?? 0) !== count);
  if (missing) return { damage: `The body has ${reader.met.get(missing[0] as keyof typeof counts) ?? 0} of the ${missing[1]} rows of ${missing[0]} that its header counts. Maybe it was cut off.` };
  if (faults.count > 0) return faults;
  const tables = { accounts: [], holdings: [], securities: [], models: [], ...Object.fromEntries(reader.rows) } as unknown as Tables;
  return { request: { asOf, accounts, issues: reader.issues, tables } };
}

/** Faults with their lines: `line 88: holdings.quantity`. */
class LineFaults implements CountedFaults {
  readonly faults: { path: string; message: string }[] = [];
  count = 0;
  /** The first bad line as a sentence. */
  first: string | undefined;

  badLine(line: number, problem: string): void {
    this.first ??= `Line ${line} ${problem}.`;
    this.note(1, [{ path: `line ${line}`, message: `This line ${problem}.` }]);
  }

  badRow({ line, table, row, error }: BadRow): void {
    const { faults, count } = faultsOf(error, row);
    this.note(count, faults.map(({ path, message }) => ({ path: `line ${line}: ${table}.${path}`, message })));
  }

  private note(count: number, faults: readonly { path: string; message: string }[]): void {
    this.count += count;
    this.faults.push(...faults.slice(0, Math.max(0, maxFaults - this.faults.length)));
  }
}
