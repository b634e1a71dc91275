import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AuditRow } from '../api/result';
import { MemoryWorkbook } from '../workbook/memory';
import { auditSheet } from './audit';
import { appendAudit, GENESIS, verifyAudit, type AuditEntry } from './audit-chain';
import { readAudit } from './read-audit';
import { sheetContent } from './sheet';
import { auditRow } from './test-result';

const { no: _no, previousHash: _previous, hash: _hash, ...entry } = auditRow;
const chain = (...entries: Partial<AuditEntry>[]): AuditRow[] =>
  entries.reduce<AuditRow[]>((rows, changes) => [...rows, appendAudit(rows, { ...entry, ...changes })], []);

describe('the record', () => {
  test('counts from 1 and links each row to the one before', () => {
    const [first, second] = chain({}, { action: 'Export' });
    expect([first.no, first.previousHash, second.no, second.previousHash]).toEqual([1, GENESIS, 2, first.hash]);
    expect(second.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('verifies as written, and when there is none', () => {
    expect(verifyAudit(chain({}, { note: 'held' }, { accounts: 3 }))).toBeUndefined();
    expect(verifyAudit([])).toBeUndefined();
  });

  test('any change of any cell of any row is found at that row', () => {
    const rows = chain({}, { note: 'held' }, { accounts: 3 });
    const keys = auditSheet.columns.map(({ key }) => key).filter((key) => key !== 'no');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.constantFrom(...keys), (index, key) => {
        const forged = rows.map((row, place) =>
          place === index ? { ...row, [key]: typeof row[key] === 'number' ? Number(row[key]) + 1 : `${row[key]}x` } : row,
        );
        const fault = verifyAudit(forged as AuditRow[]);
        expect(fault?.row).toBe(index);
      }),
    );
  });

  test('a row taken out, put in or moved is found', () => {
    const [a, b, c] = chain({}, { note: 'held' }, { accounts: 3 });
    expect(verifyAudit([a, c])).toMatchObject({ row: 1, no: 3, kind: 'number' });
    expect(verifyAudit([b, a, c])).toMatchObject({ row: 0, kind: 'number' });
    expect(verifyAudit([a, { ...c, no: 2 }])).toMatchObject({ row: 1, kind: 'link' });
    expect(verifyAudit([a, b, { ...c, turnover: 0 }])).toMatchObject({ row: 2, kind: 'hash' });
  });

  test('survives a workbook: what is read back verifies and goes on', async () => {
    const rows = chain({ note: 'line one\nline two', who: '=cmd()' }, { note: 'x'.repeat(3_000), turnover: 0.1 + 0.2 });
    const workbook = new MemoryWorkbook();
    await workbook.write([sheetContent(auditSheet, rows, '')]);
    const read = readAudit((await workbook.read(() => true)).regions[0]);
    expect(verifyAudit(read)).toBeUndefined();
    expect(verifyAudit([...read, appendAudit(read, entry)])).toBeUndefined();
    expect(read).toEqual(rows);
  });

  test('a sheet without rows is a record without rows', () => {
    expect(readAudit(undefined)).toEqual([]);
  });
});
