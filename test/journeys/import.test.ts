import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOf, filesIn, inFolder, rebal } from '../../server/commands/fixtures/terminal';
import { openXlsx } from '../../server/xlsx';
import type { Tables, TableRow } from '../../shared/contract';
import { wantedRegions } from '../../shared/contract/locate';
import { readTables } from '../../shared/contract/parse';
import { isRecipes } from '../../shared/imports/into/recipes';
import { auditSheet } from '../../shared/sheets';
import { verifyAudit } from '../../shared/sheets/audit-chain';
import { readAudit } from '../../shared/sheets/read-audit';
import type { Region } from '../../shared/workbook/port';
import { etradeDownload as download } from '../etrade-download';

/** The sample book, a custodian's downloads, and what becomes of them: look, apply, check, run, apply again. */
type Held = TableRow<'holdings'>;

async function sampleIn(folder: string): Promise<string> {
  const book = join(folder, 'book.xlsx');
  expect((await rebal('sample', book, '--as-of', asOf)).status).toBe(0);
  return book;
}

async function tablesOf(path: string): Promise<Tables> {
  return readTables(await (await openXlsx(readFileSync(path))).read(wantedRegions)).tables;
}

const lotsOf = ({ holdings }: Tables, accountId: string): Held[] => holdings.filter((row) => row.accountId === accountId && row.symbol !== 'CASH');
const cashOf = ({ holdings }: Tables, accountId: string): number | undefined => holdings.find((row) => row.accountId === accountId && row.symbol === 'CASH')?.quantity;

/** The account's own lots, so that a download of them changes nothing; those without a cost are priced at cost. */
async function sameDownload(book: string, accountId: string, change: (lots: Held[]) => Held[] = (lots) => lots, price = (_symbol: string, now: number): number => now): Promise<string> {
  const tables = await tablesOf(book);
  const prices = new Map(tables.securities.map(({ symbol, price: now = 0 }) => [symbol, price(symbol, now)]));
  return download(accountId.slice(-4), change(lotsOf(tables, accountId)), cashOf(tables, accountId) ?? 0, prices);
}

const account = '4471-0093';

describe('from a download to trades', () => {
  test('a download of what the book has changes no holding; a second import writes no cell at all', async () => {
    await inFolder(async (folder) => {
      const book = await sampleIn(folder);
      const file = join(folder, 'PortfolioDownload.csv');
      writeFileSync(file, await sameDownload(book, account));
      const before = await tablesOf(book);
      const looked = await rebal('import', file, '--into', book, '--dry-run', '--json');
      expect({ status: looked.status, err: looked.err }).toEqual({ status: 0, err: '' });
      const { total, written, issues } = JSON.parse(looked.out) as { total: Record<string, number>; written: unknown; issues: { code: string }[] };
      expect(total).toMatchObject({ changed: 0, new: 0, gone: 0, same: lotsOf(before, account).length + 1 });
      expect(total.dollarsAfter).toBe(total.dollarsBefore);
      expect(written).toBeNull();
      expect(issues.map(({ code }) => code)).toEqual([]);
      expect((await rebal('import', file, '--into', book)).status).toBe(0);
      const after = await tablesOf(book);
      const bare = ({ holdings }: Tables): unknown => holdings.map(({ asOf: _day, source: _file, marketValue: _value, ...row }) => row);
      expect(bare(after)).toEqual(bare(before));
      expect(await rebal('import', file, '--into', book)).toMatchObject({ status: 0, err: '' });
      expect(await tablesOf(book)).toEqual(after);
    });
  });

  test('sales, purchases and new prices arrive; other accounts and the rest of the book stay; the result runs', async () => {
    await inFolder(async (folder) => {
      const book = await sampleIn(folder);
      const file = join(folder, 'download.csv');
      const [first, second, ...others] = lotsOf(await tablesOf(book), account);
      const bought: Held = { accountId: account, symbol: 'VTI', quantity: 7, costBasis: 2030, acquired: '2026-11-18' };
      writeFileSync(file, await sameDownload(book, account, () => [{ ...first, quantity: first.quantity - 1 }, ...others, bought], (symbol, now) => (symbol === 'VTI' ? now + 1 : now)));
      const before = await tablesOf(book);
      const dry = await rebal('import', file, '--into', book, '--dry-run');
      expect(dry.out).toMatch(new RegExp(`^4471-0093 +0093 +2026-11-20 +${others.length + 1} +1 +1 +1 `, 'm'));
      expect(dry.out).toContain('Nothing was written (--dry-run).');
      const out = join(folder, 'imported.xlsx');
      const done = await rebal('import', file, '--into', book, '--out', out);
      expect({ status: done.status, err: done.err }).toEqual({ status: 0, err: '' });
      expect(done.out).toContain(`Wrote ${out}`);
      expect(await tablesOf(book)).toEqual(before);
      const after = await tablesOf(out);
      const rest = ({ holdings }: Tables): unknown => holdings.filter(({ accountId }) => accountId !== account);
      expect(rest(after)).toEqual(rest(before));
      expect(lotsOf(after, account)).toHaveLength(others.length + 2);
      expect(lotsOf(after, account).find(({ row }) => row === first.row)).toMatchObject({ symbol: first.symbol, quantity: first.quantity - 1, acquired: first.acquired });
      expect(lotsOf(after, account).find(({ quantity, acquired }) => quantity === 7 && acquired === '2026-11-18')).toMatchObject({ symbol: 'VTI', costBasis: 2030, row: second.row });
      const priceOf = ({ securities }: Tables): number | undefined => securities.find(({ symbol }) => symbol === 'VTI')?.price;
      expect(priceOf(after)).toBe((priceOf(before) ?? 0) + 1);
      expect((await rebal('check', out)).status).toBe(0);
      expect((await rebal('run', out, '--as-of', asOf)).status).toBe(0);
    });
  });

  test('each import is a line of the audit trail with the file’s SHA-256, and is remembered', async () => {
    await inFolder(async (folder) => {
      const book = await sampleIn(folder);
      const file = join(folder, 'odd.csv');
      writeFileSync(file, (await sameDownload(book, account)).replace('-0093', '-5555'));
      const unknown = await rebal('import', file, '--into', book, '--dry-run');
      expect(unknown.out).toContain('I20');
      expect(unknown.out).toContain('Account 5555 is not in Accounts');
      expect((await rebal('import', file, '--into', book, '--account', `5555=${account}`, '--mode', 'update')).out).toContain('Updates rows');
      const again = await rebal('import', file, '--into', book);
      expect(again.out).toContain('Updates rows');
      expect(again.out).not.toContain('I20');
      const workbook = await openXlsx(readFileSync(book));
      const { regions } = await workbook.read((region) => region.table === auditSheet.table || isRecipes(region));
      const region = (table: string): Region | undefined => regions.find((one) => one.table === table);
      const audit = readAudit(region(auditSheet.table));
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
      expect(audit.map(({ no, action, fileAndSha256, scope }) => [no, action, fileAndSha256, scope])).toEqual([1, 2].map((no) => [no, 'Import', `odd.csv ${sha256}`, account]));
      expect(verifyAudit(audit)).toBeUndefined();
      expect(JSON.stringify(region('rb_Recipes')?.values)).toContain('5555');
    });
  });
});

