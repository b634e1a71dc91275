import { constants } from 'node:fs';
import { access, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { NotAWorkbookError, openXlsx, type XlsxWorkbook } from '../xlsx';
import { CommandError } from './command-error';

/** Opens a workbook; what can go wrong is said in one sentence that names the file. */
export async function readWorkbook(path: string): Promise<XlsxWorkbook> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(readFault(path, error.code));
  });
  return openXlsx(bytes).catch((error: unknown) => {
    if (error instanceof NotAWorkbookError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  });
}

/** Why a file can't be read, in one sentence. */
export function readFault(path: string, code: string | undefined): string {
  if (code === 'ENOENT') return `There is no file ${path}. Maybe the name is misspelled, or it lies in another folder.`;
  if (code === 'EISDIR') return `${path} is a folder, not a workbook.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read. Maybe it belongs to another user.`;
  return `${path} can't be read (${code ?? 'unknown reason'}).`;
}

/** A file to write, whole. */
export interface Output {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** Writes all files or none: each beside its place first, then all are put in place. */
export async function writeFiles(outputs: readonly Output[]): Promise<void> {
  const staged: { temporary: string; path: string }[] = [];
  try {
    for (const { path: asked, bytes } of outputs) {
      await checkWritable(asked);
      // A link stays a link: what it points to is replaced.
      const path = await realpath(asked).catch(() => resolve(asked));
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
      staged.push({ temporary, path });
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    for (const { temporary, path } of staged) await rename(temporary, path);
  } catch (error) {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
    if (error instanceof CommandError) throw error;
    throw new CommandError(writeFault(staged.at(-1)?.path ?? outputs[0].path, (error as NodeJS.ErrnoException).code));
  }
}

/** Fails early when the place is taken by a folder, is read-only, or is open in Excel or LibreOffice. */
export async function checkWritable(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const place = await stat(folder).catch(() => undefined);
  if (!place?.isDirectory()) throw new CommandError(`${path} can't be written: there is no folder ${dirname(path)}.`);
  for (const lock of [`~$${basename(path)}`, `.~lock.${basename(path)}#`]) {
    if (await stat(join(folder, lock)).catch(() => undefined)) {
      throw new CommandError(`${path} is open in another program. Close it there, or name another file with --out.`);
    }
  }
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new CommandError(`${path} can't be written: it is a folder.`);
  if (there && !there.isFile()) throw new CommandError(`${path} can't be written: it is a device or a pipe, not a file.`);
  await access(there ? path : folder, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(writeFault(path, error.code));
  });
}

/** True when both paths lead to one file, whether or not it is there yet. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [real, otherReal] = await Promise.all([one, other].map((path) => realpath(path).catch(() => resolve(path))));
  return real === otherReal;
}

/** The disk is full, the user's share of it is, or files may not grow so large. */
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Why a file can't be written, in one sentence. */
export function writeFault(path: string, code: string | undefined): string {
  if (code === 'EBUSY' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path} can't be written: it is locked or read-only. Maybe it is open in Excel; close it, or name another file.`;
  }
  if (code !== undefined && noRoom.has(code)) return `${path} can't be written: there is no room for it on the disk.`;
  return `${path} can't be written (${code ?? 'unknown reason'}).`;
}

/** Makes a folder and those above it. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
}
