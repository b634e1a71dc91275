import type { Issue } from '../../issue';
import { sha256OfBytes } from '../../workbook/fingerprint';
import { formats, readExport, type Reading } from '..';
import { openExport } from '../open';
import type { ReadFile } from './plan-import';

/** One export, read; an archive gives several of one file. */
export interface ReadExport extends ReadFile {
  /** Of the file as it was given. */
  readonly sha256: string;
  /** Name of the file as it was given. */
  readonly file: string;
}

/** Opens and reads a file of any custodian; what cannot be read is an issue of its reading. */
export async function readFile(bytes: Uint8Array, file: string): Promise<ReadExport[]> {
  const { files, issues } = await openExport(bytes, file);
  const about = { sha256: sha256OfBytes(bytes), file };
  const read = files.map((one): ReadExport => ({ ...about, name: one.name ?? file, reading: readExport(one), source: one }));
  return issues.length > 0 || files.length === 0 ? [...read, { ...about, name: file, reading: nothing(issues) }] : read;
}

const nothing = (issues: readonly Issue[]): Reading => ({ confidence: 0, rows: [], issues });

/** What a file was taken for: `E*TRADE, portfolio download (CSV), 95 % sure`. */
export function readingTitle({ format, confidence }: Reading): string {
  return format === undefined ? 'not recognized' : `${formats[format].title}, ${Math.round(confidence * 100)} % sure`;
}

/** The files of an import, each once, as the audit trail names them. */
export function filesOnce(files: readonly Pick<ReadExport, 'file' | 'sha256'>[]): { readonly name: string; readonly sha256: string }[] {
  return [...new Map(files.map(({ file, sha256 }) => [`${file} ${sha256}`, { name: file, sha256 }])).values()];
}
