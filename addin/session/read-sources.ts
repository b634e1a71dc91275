import { importIssue } from '../../shared/imports/issues';
import { readFile, type ReadExport } from '../../shared/imports/into/open-files';
import { LARGEST_EXPORT } from '../../shared/imports/open';
import type { ImportSource } from './import-state';

/**
 * Reads what the user gave, one after the other, and puts it behind what is there; Stop is heard between two. A file that is
 * given twice counts once, one that cannot be had is an issue of its reading.
 */
export async function readSources(present: readonly ReadExport[], sources: readonly ImportSource[], signal: AbortSignal): Promise<ReadExport[]> {
  const read = [...present];
  for (const source of sources) {
    signal.throwIfAborted();
    const found = await readSource(source);
    if (!read.some(({ file, sha256 }) => file === found[0].file && sha256 === found[0].sha256)) read.push(...found);
    // The pane answers between two files.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return read;
}

async function readSource(source: ImportSource): Promise<ReadExport[]> {
  const { name, size } = source;
  if (size > LARGEST_EXPORT) return [unread(name, `${name} is larger than ${LARGEST_EXPORT / 1024 ** 2} MB.`, 'Maybe export fewer accounts at a time.')];
  let bytes: Uint8Array;
  try {
    bytes = await source.bytes();
  } catch {
    // A folder, a file that was moved or deleted meanwhile, or one that another program holds.
    return [unread(name, `${name} could not be read from your computer.`, 'Maybe it is a folder, was moved, or is open in another program.')];
  }
  return readFile(bytes, name);
}

const unread = (name: string, message: string, fix: string): ReadExport => ({
  name,
  file: name,
  sha256: '',
  reading: { confidence: 0, rows: [], issues: [importIssue('I01', { file: name }, { message, fix })] },
});
