import { indexBook } from '../contract/book-index';
import { definitionOf, type TableName, type Tables } from '../contract';
import type { Places } from '../contract/places';
import { TroubleBook } from '../contract/trouble-book';
import { severities, type Issue } from '../issue';
import { lineCell } from '../workbook/address';
import type { BookHeader } from './header';
import { LineReader } from './line-reader';
import { mendRow } from './row-troubles';
import { NotLinesError, splitLines } from './split-lines';

/** A book file understood, as `ReadTables` is a workbook understood. */
export interface ReadBookFile extends Pick<BookHeader, 'asOf' | 'currency' | 'accounts'> {
  readonly tables: Tables;
  /** Worst first; places are lines: `book.rebal line 88`. */
  readonly issues: readonly Issue[];
  readonly places: Places;
}

/** Reads a book file as it arrives. Never throws on data: lines that cannot be read are issues, and their rows are left out. */
export async function readBookFile(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, name: string): Promise<ReadBookFile> {
  const troubles = new TroubleBook();
  const damage: Issue[] = [];
  const reader: LineReader = new LineReader({
    badLine: (line, problem) => damage.push(lineIssue(name, line, problem)),
    badRow: (bad) => {
      const mended = mendRow(bad);
      const row = { ...bad.row, row: bad.line };
      for (const { trouble, header } of mended.troubles) troubles.add(trouble, bad.table, header, () => ({ sheet: name, cell: lineCell(bad.line) }), row);
      if (mended.row) reader.keep(bad.table, mended.row, bad.line);
    },
  });
  try {
    for await (const lines of splitLines(chunks)) {
      for (const line of lines) reader.add(line);
      if (reader.isHopeless) break;
    }
  } catch (error) {
    if (!(error instanceof NotLinesError)) throw error;
    damage.push({ code: 'B01', severity: 'stop', sheet: name, rows: 1, message: `${name} is no book file: ${error.message}.` });
  }
  return finish(reader, name, troubles, damage);
}

function finish(reader: LineReader, name: string, troubles: TroubleBook, damage: readonly Issue[]): ReadBookFile {
  const tables = { accounts: [], holdings: [], securities: [], models: [], ...Object.fromEntries(reader.rows) } as unknown as Tables;
  const found = [...firstOfEach(damage), ...(reader.header ? missingRows(reader, name) : []), ...(damage.length === 0 && !reader.header ? [emptyFile(name)] : [])];
  const all = [...found, ...reader.issues, ...troubles.issues(indexBook(tables))];
  const issues = all.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const { asOf, currency, accounts } = reader.header ?? {};
  return { tables, issues, asOf, currency, accounts, places: linePlaces(name) };
}

function lineIssue(name: string, line: number, problem: string): Issue {
  const isHeader = problem.includes('header');
  return {
    code: isHeader ? 'B01' : 'B03', severity: 'stop', sheet: name, cell: lineCell(line), rows: 1,
    message: `${name} line ${line} ${problem}.`,
    fix: isHeader ? 'Maybe it is of another version, or another kind of file.' : 'Maybe the file was cut off, or edited by hand.',
  };
}

/** One issue for all lines that are damaged in the same way. */
function firstOfEach(damage: readonly Issue[]): Issue[] {
  const kinds = new Map<string, Issue>();
  for (const issue of damage) {
    const kind = issue.message.replace(/ line \d+ /, ' ');
    const first = kinds.get(kind);
    kinds.set(kind, first ? { ...first, rows: first.rows + 1 } : issue);
  }
  return [...kinds.values()];
}

/** B02: the header counts more rows than there are. */
function missingRows({ header, met }: LineReader, name: string): Issue[] {
  return Object.entries(header?.tables ?? {}).flatMap(([table, count]): Issue[] => {
    const here = met.get(table as TableName) ?? 0;
    if (here === count) return [];
    return [{
      code: 'B02', severity: 'stop', sheet: name, table, rows: Math.abs(count - here), found: String(here),
      message: `${name} has ${here} of the ${count} rows of ${definitionOf(table as TableName).sheet} that its header counts.`,
      fix: 'Maybe the file was cut off, or lines were added; then correct the header or leave out its "tables".',
    }];
  });
}

const emptyFile = (name: string): Issue => ({ code: 'B01', severity: 'stop', sheet: name, rows: 1, message: `${name} is empty.` });

/** Rows know their lines; there are no columns to point at. */
const linePlaces = (name: string): Places => ({
  cell: (_table, row) => (row === undefined ? { sheet: name } : { sheet: name, cell: lineCell(row) }),
  unread: () => false,
  has: () => true,
});
