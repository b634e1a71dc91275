import { contractVersion, type TableRow } from '../../shared/contract';
import { readTables } from '../../shared/contract/parse';
import { counted } from '../../shared/counted';
import { symbolFinder } from '../../shared/imports/into/book-symbols';
import { combine } from '../../shared/imports/into/combine';
import { mapSource } from '../../shared/imports/into/import-source';
import { findRecipe, isRecipes, readRecipeRows } from '../../shared/imports/into/recipes';
import { formatIssue, type Issue } from '../../shared/issue';
import { localMoment } from '../../shared/local-day';
import { readInput } from '../../shared/mapping/read-input';
import { expectedTrades, statusEdits } from '../../shared/reconcile/expected-trades';
import { reconcile as compare, type Finding, type ReconciledLine } from '../../shared/reconcile/reconcile';
import type { Tolerance } from '../../shared/reconcile/tolerance';
import { auditSheet, tradesSheet } from '../../shared/sheets';
import { appendAudit, type AuditEntry } from '../../shared/sheets/audit-chain';
import { readOutputs } from '../../shared/sheets/previous-outputs';
import { reconciliationRows, reconciliationSheet } from '../../shared/sheets/reconciliation';
import { sheetContent } from '../../shared/sheets/sheet';
import { engineVersion } from '../../shared/version';
import type { Region } from '../../shared/workbook/port';
import type { XlsxWorkbook } from '../xlsx';
import type { Checked } from './check';
import { CommandError } from './command-error';
import { checkWritable, readWorkbook, writeFiles } from './files';
import { filesUnder } from './files-under';
import { namedAccounts } from './named-accounts';
import { openExports } from './open-exports';
import { checkDay, today } from './read-book';

export interface ReconcileOptions {
  /** Workbook to write: the book with the statuses and the sheet Reconciliation. */
  readonly out?: string;
  readonly json?: boolean;
  /** Shares and dollars that may be off; absent: as Settings say. */
  readonly shares?: number;
  readonly dollars?: number;
  /** `FILE_ACCOUNT=ACCOUNT_ID`. */
  readonly account?: readonly string[];
  /** Day of the files. */
  readonly asOf?: string;
}

/** `rebal reconcile BOOK.xlsx EXPORT…`: approved trades against the next exports; status 2 when something differs. */
export async function reconcile(path: string, exports: readonly string[], options: ReconcileOptions): Promise<Checked> {
  const { out, json, asOf, account = [] } = options;
  const tolerance = toleranceOf(options);
  if (asOf !== undefined) checkDay(asOf, today());
  if (out !== undefined) await checkWritable(out);
  const workbook = await readWorkbook(path);
  const isTrades = ({ table }: { readonly table?: string }): boolean => table?.toLowerCase() === tradesSheet.table.toLowerCase();
  const content = await readInput(workbook, (region) => isRecipes(region) || isTrades(region));
  const region = content.regions.find(isTrades);
  const trades = expectedTrades(region, content.date1904);
  if (trades.length === 0) throw new CommandError(`${path} has no approved trade. Approve trades on the sheet Trades, and save the workbook.`);
  const { tables, asOf: day } = readTables(content);
  const accountIds = tables.accounts.map(({ accountId }) => accountId);
  const known = { accountIds, named: namedAccounts(account, accountIds), asOf, symbolOf: symbolFinder(tables.securities) };
  const recipes = readRecipeRows(content);
  const files = await openExports(await filesUnder(exports));
  const combined = combine(files.map((file) => mapSource({ ...file, remembered: file.reading.format && findRecipe(recipes, file.reading.format)?.accounts }, known)));
  const lines = compare({ tables, trades, combined, tolerance, asOf: day ?? earliest(tables.holdings) ?? today() });
  if (out !== undefined) await write(workbook, region, lines, { path, out });
  return { lines: json ? [JSON.stringify({ tolerance, lines: reconciliationRows(lines), issues: combined.issues }, null, 2)] : [...said(lines, combined.issues), ...(out === undefined ? [] : [`Wrote ${out}`])], status: lines.every(({ finding }) => finding === 'Filled') ? 0 : 2 };
}

function toleranceOf({ shares, dollars }: ReconcileOptions): Partial<Tolerance> {
  for (const [name, value] of [['--shares', shares], ['--dollars', dollars]] as const) if (value !== undefined && (!Number.isFinite(value) || value < 0)) throw new CommandError(`${name} takes a number from 0 up.`);
  return { shares, dollars };
}

/** A book without a day is as old as its oldest row. */
const earliest = (holdings: readonly TableRow<'holdings'>[]): string | undefined => holdings.flatMap(({ asOf }) => asOf ?? []).sort()[0];

/** What differs, then the counts. */
function said(lines: readonly ReconciledLine[], issues: readonly Issue[]): string[] {
  const differing = lines.filter(({ finding }) => finding !== 'Filled');
  const counts = new Map<Finding, number>();
  for (const { finding } of lines) counts.set(finding, (counts.get(finding) ?? 0) + 1);
  const kinds = [...counts].map(([finding, count]) => `${count.toLocaleString('en-US')} ${finding.toLowerCase()}`).join(' · ');
  const trades = lines.filter(({ trade }) => trade !== undefined).length;
  return [...issues.map(formatIssue), ...differing.map(({ finding, accountId, what }) => `${finding.padEnd(16)}  ${accountId}  ${what}`), `${counted(trades, 'approved trade')}: ${kinds}`];
}

async function write(workbook: XlsxWorkbook, region: Region | undefined, lines: readonly ReconciledLine[], { path, out }: { readonly path: string; readonly out: string }): Promise<void> {
  const statuses = new Map(lines.flatMap(({ trade, finding }) => (trade && (finding === 'Filled' || finding === 'Part filled') ? [[trade.index, finding] as const] : [])));
  if (region) await workbook.edit(statusEdits(region, statuses));
  const { audit } = await readOutputs(workbook, ['audit']);
  const status = `Reconciled ${today()} · ${counted(lines.filter(({ trade }) => trade).length, 'approved trade')} · ${counted(lines.filter(({ finding }) => finding !== 'Filled').length, 'difference')}`;
  await workbook.write([sheetContent(reconciliationSheet, reconciliationRows(lines), status), sheetContent(auditSheet, [...audit, appendAudit(audit, entry(lines, path, new Date()))], status)]);
  await writeFiles([{ path: out, bytes: await workbook.save() }]);
}

/** The audit trail's line. */
function entry(lines: readonly ReconciledLine[], path: string, now: Date): AuditEntry {
  const accounts = new Set(lines.map(({ accountId }) => accountId));
  const differing = lines.filter(({ finding }) => finding !== 'Filled').length;
  return {
    whenLocal: localMoment(now), whenUtc: now.toISOString(), who: null, action: 'Reconcile', scope: accounts.size === 1 ? [...accounts][0] : `${accounts.size} accounts`,
    runId: null, accounts: accounts.size, trades: lines.filter(({ trade }) => trade !== undefined).length, turnover: null, estTax: null, inputsFingerprint: null, outputsFingerprint: null,
    changedSinceLastRun: null, contract: contractVersion, engine: engineVersion, fileAndSha256: path.split('/').at(-1) ?? path, note: `${differing} of ${lines.length} lines differ.`,
  };
}
