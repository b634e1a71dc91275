import { contractVersion } from '../contract';
import type { Preview } from '../imports/preview';
import { localMoment } from '../local-day';
import { engineVersion } from '../version';
import { LONGEST_TEXT } from '../workbook/safe-text';
import type { AuditEntry } from './audit-chain';

/** A file that was imported, with the SHA-256 of its bytes. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
}

const modes = { replace: 'Replaced the accounts’ holdings', add: 'Added', update: 'Updated by key' } as const;

/** The audit trail's line for an import: its files with their SHA-256, rows and dollars changed. Files that do not fit into one cell go on in another line. */
export function importEntries(preview: Preview, files: readonly ImportedFile[], now: Date): AuditEntry[] {
  const { accounts, total, transactions, securities, mode } = preview;
  const money = (amount: number): string => `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  const rows = `${total.same} rows same, ${total.changed} changed, ${total.new} new, ${total.gone} gone`;
  const changed = `holdings ${total.changed + total.new + total.gone} rows, prices ${securities.prices.length}, securities ${securities.added.length}, transactions ${transactions.new}`;
  return cells(files).map((marks, part) => ({
    whenLocal: localMoment(now),
    whenUtc: now.toISOString(),
    who: null,
    action: 'Import',
    scope: accounts.length === 1 ? accounts[0].accountId : `${accounts.length} accounts`,
    runId: null,
    accounts: accounts.length,
    trades: null,
    turnover: null,
    estTax: null,
    inputsFingerprint: null,
    outputsFingerprint: null,
    changedSinceLastRun: changed,
    contract: contractVersion,
    engine: engineVersion,
    fileAndSha256: marks,
    note: part === 0 ? `${modes[mode]}: ${rows}; ${money(total.dollarsBefore)} before, ${money(total.dollarsAfter)} after.` : 'More files of the import above.',
  }));
}

const longestName = 200;

/** `a.csv 9f86…; b.csv 60303a…`, in as many cells as it takes. */
function cells(files: readonly ImportedFile[]): string[] {
  const found: string[] = [''];
  for (const { name, sha256 } of files) {
    const mark = `${name.slice(-longestName)} ${sha256}`;
    const last = found[found.length - 1];
    const longer = last === '' ? mark : `${last}; ${mark}`;
    if (longer.length <= LONGEST_TEXT) found[found.length - 1] = longer;
    else found.push(mark);
  }
  return found;
}
