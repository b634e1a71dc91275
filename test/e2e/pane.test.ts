import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { sampleBytes } from '../../server/commands/sample';
import { run } from '../../server/commands/run';
import { openXlsx } from '../../server/xlsx';
import type { Cell } from '../../shared/workbook/port';
import { findBrowser } from './browser';
import { openPane, type OpenPane } from './open-pane';

const browserPath = findBrowser();
const withBrowser = browserPath ? describe : describe.skip;
if (!browserPath) console.warn('End-to-end tests are skipped: no Chromium or Chrome is installed (REBAL_CHROMIUM names one).');

/** The unmodified office.js runs the production bundle in a real browser; what it writes is what the terminal writes. */
withBrowser('the pane in a browser', () => {
  let open: OpenPane;
  let page: Page;
  let pane: FrameLocator;

  beforeAll(async () => {
    open = await openPane(browserPath!, await sampleBytes(7, 1, '2026-11-20'), 'Check data');
    ({ page, pane } = open);
  });

  afterAll(() => open?.close());

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
    const out = join(open.folder, 'result.xlsx');
    await run(open.book, { out });
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

  test('nothing failed on the way', () => expect(open.faults).toEqual([]));
});
