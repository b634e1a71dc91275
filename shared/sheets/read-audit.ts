import type { AuditRow } from '../api/result';
import type { Region } from '../workbook/port';
import { auditSheet } from './audit';
import { readRows } from './read-rows';

/** The record as the workbook holds it, to be continued or verified. Text columns are text even where a cell holds a number. */
export function readAudit(region: Region | undefined): AuditRow[] {
  return readRows(auditSheet, region).map((row) => {
    const cells = auditSheet.columns.map(({ key, kind }) => {
      const cell = row[key] ?? null;
      return [key, kind === 'text' && cell !== null ? String(cell) : cell];
    });
    return Object.fromEntries(cells) as AuditRow;
  });
}
