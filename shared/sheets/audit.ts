import type { AuditRow } from '../api/result';
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
    { key: 'no', header: 'No', kind: 'number', format: 'whole', width: 7 },
    { key: 'whenLocal', header: 'When (local)', kind: 'text', format: 'text', width: 19 },
    { key: 'whenUtc', header: 'When (UTC)', kind: 'text', format: 'text', width: 22 },
    { key: 'who', header: 'Who', kind: 'text', format: 'text', width: 16 },
    { key: 'action', header: 'Action', kind: 'text', format: 'text', width: 12 },
    { key: 'scope', header: 'Scope', kind: 'text', format: 'text', width: 16 },
    { key: 'runId', header: 'Run ID', kind: 'text', format: 'text', width: 22 },
    { key: 'accounts', header: 'Accounts', kind: 'number', format: 'whole', width: 10 },
    { key: 'trades', header: 'Trades', kind: 'number', format: 'whole', width: 9 },
    { key: 'turnover', header: 'Turnover', kind: 'number', format: 'money', width: 14, note: 'Half the money bought and sold.' },
    { key: 'estTax', header: 'Est. tax', kind: 'number', format: 'money', width: 12 },
    { key: 'inputsFingerprint', header: 'Inputs fingerprint', kind: 'text', format: 'text', width: 20, group: 'Versions' },
    { key: 'outputsFingerprint', header: 'Outputs fingerprint', kind: 'text', format: 'text', width: 20, group: 'Versions' },
    { key: 'changedSinceLastRun', header: 'Changed since last run', kind: 'text', format: 'text', width: 36, group: 'Versions' },
    { key: 'contract', header: 'Contract', kind: 'text', format: 'text', width: 10, group: 'Versions' },
    { key: 'engine', header: 'Engine', kind: 'text', format: 'text', width: 14, group: 'Versions' },
    { key: 'fileAndSha256', header: 'File and SHA-256', kind: 'text', format: 'text', width: 30, group: 'Versions' },
    { key: 'note', header: 'Note', kind: 'text', format: 'text', width: 30 },
    { key: 'previousHash', header: 'Previous hash', kind: 'text', format: 'text', width: 20 },
    { key: 'hash', header: 'Hash', kind: 'text', format: 'text', width: 20 },
  ],
};
