import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { looksLikeBookFile } from '../../shared/book-file/header';
import { readBookFile } from '../../shared/book-file/read-book-file';
import { CommandError } from './command-error';
import { readFault, readWorkbook } from './files';
import { checkDay, readBook, today, type ReadBook } from './read-book';
import type { XlsxWorkbook } from '../xlsx';

/** A book as a command was given it. */
export interface OpenBook extends ReadBook {
  /** The workbook it lies in; absent for a book file. */
  readonly workbook?: XlsxWorkbook;
  /** Three letters, where a book file says it. */
  readonly currency?: string;
  /** Accounts that a book file asks to decide. */
  readonly accounts?: readonly string[];
}

/** Opens BOOK.xlsx or book.rebal, by content and not by name. */
export async function openBook(path: string, asOf: string | undefined): Promise<OpenBook> {
  if (!(await isBookFile(path))) {
    const workbook = await readWorkbook(path);
    return { ...(await readBook(workbook, asOf, today())), workbook };
  }
  if (asOf !== undefined) checkDay(asOf, today());
  const { tables, issues, places, asOf: written, currency, accounts } = await readBookFile(bookBytes(path), basename(path));
  return { tables, places, reading: issues, asOf: asOf ?? written ?? today(), currency, accounts };
}

const gzip = [0x1f, 0x8b];

/** True for a file of lines, plain or gzip; what is named `.rebal` is one even when it is empty or damaged. */
export async function isBookFile(path: string): Promise<boolean> {
  const start = await firstBytes(path);
  if (gzip.every((byte, k) => start[k] === byte) || /\.rebal$/i.test(path)) return true;
  return looksLikeBookFile(start.toString('utf8'));
}

/** The unpacked bytes of a book file, as they are read. What cannot be read is one sentence. */
export async function* bookBytes(path: string): AsyncGenerator<Uint8Array> {
  const isPacked = gzip.every(((start) => (byte, k) => start[k] === byte)(await firstBytes(path)));
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const stream = isPacked ? file.pipe(createGunzip({ chunkSize: 256 * 1024 })) : file;
  if (stream !== file) file.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(code?.startsWith('Z_') ? `${path} can't be unpacked: its gzip is damaged. Maybe it was cut off.` : readFault(path, code));
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => { throw new CommandError(readFault(path, error.code)); });
  try {
    const buffer = Buffer.alloc(64);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new CommandError(readFault(path, (error as NodeJS.ErrnoException).code));
  } finally {
    await file.close();
  }
}
