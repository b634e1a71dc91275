import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TradeRow } from '../../shared/api/result';
import { outputs, tradesSheet } from '../../shared/sheets';
import { verifyAudit } from '../../shared/sheets/audit-chain';
import { readAudit } from '../../shared/sheets/read-audit';
import { readRows } from '../../shared/sheets/read-rows';
import { reconciliationSheet } from '../../shared/sheets/reconciliation';
import { sheetContent } from '../../shared/sheets/sheet';
import { openXlsx } from '../xlsx';
import { exportsOf, madeUpAccounts, madeUpBook, madeUpPrice, type MadeUpAccount } from './fixtures/made-up-exports';
import { refusedInOneLine } from './fixtures/refusal';
import { inFolder, rebal } from './fixtures/terminal';

const [first, second] = madeUpAccounts(2, 6);

/** A trade as a run proposes it. */
const trade = (known: Partial<TradeRow>): TradeRow => ({ approve: true, status: 'Proposed', accountId: first.accountId, action: 'Sell', quantity: 1, price: madeUpPrice(known.symbol ?? first.lots[0].symbol), ...known }) as TradeRow;
const [lot, , third] = first.lots;
const sell = trade({ tradeId: 'T1', symbol: lot.symbol, quantity: lot.quantity, acquired: lot.acquired });
const buy = trade({ tradeId: 'T2', action: 'Buy', symbol: third.symbol, quantity: 10, status: 'Approved', approve: false });
const rejected = trade({ tradeId: 'T3', action: 'Buy', symbol: third.symbol, quantity: 99, status: 'Rejected', approve: false });

/** The account after both trades. */
const done: MadeUpAccount = {
  ...first,
  cash: first.cash + lot.quantity * madeUpPrice(lot.symbol) - 10 * madeUpPrice(third.symbol),
  lots: [...first.lots.slice(1), { symbol: third.symbol, quantity: 10, acquired: '2026-11-20', cost: 10 * madeUpPrice(third.symbol) }],
};

/** The exports without their history, whose made-up trade is no part of the story. */
function writeFiles(folder: string, accounts: readonly MadeUpAccount[]): void {
  mkdirSync(folder, { recursive: true });
  for (const account of accounts) for (const [name, text] of Object.entries(exportsOf(account))) if (!name.includes('history')) writeFileSync(join(folder, name), text);
}

/** A workbook that holds both accounts and the trades, and a folder with the exports of the next day. */
async function withStory<Result>(next: readonly MadeUpAccount[], work: (book: string, exports: string, folder: string) => Promise<Result>, trades = [sell, buy, rejected]): Promise<Result> {
  return inFolder(async (folder) => {
    const [lines, book, before, exports] = ['book.rebal', 'book.xlsx', 'before', 'next'].map((name) => join(folder, name));
    writeFileSync(lines, madeUpBook([first, second]));
    writeFiles(before, [first, second]);
    await rebal('import', before, '--into', lines);
    await rebal('convert', lines, book);
    const workbook = await openXlsx(readFileSync(book));
    await workbook.write([sheetContent(tradesSheet, trades, 'Run R-1')]);
    writeFileSync(book, await workbook.save());
    writeFiles(exports, next);
    return work(book, exports, folder);
  });
}

async function readSheets(path: string) {
  const { regions } = await (await openXlsx(readFileSync(path))).read(({ table }) => table !== undefined);
  const region = (table: string) => regions.find((one) => one.table === table);
  return { trades: readRows(tradesSheet, region('rb_Trades')), lines: readRows(reconciliationSheet, region('rb_Reconciliation')), audit: readAudit(region(outputs.audit.table)) };
}

describe('reconcile', () => {
  test('exports made from the approved trades: all is filled, and the sheets say so', async () => {
    await withStory([done, second], async (book, exports, folder) => {
      const out = join(folder, 'out.xlsx');
      const said = await rebal('reconcile', book, exports, '--out', out);
      expect(said).toMatchObject({ status: 0, err: '' });
      expect(said.out).toContain('2 approved trades: 2 filled');
      const { trades, lines, audit } = await readSheets(out);
      expect(trades.map(({ tradeId, status, approve }) => [tradeId, status, approve])).toEqual([['T1', 'Filled', true], ['T2', 'Filled', false], ['T3', 'Rejected', false]]);
      expect(lines.map(({ finding, tradeId }) => [finding, tradeId]).sort()).toEqual([['Filled', 'T1'], ['Filled', 'T2']]);
      expect(audit).toMatchObject([{ action: 'Reconcile', trades: 2, note: '0 of 2 lines differ.' }]);
      expect(verifyAudit(audit)).toBeUndefined();
      // Once more, on what was written: still all filled.
      expect((await rebal('reconcile', out, exports)).status).toBe(0);
    });
  });

  test('part of a buy, and money that nobody can explain', async () => {
    const part: MadeUpAccount = { ...done, cash: done.cash + 6 * madeUpPrice(third.symbol) - 5000, lots: done.lots.map((one) => (one.acquired === '2026-11-20' ? { ...one, quantity: 4 } : one)) };
    await withStory([part, second], async (book, exports, folder) => {
      const out = join(folder, 'out.xlsx');
      const said = await rebal('reconcile', book, exports, '--out', out);
      expect(said.status).toBe(2);
      expect(said.out).toMatch(/Part filled +Z10000000 {2}4 of 10 \w+ bought\./);
      expect(said.out).toMatch(/Cash off +Z10000000 .*\$5,000\.00 less/);
      expect((await readSheets(out)).trades.map(({ status }) => status)).toEqual(['Filled', 'Part filled', 'Rejected']);
      const json = JSON.parse((await rebal('reconcile', book, exports, '--json', '--dollars', '6000')).out) as { lines: { finding: string }[] };
      expect(json.lines.map(({ finding }) => finding)).toEqual(['Part filled', 'Filled']);
    });
  });

  test('an account without an export, and one that traded without being asked', async () => {
    await withStory([{ ...second, lots: second.lots.slice(1), cash: second.cash + second.lots[0].quantity * madeUpPrice(second.lots[0].symbol) }], async (book, exports) => {
      const { status, out } = await rebal('reconcile', book, exports);
      expect(status).toBe(2);
      expect(out.split('\n').map((line) => line.split('  ')[0].trim()).filter((word) => /^(Not|Unexpected)/.test(word))).toEqual(['Not in the files', 'Not in the files', 'Unexpected']);
    });
  });

  test('nothing approved, or a tolerance that is none, is refused', async () => {
    await withStory([done], async (book, exports, folder) => {
      expect(await refusedInOneLine(folder, 'reconcile', book, exports)).toMatch(/has no approved trade/);
      expect(await refusedInOneLine(folder, 'reconcile', book, exports, '--shares', '-1')).toMatch(/--shares takes a number/);
    }, [rejected]);
  });
});