describe('what is refused leaves the book as it was', () => {
  test.each<[string, (folder: string) => string, readonly string[], RegExp]>([
    ['a file of no known layout', () => 'hello,world\n1,2\n', [], /Nothing was written: one thing stops the import\./],
    ['an account the book does not have', () => 'hello', ['--account', 'x=nobody'], /--account names "nobody", which is not in Accounts\./],
    ['a pair without =', () => 'hello', ['--account', 'nobody'], /--account takes FILE_ACCOUNT=ACCOUNT_ID/],
    ['an unknown mode', () => 'hello', ['--mode', 'merge'], /--mode takes replace, add, update\./],
    ['a day that is none', () => 'hello', ['--as-of', '2026-02-30'], /is no date/],
  ])('%s', async (_what, content, options, says) => {
    await inFolder(async (folder) => {
      const book = await sampleIn(folder);
      const file = join(folder, 'x.csv');
      writeFileSync(file, content(folder));
      const before = filesIn(folder);
      const { status, out, err } = await rebal('import', file, '--into', book, ...options);
      expect(status).toBe(2);
      expect(out + err).toMatch(says);
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test('an export is never written over', async () => {
    await inFolder(async (folder) => {
      const book = await sampleIn(folder);
      const file = join(folder, 'x.csv');
      writeFileSync(file, 'hello');
      expect(await rebal('import', file, '--into', book, '--out', file)).toMatchObject({ status: 2, err: `${file} is named twice. Name another file for the result.\n` });
    });
  });
});

test('without --into a file is only read: as JSON one object, for several files a list', async () => {
  await inFolder(async (folder) => {
    const book = await sampleIn(folder);
    const [one, other] = ['one.csv', 'other.csv'].map((name) => join(folder, name));
    writeFileSync(one, await sameDownload(book, account));
    writeFileSync(other, 'hello,world\n1,2\n');
    const single = await rebal('import', one, '--json');
    expect(single.status).toBe(0);
    const reading = JSON.parse(single.out) as { rows: object[]; format: string };
    expect(Object.keys(reading)).toEqual(['format', 'confidence', 'asOf', 'rows', 'transactions', 'leftAside', 'issues']);
    expect(reading).toMatchObject({ format: 'etrade-portfolio', asOf, issues: [] });
    expect(reading.rows[0]).toMatchObject({ kind: 'position', account: '0093', cusip: null });
    const both = await rebal('import', one, other, '--json');
    expect(both.status).toBe(2);
    expect(JSON.parse(both.out)).toMatchObject([{ file: 'one.csv', format: 'etrade-portfolio' }, { file: 'other.csv', format: null, rows: [] }]);
    expect((await rebal('import', one)).out).toMatch(/^one\.csv: E\*TRADE, portfolio download \(CSV\), \d+ % sure, as of 2026-11-20 · \d+ positions, \d+ lots, 1 cash row, 1 total\n$/);
  });
});
