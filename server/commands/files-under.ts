import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command-error';
import { readFault } from './files';

/** The files that were named, and those in named folders and the folders below, in the order of their paths. Hidden files are left out. */
export async function filesUnder(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const about = await stat(path).catch((error: NodeJS.ErrnoException) => { throw new CommandError(readFault(path, error.code)); });
    if (!about.isDirectory()) found.push(path);
    else for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isFile())) continue;
      found.push(...(entry.isDirectory() ? await filesUnder([join(path, entry.name)]) : [join(path, entry.name)]));
    }
  }
  return found;
}
