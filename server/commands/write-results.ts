import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { RunResult } from '../../shared/api/result';
import { fitsOnSheets, resultLines } from '../../shared/book-file/result-lines';
import { runEntry } from '../../shared/sheets/run-entry';
import { writeRun } from '../../shared/sheets/write-run';
import { newXlsx } from '../xlsx';
import { writeFiles, type Output } from './files';
import type { OpenBook } from './open-book';
import { today } from './read-book';
import { writeLines } from './write-lines';

/** Where the results of a run go. */
export interface ResultPlaces {
  /** A workbook; JSON lines when it is named `.jsonl`, `.ndjson` or `.rebal`, with or without `.gz`. */
  readonly out?: string;
  readonly json?: string;
}

/** True when a file is to hold JSON lines. */
export const isLinesFile = (path: string): boolean => /\.(jsonl|ndjson|rebal)(\.gz)?$/i.test(path);

/** Writes the results and returns the files written. Results larger than sheets become JSON lines beside the workbook that was named. */
export async function writeResults(book: string, opened: OpenBook, result: RunResult, decided: number, { out, json }: ResultPlaces): Promise<string[]> {
  const lines = out === undefined ? undefined : isLinesFile(out) ? out : fitsOnSheets(result) ? undefined : out.replace(/(\.xlsx)?$/i, '-results.jsonl');
  const outputs: Output[] = [];
  if (out !== undefined && lines === undefined) {
    // A book file has no sheets: the results get a workbook of their own.
    const workbook = opened.workbook ?? newXlsx();
    await writeRun(workbook, result, runEntry(result.run, new Date(), decided, await fileMark(book)), today(), undefined, opened.tables);
    outputs.push({ path: out, bytes: await workbook.save() });
  }
  if (json !== undefined) outputs.push({ path: json, bytes: `${JSON.stringify(result, null, 2)}\n` });
  if (outputs.length > 0) await writeFiles(outputs);
  if (lines !== undefined) await writeLines(lines, resultLines(result));
  return [...(lines === undefined ? [] : [lines]), ...outputs.map(({ path }) => path)];
}

/** `book.xlsx 9f86d0…`: the book's name and the SHA-256 of its bytes. */
async function fileMark(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return `${basename(path)} ${hash.digest('hex')}`;
}
