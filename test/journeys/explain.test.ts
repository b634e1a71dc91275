import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOf, inFolder, rebal, sampleSheets, writeBook } from '../../server/commands/fixtures/terminal';
import { openXlsx } from '../../server/xlsx';
import type { RunResult } from '../../shared/api/result';
import { definitionOf } from '../../shared/contract';
import type { ExplainedLine } from '../../shared/explain';
import { inputSheet } from '../../shared/sample/input-sheet';
import type { Cell, SheetContent } from '../../shared/workbook/port';

/** An exempt account of a group with settings and a restriction of its own, whose model is its household's. */
const account = '5530-2290';

/** The sample with one column of Accounts emptied for the account, a household that has the model, and what clients want otherwise. */
function sheets(): SheetContent[] {
  const [modelAt, idAt] = [2, 0];
  const without = (row: readonly Cell[]): readonly Cell[] => (row[idAt] === account ? row.map((cell, at) => (at === modelAt ? null : cell)) : row);
  return [
    ...sampleSheets((sheet) => (sheet.table === 'rb_Accounts' ? { ...sheet, rows: sheet.rows.map(without) } : sheet)),
    inputSheet(definitionOf('households'), [{ householdId: 'H-LINDQVIST', model: 'Core equity' }]),
    inputSheet(definitionOf('customizations'), [{ scope: 'Account', scopeId: account, change: 'Tilt %', component: 'Intl equity', value: 0.05, reason: 'Spends in euros' }]),
    inputSheet(definitionOf('products'), [
      { product: 'Emerging direct', assetClass: 'Emerging markets', implements: 'VWO', minAccount: 5_000_000 },
      { product: 'Emerging ETF', assetClass: 'Emerging markets', implements: 'VWO', rank: 2 },
    ]),
  ];
}

interface Explained {
  readonly lines: readonly ExplainedLine[];
}

describe('an account explained', () => {
  test('agrees with what a run uses: target, settings, restriction, and where each comes from', async () => {
    await inFolder(async (folder) => {
      const [book, json] = [await writeBook(folder, sheets()), join(folder, 'run.json')];
      expect((await rebal('run', book, '--json', json, '--as-of', asOf)).err).toBe('');
      const { trades, scores } = JSON.parse(readFileSync(json, 'utf8')) as RunResult;
      const spoken = await rebal('explain', book, '--account', account, '--json', '--as-of', asOf);
      expect(spoken).toMatchObject({ status: 0, err: '' });
      const { lines } = JSON.parse(spoken.out) as Explained;
      const line = (section: string, item: string): ExplainedLine | undefined => lines.find((one) => one.section === section && one.item === item);
      expect(line('Account', 'Model')).toMatchObject({ value: 'Core equity', level: 'Household', source: 'Households!B2' });
      expect(line('Settings', 'Minimum trade $')).toMatchObject({ value: 2500, level: 'Group', source: 'Settings!G3' });
      expect(line('Restrictions', 'Never own')).toMatchObject({ value: 'Asset class Real estate', level: 'Group', source: 'Restrictions!A6' });
      expect(line('Target', 'VWO')?.note).toContain('Core equity › Emerging markets 10 % › Emerging ETF › VWO');
      expect(line('Target', 'VXUS')?.value).toBeCloseTo(0.35 * 0.98, 12);

      const own = trades.filter(({ accountId }) => accountId === account);
      expect(own.length).toBeGreaterThan(0);
      for (const trade of own) {
        const target = lines.reduce((sum, { section, item, value }) => sum + (section === 'Target' && item === trade.symbol ? Number(value) : 0), 0);
        expect(trade.target ?? 0).toBeCloseTo(target, 4);
      }
      const score = scores.find(({ accountId }) => accountId === account);
      expect(score?.cashTarget).toBeCloseTo(Number(line('Target', 'CASH')?.value) * (score?.value ?? NaN), 0);
      expect(score?.mandate).toContain('SCHH');
    });
  });

  test('is printed in sections, with the level and the cell of each value', async () => {
    await inFolder(async (folder) => {
      const { out } = await rebal('explain', await writeBook(folder, sheets()), '--account', account, '--as-of', asOf);
      expect(out).toMatch(/^Account 5530-2290 as of 2026-11-20/);
      expect(out).toMatch(/^ {2}\* {2}Minimum trade \$ +\$2,500 +Group Settings!G3$/m);
      expect(out).toMatch(/^ {2}\* {2}Customization +Tilt % Intl equity \+5 % +Account Customizations!C2 +Spends in euros$/m);
      expect(out).toMatch(/^ {5}Seed +1 +Default$/m);
    });
  });

  test('says what leaves an account out', async () => {
    await inFolder(async (folder) => {
      const { out } = await rebal('explain', await writeBook(folder), '--account', '00718850', '--as-of', asOf);
      expect(out).toMatch(/^Suspensions\n {2}\* {2}Check H01 +leaves the account out +Run Holdings!A\d+ /m);
    });
  });

  test('can be a sheet of the book, which a run then leaves alone', async () => {
    await inFolder(async (folder) => {
      const [book, out, again] = [await writeBook(folder, sheets()), join(folder, 'explained.xlsx'), join(folder, 'run.xlsx')];
      expect((await rebal('explain', book, '--account', account, '--out', out, '--as-of', asOf)).out).toContain(`Wrote ${out}`);
      expect((await rebal('run', out, '--out', again, '--as-of', asOf)).status).toBe(0);
      for (const file of [out, again]) {
        const { regions } = await (await openXlsx(readFileSync(file))).read(({ table }) => table === 'rb_EffectiveSettings');
        const rows = regions[0].values;
        expect(rows[0]).toEqual(['Account ID', 'Section', 'Item', 'Value', 'From', 'Changed', 'Source', 'Note']);
        expect(rows.find(([, , item]) => item === 'Minimum trade $')?.slice(3, 7)).toEqual(['$2,500', 'Group', '●', 'Settings!G3']);
      }
    });
  });

  test('that is not in the book is one sentence', async () => {
    await inFolder(async (folder) => {
      const { status, err } = await rebal('explain', await writeBook(folder), '--account', 'nobody', '--as-of', asOf);
      expect({ status, err }).toEqual({ status: 2, err: '--account names "nobody", which is not in Accounts. Maybe it is written differently there.\n' });
    });
  });
});
