import type { AuditRow } from '../api/result';
import { canonicalJson, sha256Hex } from '../workbook/fingerprint';
import { cleanText } from '../workbook/safe-text';

/** What the first row has for a hash before it. */
export const GENESIS = '0'.repeat(64);

/** What somebody enters in the record; number and hashes come from the chain. */
export type AuditEntry = Omit<AuditRow, 'no' | 'previousHash' | 'hash'>;

/** The row that continues the record after `previous`. */
export function appendAudit(previous: readonly AuditRow[], entry: AuditEntry): AuditRow {
  const last = previous.at(-1);
  const row = { ...cleanEntry(entry), no: (last?.no ?? 0) + 1, previousHash: last?.hash ?? GENESIS };
  return { ...row, hash: hashOf(row) };
}

/** Text as a cell will hold it, so that the hash is of what the sheet shows. */
function cleanEntry(entry: AuditEntry): AuditEntry {
  const cells = Object.entries(entry).map(([key, value]) => [key, typeof value === 'string' ? cleanText(value) : value]);
  return Object.fromEntries(cells) as AuditEntry;
}

/** Where the record was tampered with: the first row whose number, link or hash does not fit, and in what. */
export type AuditFault = { readonly row: number; readonly no: number; readonly kind: 'number' | 'link' | 'hash' };

/** Recomputes the record; undefined when every row is as it was written. `row` counts from 0. */
export function verifyAudit(rows: readonly AuditRow[]): AuditFault | undefined {
  let previous: AuditRow | undefined;
  for (const [index, row] of rows.entries()) {
    const fault = faultOf(row, previous);
    if (fault) return { row: index, no: row.no, kind: fault };
    previous = row;
  }
  return undefined;
}

function faultOf(row: AuditRow, previous: AuditRow | undefined): AuditFault['kind'] | undefined {
  if (row.no !== (previous?.no ?? 0) + 1) return 'number';
  if (row.previousHash !== (previous?.hash ?? GENESIS)) return 'link';
  return row.hash === hashOf(row) ? undefined : 'hash';
}

/** Blank and absent are one to a workbook, so they are one to the hash. */
function hashOf(row: Omit<AuditRow, 'hash'> & { hash?: string }): string {
  const { hash: _hash, ...covered } = row;
  const filled = Object.entries(covered).filter(([, value]) => value !== null && value !== '');
  return sha256Hex(canonicalJson(Object.fromEntries(filled)));
}
