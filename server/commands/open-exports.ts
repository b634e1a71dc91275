import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { readFile, type ReadExport } from '../../shared/imports/into/open-files';
import { CommandError } from './command-error';
import { readFault } from './files';

/** Opens and reads exports of any custodian; what cannot be read is an issue of its reading. */
export async function openExports(paths: readonly string[]): Promise<readonly ReadExport[]> {
  const read: ReadExport[] = [];
  for (const path of paths) {
    const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(error.code === 'EISDIR' ? `${path} is a folder, not a file.` : readFault(path, error.code));
    });
    read.push(...(await readFile(bytes, basename(path))));
  }
  return read;
}
