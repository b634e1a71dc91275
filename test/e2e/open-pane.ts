import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { writeFiles } from '../../server/commands/files';
import { launch } from './browser';
import { startProduct } from './product';

/** The production bundle's pane in a real browser, beside a workbook of ours. */
export interface OpenPane {
  /** Of this test alone; the workbook is `book.xlsx` in it. */
  readonly folder: string;
  readonly book: string;
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What the page complained of. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Starts the product and opens a workbook in it; resolves when the pane offers the button. */
export async function openPane(browserPath: string, bytes: Uint8Array, button: string): Promise<OpenPane> {
  const folder = mkdtempSync(join(tmpdir(), 'rebal-e2e-'));
  const book = join(folder, 'book.xlsx');
  await writeFiles([{ path: book, bytes }]);
  const product = await startProduct();
  const browser = await launch(browserPath);
  const close = async (): Promise<void> => {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } });
    const faults = faultsOf(page);
    await page.goto(`${product.url}/excel/`);
    return { folder, book, page, pane: await paneBeside(page, book, button), faults, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  return faults;
}

async function paneBeside(page: Page, book: string, button: string): Promise<FrameLocator> {
  const pane = page.frameLocator('iframe');
  await page.getByRole('button', { name: 'Download' }).waitFor();
  // Another workbook starts the add-in anew; its pane is meant from here on.
  await page.getByLabel('Workbook file').setInputFiles(book);
  await page.locator('header strong', { hasText: /^book$/ }).waitFor();
  await pane.getByRole('button', { name: button }).waitFor();
  return pane;
}
