import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CommandError } from './command-error';
import { checkWritable, writeFault } from './files';

/** Writes a file line by line, whole or not at all; a name that ends in `.gz` is packed. No more than a few lines are in memory. */
export async function writeLines(asked: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  await checkWritable(asked);
  const path = await realpath(asked).catch(() => resolve(asked));
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      const write = new Writable({ write: (chunk: Buffer, _encoding, done) => { file.write(chunk).then(() => done(), done); } });
      const from = Readable.from(batches(lines));
      await (/\.gz$/i.test(path) ? pipeline(from, createGzip(), write) : pipeline(from, write));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof CommandError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new CommandError(writeFault(path, (error as NodeJS.ErrnoException).code));
  }
}

/** Characters handed to the disk at a time. */
const batchLength = 128 * 1024;

async function* batches(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let batch: string[] = [];
  let length = 0;
  for await (const line of lines) {
    batch.push(line, '\n');
    length += line.length + 1;
    if (length < batchLength) continue;
    yield Buffer.from(batch.join(''));
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield Buffer.from(batch.join(''));
}
