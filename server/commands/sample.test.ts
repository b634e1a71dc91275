import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from '../xlsx';
import { asOf, inFolder, rebal } from './fixtures/terminal';
import { readBook } from './read-book';
import { sampleBytes } from './sample';

describe('a sample', () => {
  test.each([1, 3, 7, 50])('of %d accounts has that many, and can be run', async (accounts) => {
    await inFolder(async (folder) => {
      const path = join(folder, 'sample.xlsx');
      const made = await rebal('sample', path, '--accounts', String(accounts), '--seed', '5', '--as-of', asOf);
      const noun = accounts === 1 ? 'account' : 'accounts';
      expect(made).toEqual({ status: 0, err: '', out: `Wrote ${path}: ${accounts} ${noun} as of ${asOf}. Try: rebal run ${path}\n` });
      const { tables } = await readBook(await openXlsx(readFileSync(path)), undefined, '1999-01-01');
      expect(tables.accounts).toHaveLength(accounts);
      expect((await rebal('check', path)).status).toBe(0);
    });
  });

  test('is the same book for the same seed and day, and another for another seed', async () => {
    const tablesOf = async (seed: number) => (await readBook(await openXlsx(await sampleBytes(20, seed, asOf)), undefined, asOf)).tables;
    expect(await tablesOf(1)).toEqual(await tablesOf(1));
    expect((await tablesOf(2)).holdings).not.toEqual((await tablesOf(1)).holdings);
  });
});
