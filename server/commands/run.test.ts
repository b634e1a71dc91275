import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../shared/api/result';
import { outputs } from '../../shared/sheets';
import { verifyAudit } from '../../shared/sheets/audit-chain';
import { readAudit } from '../../shared/sheets/read-audit';
import { openXlsx } from '../xlsx';
import { asOf, inFolder, sampleSheets, writeBook } from './fixtures/terminal';
import { run } from './run';

/** The audit trail of a workbook on disk. */
async function auditOf(path: string) {
  const { regions } = await (await openXlsx(readFileSync(path))).read(({ table }) => table === outputs.audit.table);
  return readAudit(regions[0]);
}

describe('a run', () => {
  test('that is stopped keeps the finished accounts, and the record says so', async () => {
    await inFolder(async (folder) => {
      const stopping = new AbortController();
      const out = join(folder, 'out.xlsx');
      const result = await run(await writeBook(folder), { asOf, out, signal: stopping.signal, progress: () => stopping.abort() });
      expect(result.run.partial).toBe(true);
      expect(result.scores.length).toBeGreaterThan(0);
      expect(result.scores.length).toBeLessThan(7);
      expect(await auditOf(out)).toEqual([expect.objectContaining({ note: expect.stringMatching(/^Stopped after \d+ of 7 accounts/) })]);
    });
  });

  test('of some accounts decides those, names them as its scope, and still reads the others for wash sales', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const accounts = ['4471-0101', '4471-0093'];
      const result = await run(book, { asOf, accounts });
      expect(result.scores.map(({ accountId }) => accountId)).toEqual([...accounts].sort());
      expect(result.run.scope).toBe(accounts.join(', '));
      expect(result.dataIssues.map(({ code }) => code)).toContain('H01');
    });
  });

  test('reports every account as it is decided', async () => {
    await inFolder(async (folder) => {
      const seen: [number, number][] = [];
      await run(await writeBook(folder), { asOf, progress: (done, total) => seen.push([done, total]) });
      expect(seen).toEqual(Array.from({ length: 7 }, (_, k) => [k + 1, 7]));
    });
  });

  test('may be written over the book itself: then the input is as it was and the results are added', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const inputs = async () => (await (await openXlsx(readFileSync(book))).read(({ table }) => table === 'rb_Holdings')).regions;
      const before = await inputs();
      await run(book, { asOf, out: book });
      expect(await inputs()).toEqual(before);
      expect(await auditOf(book)).toHaveLength(1);
    });
  });

  test('records itself: what was decided, on what file, by which engine; the chain of records holds', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const [first, second] = [join(folder, 'first.xlsx'), join(folder, 'second.xlsx')];
      const result = await run(book, { asOf, out: first });
      await run(first, { asOf, out: second });
      const audit = await auditOf(second);
      expect(audit).toHaveLength(2);
      expect(verifyAudit(audit)).toBeUndefined();
      expect(audit[0]).toMatchObject({
        no: 1,
        action: 'Run',
        runId: result.run.id,
        accounts: 7,
        trades: result.trades.length,
        engine: result.run.engine,
        inputsFingerprint: result.run.inputsFingerprint,
        outputsFingerprint: result.run.outputsFingerprint,
        fileAndSha256: expect.stringMatching(/^book\.xlsx [0-9a-f]{64}$/),
      });
      expect(verifyAudit([{ ...audit[0], trades: (audit[0].trades ?? 0) + 1 }, audit[1]])).toMatchObject({ no: 1, kind: 'hash' });
    });
  });

  test('says when each data issue was first seen on the sheet, and nowhere in the JSON, which has no clock', async () => {
    await inFolder(async (folder) => {
      const [out, json] = [join(folder, 'out.xlsx'), join(folder, 'out.json')];
      await run(await writeBook(folder, sampleSheets()), { asOf, out, json });
      const { dataIssues } = JSON.parse(readFileSync(json, 'utf8')) as RunResult;
      expect(dataIssues.map(({ firstSeen }) => firstSeen)).toEqual(dataIssues.map(() => null));
      const { regions } = await (await openXlsx(readFileSync(out))).read(({ table }) => table === outputs.dataIssues.table);
      const at = regions[0].values[0].indexOf('First seen');
      expect(regions[0].values.slice(1).map((row) => typeof row[at])).toEqual(dataIssues.map(() => 'number'));
    });
  });
});
