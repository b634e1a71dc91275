import { isBlankRow } from '../table/cells';
import { cutLine, isCutOff } from '../table/cut';
import { toCents } from '../../units';
import type { Issue } from '../../issue';
import type { CellTable, Contents, CustodianFile, ImportFormat, ImportRow } from '../format';
import { importIssue } from '../issues';
import { CellReader } from './cell-reader';
import { findWrongTotals } from './check-totals';
import { findTables, sayTheSame } from './find-tables';
import { guessTable, type ColumnChoice, type GuessedTable } from './guess-columns';
import { describeFindings, rateTable } from './rate-table';
import type { DayOrder } from './days';
import { readBelow, readFileName, readNote, type Note } from './notes';
import { Owner } from './owner';
import { TableReading } from './read-table';
import { findDecimalMarkOf, findTableDayOrder, likelyOrder } from './spelling';
import { kindOf } from './table-kind';

/**
 * Any table of holdings, tax lots, realized lots or transactions, in a layout that nobody described to us: the last resort.
 *
 * ```
 * Harbor Advisers                                       banner, any number of rows
 * Account Number,5512-0934                              or a column, a title between tables, the file's name
 * Positions as of,04/15/2026
 *
 * ,,,Cost,,Gain/Loss,                                   header, of one row or two, found by its words
 * Ticker,Shares,Mkt Val,Unit,Total,ST,LT
 * VTI,30,8700.00,200.00,6000.00,,2700.00                position, then lots that add up to it, with or without its name
 * ,10,2900.00,180.00,1800.00,,1100.00
 * Cash,,512.20,,,,                                      cash by its words, its sweep symbol or its class
 * Total,,9212.20,,6000.00,,2700.00                      total: a check only
 * ```
 */
export const genericTable: ImportFormat = {
  title: 'Any table of holdings, tax lots or transactions (CSV, Excel)',
  about: [
    'For exports of custodians and portfolio systems that have no page here, and for tables of your own. The header row is found wherever it is, and what a column means is guessed from its header, its cells and what adds up: quantity times price is the value, value less cost is the gain.',
    'The guesses are shown with how sure they are; look at them before you apply the import, and change what is wrong.',
    'Headers may be German, Dutch or French. Amounts in pence are read in pounds. Orders that were cancelled or rejected are left aside.',
    'A cost of 0 is read as unknown. A total row is only compared with the rows above it.',
    'Days such as `4/5/2020` are read by those in their column that have one reading only. When there is none, months come first in a file that looks American, days in others, and an issue asks.',
    'Symbols that a spreadsheet changed (`MAR-1`, `9.12828E+08`) are refused. A CUSIP that lost its leading zeros is mended where its check digit proves it.',
  ],
  recognizes: (file) => Math.max(0, ...guessTables(file).map(({ guessed }) => rateTable(guessed))),
  read: (file) => readGenericTable(file),
};

/** A table of a file and what its columns are taken to mean. */
export interface TableGuess {
  readonly table: CellTable;
  readonly guessed: GuessedTable;
}

/** The tables of a file that list something we read, guessed; `choices` are meanings that the user or a recipe gives. */
export function guessTables(file: CustodianFile, choices: readonly ColumnChoice[] = []): TableGuess[] {
  const bySemicolons = /^[^\n,]*;[^\n,]*;/m.test(file.text.slice(0, 20_000));
  return file.tables.flatMap((table) =>
    findTables(table.cells).map((found) => ({ table, guessed: guessTable(table.cells, found, findDecimalMarkOf(table.cells, found, bySemicolons), choices) })),
  );
}

/** Below this a table only happens to have some words of ours in its header. */
const leastConfidence = 0.5;

/** Reads the tables of a file by guesses, or by `choices` where there are any. */
export function readGenericTable(file: CustodianFile, choices: readonly ColumnChoice[] = []): Contents {
  const tables = guessTables(file, choices);
  const sure = tables.filter(({ guessed }) => rateTable(guessed) >= leastConfidence);
  // What one table tells of its headers holds for another of the same.
  const readable = tables.filter((guess) => sure.includes(guess) || sure.some(({ guessed }) => sayTheSame(guess.guessed.headers, guessed.headers)));
  if (readable.length === 0) return { rows: [], issues: [notUnderstood(file, tables)] };
  const owner = new Owner();
  const issues: Issue[] = [];
  const rows = file.tables.flatMap((table) => readSheet(file, table, readable.filter((guess) => guess.table === table), owner, issues));
  const unnamed = rows.find(({ account, kind }) => account === null && kind !== 'total' && kind !== 'skip');
  if (unnamed) issues.push(accountUnknown(file, unnamed));
  return { asOf: owner.asOf, rows, issues };
}

