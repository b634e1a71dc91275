import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { RunResult } from '../../shared/api/result';
import { asOf, filesIn, inFolder, rebal, sampleSheets, writeBook } from './fixtures/terminal';
import { refused, refusedInOneLine } from './fixtures/refusal';

const sample = async (folder: string): Promise<string> => {
  const book = join(folder, 'book.xlsx');
  await rebal('sample', book, '--as-of', asOf);
  return book;
};
const runOf = (file: string): RunResult => JSON.parse(readFileSync(file, 'utf8')) as RunResult;

describe('convert', () => {
  test('a workbook, a book file and the workbook made of it check and run alike', async () => {
    await inFolder(async (folder) => {
      const book = await sample(folder);
      const [file, back] = [join(folder, 'book.rebal'), join(folder, 'back.xlsx')];
      expect(await rebal('convert', book, file)).toMatchObject({ status: 0, out: expect.stringContaining(`Wrote ${file}: 7 accounts`) });
      expect((await rebal('convert', file, back)).status).toBe(0);
      const runs: RunResult[] = [];
      for (const one of [book, file, back]) {
        const json = join(folder, 'run.json');
        expect((await rebal('run', one, '--json', json)).status).toBe(0);
        runs.push(runOf(json));
      }
      expect(runs[1].run).toMatchObject({ id: runs[0].run.id, inputsFingerprint: runs[0].run.inputsFingerprint });
      expect(runs[2].run.id).toBe(runs[0].run.id);
      expect(runs[1].trades.map(({ tradeId, account }) => [tradeId, account])).toEqual(runs[0].trades.map(({ tradeId, account }) => [tradeId, account]));
      const said = await Promise.all([book, file].map(async (one) => (await rebal('check', one)).out.split('\n').map((line) => line.split('  ')[1]).sort()));
      expect(said[1]).toEqual(said[0]);
      expect((await rebal('check', file)).out).toMatch(/book\.rebal line \d+/);
    });
  });

  test('the same book gives the same bytes, packed or not', async () => {
    await inFolder(async (folder) => {
      const book = await sample(folder);
      const names = ['one.rebal', 'two.rebal', 'one.rebal.gz', 'two.rebal.gz'].map((name) => join(folder, name));
      for (const name of names) await rebal('convert', book, name);
      const files = filesIn(folder);
      expect([files['one.rebal'], files['one.rebal.gz']]).toEqual([files['two.rebal'], files['two.rebal.gz']]);
      expect(gunzipSync(readFileSync(names[2]))).toEqual(readFileSync(names[0]));
      expect((await rebal('check', names[2])).out).toBe((await rebal('check', names[0])).out.replaceAll('one.rebal', 'one.rebal.gz'));
    });
  });

  test('names and notes stay behind when the file is for the service', async () => {
    await inFolder(async (folder) => {
      const book = await sample(folder);
      const [all, wire] = [join(folder, 'all.rebal'), join(folder, 'wire.rebal')];
      await rebal('convert', book, all);
      await rebal('convert', book, wire, '--for-service');
      expect(readFileSync(all, 'utf8')).toContain('"accountName"');
      expect(readFileSync(wire, 'utf8')).not.toContain('"accountName"');
    });
  });

  test('what a workbook could not be read for is not forgotten', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder, sampleSheets((sheet) => (sheet.sheet !== 'Holdings' ? sheet
        : { ...sheet, rows: sheet.rows.map((row, k) => (k === 1 ? row.map((cell, at) => (sheet.columns[at].header === 'Quantity' ? 'n/a' : cell)) : row)) })));
      const file = join(folder, 'book.rebal');
      expect(await rebal('convert', book, file)).toMatchObject({ status: 2, out: expect.stringContaining('carries these issues') });
      expect((await rebal('check', file, '--as-of', asOf)).out).toContain('skip  G06  Holdings!');
    });
  });

  test('refuses a place it cannot write and a file that is none', async () => {
    await inFolder(async (folder) => {
      const book = await sample(folder);
      expect(await refusedInOneLine(folder, 'convert', book, book)).toMatch(/named twice/);
      expect(await refusedInOneLine(folder, 'convert', join(folder, 'no.rebal'), join(folder, 'x.xlsx'))).toMatch(/There is no file/);
      const cut = join(folder, 'cut.rebal.gz');
      await rebal('convert', book, cut);
      writeFileSync(cut, readFileSync(cut).subarray(0, 900));
      expect(await refusedInOneLine(folder, 'check', cut)).toMatch(/gzip is damaged/);
    });
  });
});

describe('a run of a book file', () => {
  test('writes a workbook of results, or lines when asked', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'book.rebal');
      await rebal('convert', await sample(folder), file);
      const [out, lines, json] = ['out.xlsx', 'out.jsonl.gz', 'out.json'].map((name) => join(folder, name));
      expect((await rebal('run', file, '--out', out)).out).toContain(`Wrote ${out}`);
      expect((await rebal('run', file, '--out', lines, '--json', json)).out).toContain(`Wrote ${lines}`);
      const [head, ...rows] = gunzipSync(readFileSync(lines)).toString().trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(head.run).toEqual(runOf(json).run);
      expect(rows.flatMap(({ trades }) => trades ?? [])).toEqual(runOf(json).trades);
    });
  });

  test('decides the accounts that the file names; the book is never written over', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'book.rebal');
      await rebal('convert', await sample(folder), file);
      const [header, ...rows] = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, [JSON.stringify({ ...(JSON.parse(header) as object), accounts: ['4471-0093'] }), ...rows].join('\n'));
      expect((await rebal('run', file)).out).toContain('1 account:');
      expect(await refusedInOneLine(folder, 'run', file, '--out', file)).toMatch(/names the book itself/);
    });
  });

  test('is refused when the file was cut off', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'book.rebal');
      await rebal('convert', await sample(folder), file);
      writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, -20).join('\n'));
      expect((await refused(folder, 'run', file)).join('\n')).toMatch(/stop {2}B02 {2}book\.rebal/);
    });
  });
});
