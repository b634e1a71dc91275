import { basename } from 'node:path';
import { bookLines, type BookContent } from '../../shared/book-file/book-lines';
import { readBookFile } from '../../shared/book-file/read-book-file';
import { mostRows, tableSheets, tooLong } from '../../shared/book-file/table-sheets';
import { definitionOf, type Tables } from '../../shared/contract';
import { readTables } from '../../shared/contract/parse';
import { toWire } from '../../shared/contract/wire';
import { counted } from '../../shared/counted';
import { formatIssue, type Issue } from '../../shared/issue';
import { readInput } from '../../shared/mapping/read-input';
import { newXlsx } from '../xlsx';
import type { Checked } from './check';
import { CommandError } from './command-error';
import { checkWritable, isSameFile, readWorkbook, writeFiles } from './files';
import { bookBytes, isBookFile } from './open-book';
import { nameCells } from './template';
import { writeLines } from './write-lines';

export interface ConvertOptions {
  /** Leaves out what never leaves the workbook: names, notes. */
  readonly forService?: boolean;
}

/** `rebal convert BOOK.xlsx book.rebal`, and back: the input tables in the other form. Status 2 when some of it could not be read. */
export async function convert(from: string, to: string, { forService = false }: ConvertOptions): Promise<Checked> {
  if (await isSameFile(from, to)) throw new CommandError(`${to} is named twice. Name another file for the result.`);
  await checkWritable(to);
  const isWorkbook = /\.xlsx$/i.test(to);
  const read = await readContent(from);
  const book = forService ? { ...read, tables: toWire(read.tables) } : read;
  if (isWorkbook) await writeWorkbook(to, book);
  else await writeLines(to, bookLines(book));
  return report(to, book.tables, book.issues ?? [], isWorkbook);
}

/** The day and the currency are only what the book states. */
async function readContent(path: string): Promise<BookContent> {
  if (await isBookFile(path)) return readBookFile(bookBytes(path), basename(path));
  const { tables, issues, asOf, names } = readTables(await readInput(await readWorkbook(path)));
  const currency = String(Object.entries(names).find(([name]) => name.toLowerCase() === 'rb_currency')?.[1] ?? '');
  return { tables, issues, asOf, currency: /^[A-Z]{3}$/.test(currency) ? currency : undefined };
}

async function writeWorkbook(to: string, { tables, currency, asOf }: BookContent): Promise<void> {
  const long = tooLong(tables);
  if (long.length > 0) {
    const named = long.map((name) => `${definitionOf(name).sheet} has ${counted(tables[name]?.length ?? 0, 'row')}`).join(', ');
    throw new CommandError(`${to} can't be written: ${named}, and a sheet of Excel has ${mostRows.toLocaleString('en-US')}. Maybe go on with the book file.`);
  }
  const workbook = newXlsx();
  await workbook.write(tableSheets(tables));
  await nameCells(workbook, asOf, currency);
  await writeFiles([{ path: to, bytes: await workbook.save() }]);
}

/** Rows that could not be read are not in a workbook; a book file carries the issues along. */
function report(to: string, tables: Tables, issues: readonly Issue[], isWorkbook: boolean): Checked {
  const lost = issues.filter(({ severity }) => severity === 'stop' || severity === 'skip').length;
  const rows = Object.values(tables).reduce((sum, table) => sum + (table?.length ?? 0), 0);
  const note = isWorkbook ? `What could not be read is not in ${to}. Mend the book file first.` : `${to} carries these issues: a run leaves their accounts out, or is refused.`;
  return {
    lines: [...issues.map(formatIssue), ...(lost > 0 ? [note] : []), `Wrote ${to}: ${counted(tables.accounts.length, 'account')}, ${counted(rows, 'row')}`],
    status: lost > 0 ? 2 : 0,
  };
}