function readSheet(file: CustodianFile, table: CellTable, guesses: readonly TableGuess[], owner: Owner, issues: Issue[]): ImportRow[] {
  const rows: ImportRow[] = [];
  let from = 0;
  for (const { guessed } of guesses) {
    const order = likelyOrder(table.cells, guessed, guessed.decimal);
    hearBanner(table.cells.slice(from, guessed.top), owner, order);
    for (const cells of table.cells.slice(Math.max(guessed.start, guessed.end - 40), guessed.end)) hearFooter(cells, owner, order);
    owner.hear({ asOf: readNote(guessed.headers).asOf });
    owner.hearLast(readFileName(file.name));
    rows.push(...readRows(file, table, guessed, owner, issues));
    from = guessed.end;
  }
  return rows;
}

/** A banner that names several accounts, as a summary of them does, names none for the table below. */
function hearBanner(banner: readonly (readonly string[])[], owner: Owner, order: DayOrder): void {
  const notes = banner.map((cells, k) => ({ ...readNote(cells, order), ...(k > 0 ? definedOf(readBelow(banner[k - 1], cells)) : {}) }));
  const accounts = new Set(notes.flatMap(({ account }) => account ?? []));
  for (const note of notes) owner.hear(accounts.size > 1 ? { ...note, account: undefined, accountName: undefined } : note);
}

const definedOf = (note: Note): Note => (note.account === undefined ? {} : note);

/** The day below a table is wanted before its rows are read; its accounts are not, they belong to what follows. */
function hearFooter(cells: readonly string[], owner: Owner, order: DayOrder): void {
  if (cells.filter((cell) => cell.trim() !== '').length <= 2) owner.hear({ asOf: readNote(cells, order).asOf });
}

const dayFields = ['acquired', 'closed', 'date', 'asOf'] as const;

function readRows(file: CustodianFile, table: CellTable, guessed: GuessedTable, owner: Owner, issues: Issue[]): ImportRow[] {
  const columns = dayFields.map((field) => guessed.columns[field]).filter((column) => column !== undefined);
  const days = findTableDayOrder(table.cells, guessed, columns, guessed.decimal, owner.asOf);
  const reader = new CellReader(file.name ?? table.sheet, guessed, days.order);
  const reading = new TableReading(reader, guessed, owner);
  for (let row = guessed.start; row < guessed.end; row += 1) {
    const cells = table.cells[row];
    if (isBlankRow(cells) || sayTheSame(cells, table.cells[guessed.start - 1])) continue;
    if (isUnfinished(table, row) && isCutOff(file, { table, header: { row: guessed.start - 1, columns: guessed.columns } }, row)) reader.complain('I02', undefined, cutLine(row + 1, cells), row + 1);
    else reading.add(cells, row + 1);
  }
  const rows = reading.finish();
  owner.hear({ asOf: statedDay(reader, table, guessed) });
  if (days.doubtful !== null && days.column !== null) complainOfOrder(reader, guessed, days.doubtful, days.column, days.order);
  if (kindOf(guessed) === 'holdings') complainOfTotals(reader, rows);
  issues.push(...reader.issues);
  return rows;
}

/** A last row right below others that is no sentence. */
function isUnfinished({ cells }: CellTable, row: number): boolean {
  const filled = cells[row].filter((cell) => cell.trim() !== '');
  return row === cells.length - 1 && !isBlankRow(cells[row - 1] ?? []) && !(filled.length === 1 && /\s/.test(filled[0].trim()));
}

/** The day in a column of days that says when the holdings are of. */
function statedDay(reader: CellReader, table: CellTable, guessed: GuessedTable): string | undefined {
  if (!reader.has('asOf') || guessed.start >= guessed.end) return undefined;
  reader.open(table.cells[guessed.start], guessed.start + 1);
  return reader.day('asOf') ?? undefined;
}

function complainOfOrder(reader: CellReader, guessed: GuessedTable, doubtful: string, column: number, order: string): void {
  const field = dayFields.find((name) => guessed.columns[name] === column);
  const message = `“${doubtful}” under ${guessed.headers[column]} could be read with the day or the month first, and no day in the table decides; it was read with the ${order}.`;
  reader.complain('I10', field, { found: doubtful, message, fix: 'Maybe compare one day with a statement.' }, guessed.start + 1);
}

function complainOfTotals(reader: CellReader, rows: readonly ImportRow[]): void {
  for (const { total, sum } of findWrongTotals(rows)) {
    reader.subject = { account: total.account };
    const message = `The rows above line ${total.line} add up to ${toCents(sum)}, but its total says ${total.marketValue}.`;
    reader.complain('H13', 'marketValue', { found: String(total.marketValue), message, fix: 'Maybe rows were filtered out or deleted before the file was saved.' }, total.line);
  }
}

function accountUnknown(file: CustodianFile, { line }: ImportRow): Issue {
  const message = `The file does not name the account of its rows, the first on line ${line}.`;
  return importIssue('I03', { file: file.name, line }, { message, fix: 'Maybe lines above the table were deleted; choose the account.' });
}

function notUnderstood(file: CustodianFile, tables: readonly TableGuess[]): Issue {
  const { message, fix } = describeFindings(tables.map(({ guessed }) => guessed));
  return importIssue('I01', { file: file.name }, { message: `${file.name ?? 'The pasted text'} has no table that we can read: ${message}`, fix });
}
