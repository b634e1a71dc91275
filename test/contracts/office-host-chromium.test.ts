import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import webpack from 'webpack';
import { type RunningPlayground, servePlayground } from '../../playground/serve';
import config from '../../playground/webpack.playground';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const fixtures = join(__dirname, '../../playground/fixtures');

/** The real office.js in a real frame. Skipped where there is no Chromium to run it. */
(existsSync(CHROMIUM) ? describe : describe.skip)('the playground in Chromium', () => {
  let folder: string;
  let server: RunningPlayground;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  const foreign: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rebal-playground-'));
    await bundle(folder);
    server = await servePlayground({
      port: 0,
      addinDir: join(fixtures, 'addin'),
      pageDir: folder,
      manifestFile: join(fixtures, 'manifest.xml'),
      certificateDir: join(folder, 'certs'),
    });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => request.url().startsWith(server.url) || foreign.push(request.url()));
    await page.goto(server.url);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const pane = () => page.frameLocator('.task-pane iframe');
  const texts = (reference: string) => page.evaluate((at) => window.playground!.texts(at), reference);

  it('makes the library believe it is in Excel', async () => {
    await pane().getByText('Ready in Excel on OfficeOnline').waitFor();
    await pane().getByText('Listening').waitFor();
  });

  it('shows the ribbon of the manifest', async () => {
    expect(await page.getByRole('tab', { name: 'Fixture', exact: true }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('button', { name: 'Write trades', exact: true }).waitFor();
  });

  it('lets a ribbon command write a table with its own functions', async () => {
    await page.getByRole('button', { name: 'Write trades', exact: true }).click();
    await pane().getByText('Table written').waitFor();
    expect(await texts('Trades!A5:B6')).toEqual([
      ['Account ID', 'Action'],
      ['4471-0000', '▼ Sell'],
    ]);
    expect(await texts('Trades!A2')).toEqual([['Net $6,356,475 in 200 trades']]);
    await page.waitForFunction(() => window.playground!.texts('Trades!H6')[0][0] !== '#BUSY!');
    expect(await texts('Trades!H6:I8')).toEqual([
      ['20', '#N/A'],
      ['22', ''],
      ['24', ''],
    ]);
  });

  it('tells the add-in what a person selects and types', async () => {
    await page.evaluate(() => window.playground!.goTo('Trades!D6'));
    await pane().getByText('Selected D6').waitFor();
    await page.locator('.grid').focus();
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    await pane().getByText('Changed D6 Local 15').waitFor();
    await page.waitForFunction(() => window.playground!.texts('Trades!H6')[0][0] === '30');
    expect(await page.evaluate(() => window.playground!.selection())).toBe('Trades!D7');
  });

  it('hides the pane and shows it again without starting the add-in anew', async () => {
    await page.getByRole('button', { name: 'Close Fixture' }).click();
    expect(await page.locator('.task-pane').isHidden()).toBe(true);
    await page.getByRole('button', { name: 'Open pane' }).click();
    await pane().getByText('Table written').waitFor();
  });

  it('did all of it without errors, unknown members, leaks or foreign requests', async () => {
    const { warnings, leaks } = await page.evaluate(() => ({
      warnings: window.playground!.host.warnings,
      leaks: window.playground!.host.references.count,
    }));
    expect({ faults, foreign, warnings, leaks }).toEqual({ faults: [], foreign: [], warnings: [], leaks: 0 });
  });
});

/** Builds the host page into a folder. */
function bundle(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack({ ...config, output: { ...config.output, path: folder } }, (error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve();
    });
  });
}
