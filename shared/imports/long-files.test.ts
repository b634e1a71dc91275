import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExport, type Reading } from '.';
import { textFile } from './custodian-file';

const rows = 100_000;
/** Seconds of CPU on a loaded machine; an idle one takes a tenth. What grows with the square of the rows takes minutes. */
const patience = 20;

/** A fixture with its first holding so many times. */
function lengthened(path: string, line: number, times = rows): string {
  const lines = readFileSync(join(__dirname, path), 'utf8').split(/\r?\n/);
  return [...lines.slice(0, line), ...Array<string>(times).fill(lines[line]), ...lines.slice(line)].join('\n');
}

function timedReading(text: string): { readonly reading: Reading; readonly seconds: number } {
  const begin = process.cpuUsage();
  const reading = readExport(textFile(text));
  const { user, system } = process.cpuUsage(begin);
  return { reading, seconds: (user + system) / 1e6 };
}

test.each([
  ['fidelity-positions', 'fidelity/fixtures/positions/four-accounts-2026.csv', 1],
  ['schwab-positions', 'schwab/fixtures/positions/all-accounts-2026.csv', 4],
  ['vanguard-download', 'vanguard/fixtures/download/two-tables-2026.csv', 1],
])('%s of 100,000 rows takes a time in proportion', (format, path, line) => {
  const file = lengthened(path, line);
  const { reading, seconds } = timedReading(file);
  expect(reading.format).toBe(format);
  expect(reading.rows.length).toBeGreaterThan(rows);
  expect(seconds).toBeLessThan(patience);
});
