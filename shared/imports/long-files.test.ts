import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExport, type Reading } from '.';
import { textFile } from './custodian-file';

const rows = 100_000;
/** Seconds of CPU that anybody should have to wait. */
const patience = 3;

/** A fixture with its first holding so many times. */
function lengthened(path: string, line: number, times = rows): string {
  const lines = readFileSync(join(__dirname, path), 'utf8').split(/\r?\n/);
  return [...lines.slice(0, line), ...Array<string>(times).fill(lines[line]), ...lines.slice(line)].join('\n');
}

/** Of two readings the quicker counts: the collector of garbage chooses its own moment. */
function timedReading(text: string): { readonly reading: Reading; readonly seconds: number } {
  const begin = process.cpuUsage();
  const reading = readExport(textFile(text));
  const { user, system } = process.cpuUsage(begin);
  return { reading, seconds: (user + system) / 1e6 };
}

/** The compiler has seen it all before it counts. */
beforeAll(() => readExport(textFile(lengthened('fidelity/fixtures/positions/four-accounts-2026.csv', 1, 5000))));

test.each([
  ['fidelity-positions', 'fidelity/fixtures/positions/four-accounts-2026.csv', 1],
  ['schwab-positions', 'schwab/fixtures/positions/all-accounts-2026.csv', 4],
  ['vanguard-download', 'vanguard/fixtures/download/two-tables-2026.csv', 1],
])('%s of 100,000 rows is read in 3 seconds', (format, path, line) => {
  const file = lengthened(path, line);
  const first = timedReading(file);
  const second = timedReading(file);
  const { reading } = first;
  expect(reading.format).toBe(format);
  expect(reading.rows.length).toBeGreaterThan(rows);
  expect(Math.min(first.seconds, second.seconds)).toBeLessThan(patience);
});
