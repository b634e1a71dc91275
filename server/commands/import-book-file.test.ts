import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportsOf, madeUpAccounts, madeUpBook, writeExports } from './fixtures/made-up-exports';
import { refusedInOneLine } from './fixtures/refusal';
import { filesIn, inFolder, rebal } from './fixtures/terminal';

type Line = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const linesOf = (file: string): Line[] => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Line);
const rowsOf = (file: string, table: string): Readonly<Record<string, unknown>>[] => linesOf(file).flatMap((line) => (line[table] === undefined ? [] : [line[table]]));
/** Rows without the order they are in. */
const asSet = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

async function withBook<Result>(count: number, work: (folder: string, book: string, exports: string) => Promise<Result>): Promise<Result> {
  return inFolder(async (folder) => {
    const [book, exports] = [join(folder, 'book.rebal'), join(folder, 'exports')];
    const accounts = madeUpAccounts(count, 6);
    writeFileSync(book, madeUpBook(accounts));
    mkdirSync(exports);
    writeExports(exports, accounts);
    return work(folder, book, exports);
  });
}

describe('import into a book file', () => {
  test('positions, lots and trades of every account come together', async () => {
    await withBook(3, async (_folder, book, exports) => {
      const said = await rebal('import', exports, '--into', book);
      expect([said.status, said.err]).toEqual([0, '']);
      expect(said.out).toMatch(/9 files, 3 accounts: 0 rows same · 0 changed · 21 new · 0 gone · 3 transactions new/);
      const [account] = madeUpAccounts(3, 6);
      const mine = rowsOf(book, 'holdings').filter(({ accountId }) => accountId === account.accountId);
      expect(mine.filter(({ symbol }) => symbol === 'CASH').map(({ quantity }) => quantity)).toEqual([account.cash]);
      expect(asSet(mine.filter(({ symbol }) => symbol !== 'CASH').map(({ symbol, quantity, acquired, costBasis }) => ({ symbol, quantity, acquired, costBasis }))))
        .toEqual(asSet(account.lots.map(({ symbol, quantity, acquired, cost }) => ({ symbol, quantity, acquired, costBasis: cost }))));
      expect((await rebal('check', book)).status).toBe(0);
    });
  });

  test('the same files again change nothing; the bytes are the same', async () => {
    await withBook(3, async (_folder, book, exports) => {
      await rebal('import', exports, '--into', book);
      const once = readFileSync(book, 'utf8');
      expect((await rebal('import', exports, '--into', book)).out).toMatch(/21 rows same · 0 changed · 0 new · 0 gone · 0 transactions new/);
      expect(readFileSync(book, 'utf8')).toBe(once);
    });
  });

  test('does what an import into a workbook does', async () => {
    await withBook(2, async (folder, book, exports) => {
      const [workbook, after, file] = ['book.xlsx', 'after.xlsx', 'after.rebal'].map((name) => join(folder, name));
      await rebal('import', exports, '--into', book);
      const [first, second] = madeUpAccounts(2, 6);
      // The next day: one lot of the first account is smaller, one is gone, and there is one more.
      const changed = { ...first, cash: 55, lots: [{ ...first.lots[0], quantity: 1, cost: 9 }, ...first.lots.slice(2), { ...first.lots[3], acquired: '2026-11-18' }] };
      const next = join(folder, 'next');
      mkdirSync(next);
      for (const account of [changed, second]) for (const [name, text] of Object.entries(exportsOf(account))) writeFileSync(join(next, name), text);
      expect((await rebal('convert', book, workbook)).status).toBe(0);
      expect((await rebal('import', ...readdirSync(next).sort().map((name) => join(next, name)), '--into', workbook, '--out', after)).status).toBe(0);
      await rebal('convert', after, file);
      expect((await rebal('import', next, '--into', book)).status).toBe(0);
      for (const table of ['holdings', 'transactions', 'securities', 'accounts']) expect(asSet(rowsOf(book, table))).toEqual(asSet(rowsOf(file, table)));
    });
  }, 30_000);

  test('accounts that no file names, and tables that no import touches, stay', async () => {
    await withBook(3, async (folder, book, exports) => {
      await rebal('import', exports, '--into', book);
      const before = linesOf(book);
      const one = join(folder, 'one');
      mkdirSync(one);
      const [first] = madeUpAccounts(3, 6);
      for (const [name, text] of Object.entries(exportsOf({ ...first, cash: 1 }))) writeFileSync(join(one, name), text);
      await rebal('import', one, '--into', book);
      const after = linesOf(book);
      expect(after.length).toBe(before.length);
      expect(after.filter((line, k) => JSON.stringify(line) !== JSON.stringify(before[k]))).toMatchObject([{ holdings: { accountId: first.accountId, symbol: 'CASH', quantity: 1 } }]);
    });
  });

  test('makes a new book, whose accounts still need a tax type', async () => {
    await inFolder(async (folder) => {
      const book = join(folder, 'new.rebal');
      writeExports(folder, madeUpAccounts(2, 4));
      const said = await rebal('import', join(folder, 'batch-000'), '--into', book);
      expect(said.out).toContain('2 accounts of a new book: each needs a tax type');
      expect((await rebal('import', join(folder, 'batch-000'), '--into', book)).out).toMatch(/10 rows same/);
      expect((await rebal('check', book, '--as-of', '2026-11-20')).out).toMatch(/A03 {2}new\.rebal line 2 {2}Account Z10000000 has no tax type/);
    });
  });

  test('a dry run writes nothing, and nothing stays on disk beside the book', async () => {
    await withBook(2, async (folder, book, exports) => {
      const [before, spools] = [filesIn(folder), () => readdirSync(tmpdir()).filter((name) => name.startsWith('rebal-spool-'))];
      const there = spools();
      expect((await rebal('import', exports, '--into', book, '--dry-run')).out).toContain('Nothing was written (--dry-run).');
      expect(filesIn(folder)).toEqual(before);
      expect(spools()).toEqual(there);
    });
  });

  test('an account that the book lacks is named, and the others are taken; the same as JSON', async () => {
    await withBook(2, async (folder, book, exports) => {
      const [, , stranger] = madeUpAccounts(3, 6);
      for (const [name, text] of Object.entries(exportsOf(stranger))) writeFileSync(join(exports, name), text);
      const said = JSON.parse((await rebal('import', exports, '--into', book, '--json', '--out', join(folder, 'out.rebal'))).out) as { issues: { code: string }[]; total: { accounts: number } };
      expect(said.total.accounts).toBe(2);
      expect(said.issues.map(({ code }) => code)).toContain('I20');
      expect(rowsOf(join(folder, 'out.rebal'), 'holdings').some(({ accountId }) => accountId === stranger.accountId)).toBe(false);
      expect(rowsOf(book, 'holdings')).toEqual([]);
    });
  });

  test('refuses a damaged book, an empty folder and a file that is the book', async () => {
    await withBook(1, async (folder, book, exports) => {
      mkdirSync(join(folder, 'empty'));
      expect(await refusedInOneLine(folder, 'import', join(folder, 'empty'), '--into', book)).toMatch(/There is no file in/);
      expect(await refusedInOneLine(folder, 'import', book, '--into', book)).toMatch(/is the book itself/);
      writeFileSync(book, `${readFileSync(book, 'utf8')}{"holdings":{"acc`);
      const spools = () => readdirSync(tmpdir()).filter((name) => name.startsWith('rebal-spool-'));
      const there = spools();
      expect(await refusedInOneLine(folder, 'import', exports, '--into', book)).toMatch(/line \d+ is not a JSON object/);
      expect(await refusedInOneLine(folder, 'import', exports, '--into', join(folder, 'new.rebal'), '--account', 'wrong')).toMatch(/--account takes/);
      expect(spools()).toEqual(there);
      expect(existsSync(book)).toBe(true);
    });
  });
});
