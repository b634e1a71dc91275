import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { sampleBytes } from '../../server/commands/sample';
import { run } from '../../server/commands/run';
import { writeFiles } from '../../server/commands/files';
import { openXlsx } from '../../server/xlsx';
import type { Cell } from '../../shared/workbook/port';
import { findBrowser, launch } from './browser';
import { startProduct, type Product } from './product';

const browserPath = findBrowser();
const withBrowser = browserPath ? describe : describe.skip;
if (!browserPath) console.warn('End-to-end tests are skipped: no Chromium or Chrome is installed (REBAL_CHROMIUM names one).');

/** The unmodified office.js runs the production bundle in a real browser; what it writes is what the terminal writes. */
withBrowser('the pane in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rebal-e2e-'));
  const book = join(folder, 'book.xlsx');
  let product: Product;
  let browser: Browser;
  let page: Page;
  let pane: FrameLocator;
  const faults: string[] = [];

  beforeAll(async () => {
    await writeFiles([{ path: book, bytes: await sampleBytes(7, 1, '2026-11-20') }]);
    product = await startProduct();
    browser = await launch(browserPath!);
    page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    await page.goto(`${product.url}/excel/`);
    pane = page.frameLocator('iframe');
    await page.getByRole('button', { name: 'Download' }).waitFor();
    // Another workbook starts the add-in anew; its pane is meant from here on.
    await page.getByLabel('Workbook file').setInputFiles(book);
    await page.locator('header strong', { hasText: /^book$/ }).waitFor();
    await pane.getByRole('button', { name: 'Check data' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The workbook as the page holds it now. */
  async function download(): Promise<Map<string, readonly (readonly Cell[])[]>> {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
    const { regions } = await (await openXlsx(readFileSync(await file.path()))).read(() => true);
    return new Map(regions.map((region) => [region.table ?? region.sheet, region.values]));
  }

  /** Types into a cell and waits until the cell holds it: the page may be busy with the add-in's last requests. */
  async function type(address: string, text: string): Promise<void> {
    await page.getByLabel('Name box').fill(address);
    await page.getByLabel('Name box').press('Enter');
    await page.getByLabel('Formula bar').fill(text);
    await page.getByLabel('Formula bar').press('Enter');
    await page.waitForFunction((at) => !['', '#BUSY!'].includes(window.playground!.texts(at)[0][0]), address);
  }

  test('Check finds the planted problems', async () => {
    await pane.getByRole('button', { name: 'Check data' }).click();
    await pane.getByText(/lost its leading zeros/).first().waitFor();
    await expect(pane.getByText(/S02|price/i).first().isVisible()).resolves.toBe(true);
  });

  test('Run writes the trades that the terminal writes', async () => {
    await pane.getByRole('tab', { name: 'Run' }).or(pane.getByRole('button', { name: 'Run' })).or(pane.getByRole('link', { name: 'Run' })).first().click();
    await pane.getByRole('button', { name: 'Run', exact: true }).last().click();
    await pane.getByText(/^Done in/).waitFor({ timeout: 60_000 });
    const tables = await download();
    const out = join(folder, 'result.xlsx');
    await run(book, { out });
    const { regions } = await (await openXlsx(readFileSync(out))).read(({ table }) => table === 'rb_Trades' || table === 'rb_Scores');
    expect(regions).toHaveLength(2);
    for (const { table, values } of regions) expect(tables.get(table!)).toEqual(values);
  });

  test('custom functions answer in cells', async () => {
    await type('Start!E8', '=REBAL.DRIFT({0.65;0.25;0.1},{0.6;0.3;0.1})');
    await type('Start!E9', '=REBAL.TAXDUE(8000,-3000,0.37,0.2)');
    await type('Start!E10', '=REBAL.TERM(DATE(2025,11,20),DATE(2026,11,20))');
    const texts = (reference: string): Promise<string[][]> => page.evaluate((at) => window.playground!.texts(at), reference);
    await page.waitForFunction(() => !window.playground!.texts('Start!E8:E10').flat().some((text) => text === '' || text === '#BUSY!'));
    expect(Number((await texts('Start!E8'))[0][0])).toBeCloseTo(0.05, 9);
    expect(await texts('Start!E9')).toEqual([['1850']]);
    expect(await texts('Start!E10:F10')).toEqual([['Short', '2026-11-21']]);
  });

  test('nothing failed on the way', () => expect(faults).toEqual([]));
});
