import JSZip from 'jszip';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleBytes } from '../../server/commands/sample';

/** A workbook, part by part, as text. */
export interface BookSeed {
  readonly name: string;
  readonly parts: Readonly<Record<string, string>>;
}

let seeds: Promise<readonly BookSeed[]> | undefined;

/** Books as `rebal sample` writes them, and one of openpyxl where that is installed. Their sheet of holdings goes by the name that mutations look for. */
export function bookSeeds(): Promise<readonly BookSeed[]> {
  return (seeds ??= makeSeeds());
}

async function makeSeeds(): Promise<BookSeed[]> {
  const made = await Promise.all([1, 3].map(async (accounts) => seedOf(`of ${accounts}`, await sampleBytes(accounts, accounts, '2026-11-20'))));
  const rich = openpyxlBook();
  return rich ? [...made, await seedOf('of openpyxl', rich)] : made;
}

async function seedOf(name: string, bytes: Uint8Array): Promise<BookSeed> {
  const zip = await JSZip.loadAsync(bytes);
  const parts: Record<string, string> = {};
  for (const [path, entry] of Object.entries(zip.files)) if (!entry.dir && /\.(xml|rels)$/.test(path)) parts[path] = await entry.async('string');
  parts['xl/sharedStrings.xml'] ??= '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  return { name, parts };
}

const interpreter = '/usr/bin/python3';
const script = join(__dirname, '../../server/xlsx/fixtures/make-rich.py');

function openpyxlBook(): Uint8Array | undefined {
  if (!existsSync(interpreter)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'rebal-fuzz-'));
  try {
    execFileSync(interpreter, [script, join(folder, 'rich.xlsx')], { stdio: 'ignore' });
    return readFileSync(join(folder, 'rich.xlsx'));
  } catch {
    return undefined; // openpyxl is not installed.
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
