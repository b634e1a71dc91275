import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where a system's own Chromium or Chrome lies; `REBAL_CHROMIUM` names another. */
const places = [
  process.env.REBAL_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser's program; undefined where none is installed. On CI a missing browser is a failure. */
export function findBrowser(): string | undefined {
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (!found && process.env.CI) throw new Error('No Chromium is installed, and on CI the end-to-end tests may not be skipped.');
  return found;
}

/** Starts a browser that talks to this machine only. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
