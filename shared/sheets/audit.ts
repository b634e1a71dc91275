import type { AuditRow } from '../api/result';
import { money, text, whole } from './columns';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** The record of what was done: rows are only ever added, and each row's hash covers the row and the hash before it. */
export const auditSheet: OutputSheet<AuditRow> = {
  sheet: 'Audit',
  table: 'rb_Audit',
  title: 'Audit',
  keyLine: 'Rows are only added · each hash covers its row and the hash before it, so a change to an earlier row shows',
  tabColor: tones.recordTab,
  frozenColumns: 1,
  key: ['no'],
  columns: [
    whole('no', 'No', 7),
    text('whenLocal', 'When (local)', 19),
    text('whenUtc', 'When (UTC)', 22),
    text('who', 'Who', 16),
    text('action', 'Action', 12),
    text('scope', 'Scope', 16),
    text('runId', 'Run ID', 22),
    whole('accounts', 'Accounts', 10),
    whole('trades', 'Trades', 9),
    money('turnover', 'Turnover', 14, { note: 'Half the money bought and sold.' }),
    money('estTax', 'Est. tax', 12),
    text('inputsFingerprint', 'Inputs fingerprint', 20, { group: 'Versions' }),
    text('outputsFingerprint', 'Outputs fingerprint', 20, { group: 'Versions' }),
    text('changedSinceLastRun', 'Changed since last run', 36, { group: 'Versions' }),
    text('contract', 'Contract', 10, { group: 'Versions' }),
    text('engine', 'Engine', 14, { group: 'Versions' }),
    text('fileAndSha256', 'File and SHA-256', 30, { group: 'Versions' }),
    text('note', 'Note', 30),
    text('previousHash', 'Previous hash', 20),
    text('hash', 'Hash', 20),
  ],
};
