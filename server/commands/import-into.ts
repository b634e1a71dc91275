import { applyImport } from '../../shared/imports/into/apply-import';
import type { ImportMode } from '../../shared/imports/into/holding-changes';
import { filesOnce, type ReadExport } from '../../shared/imports/into/open-files';
import { planImport, type ImportPlan } from '../../shared/imports/into/plan-import';
import { severities } from '../../shared/issue';
import { CellsInTheWayError } from '../../shared/workbook/cell-edits';
import type { XlsxWorkbook } from '../xlsx';
import { CommandError } from './command-error';
import { checkWritable, isSameFile, readWorkbook, writeFiles } from './files';
import { importSummary } from './import-summary';
import { openExports } from './open-exports';
import { checkDay, readBook, today } from './read-book';

export interface ImportIntoOptions {
  /** Workbook that gets the rows. */
  readonly into: string;
  /** Workbook to write; absent: `into` itself. */
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly mode?: string;
  /** `FILE_ACCOUNT=ACCOUNT_ID`. */
  readonly account?: readonly string[];
  readonly asOf?: string;
  readonly json?: boolean;
}

/** What --mode takes. */
export const importModes: readonly string[] = ['replace', 'add', 'update'] satisfies ImportMode[];

/** `rebal import FILE… --into BOOK.xlsx`: shows what the files would change, and writes it unless that is all that was asked; status 2 when something stops it. */
export async function importInto(paths: readonly string[], options: ImportIntoOptions): Promise<{ readonly lines: readonly string[]; readonly status: 0 | 2 }> {
  const { into, out = into, dryRun = false, json, mode, asOf } = options;
  if (mode !== undefined && !importModes.includes(mode)) throw new CommandError(`--mode takes ${importModes.join(', ')}.`);
  if (asOf !== undefined) checkDay(asOf, today());
  await checkPlaces(paths, out, dryRun);
  const workbook = await readWorkbook(into);
  const accounts = await namedAccounts(workbook, options.account ?? []);
  const opened = await openExports(paths);
  const plan = await planImport(workbook, opened, { mode: mode as ImportMode | undefined, accounts, asOf });
  // Files of a shape that was seen before are read by the columns that were chosen then.
  const files = opened.map((file, k) => ({ ...file, reading: plan.files[k].reading }));
  const stopped = plan.issues.some(({ severity }) => severity === 'stop');
  if (!dryRun && !stopped) await write(workbook, plan, files, out);
  const written = dryRun || stopped ? null : out;
  const lines = json ? [JSON.stringify(planJson(plan, files, written), null, 2)] : importSummary(plan, files, { dryRun, written });
  return { lines, status: stopped ? 2 : 0 };
}

/** The book may be written over itself, but never over an export. */
async function checkPlaces(paths: readonly string[], out: string, dryRun: boolean): Promise<void> {
  for (const path of paths) if (await isSameFile(path, out)) throw new CommandError(`${out} is named twice. Name another file for the result.`);
  if (!dryRun) await checkWritable(out);
}

/** What the user says about accounts; the book must know them. */
async function namedAccounts(workbook: XlsxWorkbook, pairs: readonly string[]): Promise<Record<string, string>> {
  const { tables } = await readBook(workbook, undefined, today());
  const known = new Set(tables.accounts.map(({ accountId }) => accountId));
  return Object.fromEntries(pairs.map((pair) => {
    const at = pair.lastIndexOf('=');
    const [fileAccount, accountId] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    if (at < 0 || accountId === '') throw new CommandError(`--account takes FILE_ACCOUNT=ACCOUNT_ID, not "${pair}".`);
    if (!known.has(accountId)) throw new CommandError(`--account names "${accountId}", which is not in Accounts.`);
    return [fileAccount, accountId];
  }));
}

async function write(workbook: XlsxWorkbook, plan: ImportPlan, files: readonly ReadExport[], out: string): Promise<void> {
  await applyImport(workbook, plan, { files: filesOnce(files), now: new Date(), today: today() }).catch((error: unknown) => {
    if (error instanceof CellsInTheWayError) throw new CommandError(error.message);
    throw error;
  });
  await writeFiles([{ path: out, bytes: await workbook.save() }]);
}

function planJson({ preview, issues }: ImportPlan, files: readonly ReadExport[], written: string | null): object {
  const { mode, accounts, total, moves, securities, transactions } = preview;
  const read = files.map(({ name, sha256, reading }) => ({ file: name, sha256, format: reading.format ?? null, confidence: reading.confidence, asOf: reading.asOf ?? null, rows: reading.rows.length }));
  const worstFirst = [...issues].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { mode, written, files: read, accounts, total, moves, securities, transactions, issues: worstFirst };
}
