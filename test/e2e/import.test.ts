import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { sampleBytes } from '../../server/commands/sample';
import { importInto } from '../../server/commands/import-into';
import { openXlsx } from '../../server/xlsx';
import { wantedRegions } from '../../shared/contract/locate';
import { readTables } from '../../shared/contract/parse';
import type { Cell } from '../../shared/workbook/port';
import { etradeDownload } from '../etrade-download';
import { findBrowser } from './browser';
import { openPane, type OpenPane } from './open-pane';

const browserPath = findBrowser();
const withBrowser = browserPath ? describe : describe.skip;
if (!browserPath) console.warn('End-to-end tests are skipped: no Chromium or Chrome is installed (REBAL_CHROMIUM names one).');

const account = '4471-0093';
type Values = ReadonlyMap<string, readonly (readonly Cell[])[]>;

/** A custodian's download, dropped on the pane of the production bundle: what it writes is what the terminal writes. */
withBrowser('an import in the pane', () => {
  let open: OpenPane;
  let pane: FrameLocator;
  let file: string;

  beforeAll(async () => {
    const bytes = await sampleBytes(7, 1, '2026-11-20');
    open = await openPane(browserPath!, bytes, 'Choose files');
    pane = open.pane;
    file = join(open.folder, 'PortfolioDownload.csv');
    writeFileSync(file, await downloadOf(bytes));
  });

  afterAll(() => open?.close());

  /** One lot sold, one bought, a new security, all prices as they were. */
  async function downloadOf(bytes: Uint8Array): Promise<string> {
    const { holdings, securities } = readTables(await (await openXlsx(bytes)).read(wantedRegions)).tables;
    const own = holdings.filter(({ accountId }) => accountId === account);
    const [first, , ...others] = own.filter(({ symbol }) => symbol !== 'CASH');
    const bought = { ...first, quantity: 7, costBasis: 2030, acquired: '2026-11-18' };
    const added = { ...first, symbol: 'ZZZT', quantity: 3, costBasis: 30, acquired: '2026-11-18' };
    const prices = new Map([...securities.map(({ symbol, price = 0 }) => [symbol, price] as const), ['ZZZT', 11] as const]);
    return etradeDownload(account.slice(-4), [first, bought, ...others, added], own.find(({ symbol }) => symbol === 'CASH')?.quantity ?? 0, prices);
  }

  async function valuesOf(bytes: Uint8Array): Promise<Values> {
    const { regions } = await (await openXlsx(bytes)).read(({ table }) => table !== undefined);
    return new Map(regions.map(({ table, values }) => [table!, values]));
  }

  async function downloaded(): Promise<Values> {
    const [saved] = await Promise.all([open.page.waitForEvent('download'), open.page.getByRole('button', { name: 'Download' }).click()]);
    return valuesOf(readFileSync(await saved.path()));
  }

  test('shows what the file is, then what would change, and writes nothing before Apply', async () => {
    const before = await downloaded();
    await pane.getByLabel('Files to import').setInputFiles(file);
    await pane.getByRole('heading', { name: 'What the files say' }).waitFor();
    await pane.getByText('E*TRADE, portfolio download (CSV)').waitFor();
    await expect(pane.getByRole('combobox', { name: /Account 0093/ }).inputValue()).resolves.toBe(account);
    await pane.getByRole('button', { name: 'Show what would change' }).click();
    await pane.getByText('1 new security (ZZZT), which needs an asset class').waitFor();
    await expect(pane.getByRole('radio', { name: 'Replace these accounts' }).isChecked()).resolves.toBe(true);
    expect(await downloaded()).toEqual(before);
  });

  test('writes the cells that the terminal writes, and a line of the audit trail', async () => {
    await pane.getByRole('button', { name: 'Apply' }).click();
    await pane.getByText(/^Imported 1 file: /).waitFor({ timeout: 60_000 });
    const tables = await downloaded();
    const out = join(open.folder, 'imported.xlsx');
    await importInto([file], { into: open.book, out });
    const terminal = await valuesOf(readFileSync(out));
    for (const table of ['rb_Holdings', 'rb_Securities', 'rb_Recipes']) expect([table, tables.get(table)]).toEqual([table, terminal.get(table)]);
    const [header, line] = tables.get('rb_Audit')!;
    const marks = header.findIndex((cell) => /SHA-256/.test(String(cell)));
    expect(line[marks]).toBe(terminal.get('rb_Audit')![1][marks]);
    expect(String(line[marks])).toMatch(/^PortfolioDownload\.csv [0-9a-f]{64}$/);
  });

  test('knows the next file of the kind', async () => {
    await pane.getByLabel('Files to import').setInputFiles(file);
    await pane.getByText('The workbook says all of this already.', { exact: false }).waitFor();
    await pane.getByRole('button', { name: 'Cancel' }).click();
    await pane.getByRole('button', { name: 'Check data' }).waitFor();
  });

  test('nothing failed on the way', () => expect(open.faults).toEqual([]));
});
