import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { madeUpAccounts, madeUpBook, madeUpPrice, writeExports } from '../server/commands/fixtures/made-up-exports';
import { main as rebal } from '../server/commands/program';

/** What books of many accounts cost, each command in a process of its own; see README.md. */

interface Bar {
  readonly name: string;
  readonly most: { readonly seconds?: number; readonly megabytes?: number };
  /** Makes the files and gives the command line to measure. */
  prepare(folder: string): Promise<string[]> | string[];
}

const bars: readonly Bar[] = [
  {
    name: 'check: workbook of 100,000 lots',
    most: { seconds: 10 },
    async prepare(folder) {
      const [, book] = await hundredThousand(folder);
      await rebal(['node', 'rebal', 'convert', book, join(folder, 'lots.xlsx')]);
      return ['check', join(folder, 'lots.xlsx')];
    },
  },
  { name: 'check: book file of 100,000 lots', most: { seconds: 10 }, prepare: hundredThousand },
  { name: 'import: 1,000 accounts in one file into a workbook', most: { seconds: 10 }, prepare: (folder) => oneFile(folder, 1000) },
  { name: 'import: 1,000 accounts in 3,000 files', most: { seconds: 10 }, prepare: (folder) => folderOf(folder, 1000) },
  { name: 'import: 5,000 accounts in 15,000 files', most: { megabytes: 500 }, prepare: (folder) => folderOf(folder, 5000) },
  {
    name: 'check: book file of 1,000,000 rows',
    most: { megabytes: 1536 },
    async prepare(folder) {
      const book = join(folder, 'million.rebal');
      await writeLots(book, 10_000, 99);
      return ['check', book];
    },
  },
];

async function hundredThousand(folder: string): Promise<[string, string]> {
  const book = join(folder, 'lots.rebal');
  await writeLots(book, 2000, 50);
  return ['check', book];
}

/** A book file of accounts with lots, written as a stream. */
async function writeLots(path: string, accounts: number, lotsEach: number): Promise<void> {
  const out = createWriteStream(path);
  const ids = Array.from({ length: accounts }, (_, n) => madeUpAccounts(1, 0, n)[0]);
  out.write(madeUpBook(ids));
  for (let n = 0; n < accounts; n += 1) {
    const [{ accountId, lots, cash }] = madeUpAccounts(1, lotsEach, n);
    const rows = [{ accountId, symbol: 'CASH', quantity: cash }, ...lots.map(({ symbol, quantity, acquired, cost }, k) => ({ accountId, symbol, quantity, costBasis: cost, acquired, lotId: `L${n}-${k}`, marketValue: Math.round(quantity * madeUpPrice(symbol) * 100) / 100 }))];
    if (!out.write(rows.map((row) => `${JSON.stringify({ holdings: row })}\n`).join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function oneFile(folder: string, count: number): Promise<string[]> {
  const accounts = madeUpAccounts(count);
  const [book, workbook, file] = ['empty.rebal', 'empty.xlsx', 'lots.csv'].map((name) => join(folder, name));
  writeFileSync(book, madeUpBook(accounts));
  await rebal(['node', 'rebal', 'convert', book, workbook]);
  const rows = accounts.flatMap(({ accountId, lots }) => lots.map((lot) => `${accountId},${lot.symbol},${lot.symbol} INC COM,${lot.quantity},${lot.acquired},Long-term,$${madeUpPrice(lot.symbol)},$${(lot.quantity * madeUpPrice(lot.symbol)).toFixed(2)},$${lot.cost.toFixed(2)},$1.00`));
  writeFileSync(file, ['Account Number,Symbol,Description,Quantity,Date Acquired,Term,Last Price,Current Value,Cost Basis Total,Average Cost Basis', ...rows, '', 'Date downloaded Nov-20-2026 4:05 p.m ET', ''].join('\n'));
  return ['import', file, '--into', workbook, '--out', join(folder, 'imported.xlsx')];
}

function folderOf(folder: string, count: number): string[] {
  const accounts = madeUpAccounts(count);
  const [book, exports] = [join(folder, `${count}.rebal`), join(folder, `exports-${count}`)];
  mkdirSync(exports);
  writeFileSync(book, madeUpBook(accounts));
  writeExports(exports, accounts);
  return ['import', exports, '--into', book];
}

interface Measured {
  readonly status: number | null;
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly said: string;
}

/** The command in a process of its own, which reports its CPU and its memory at its highest. */
function measure(args: readonly string[]): Measured {
  const repository = resolve(__dirname, '..');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', join(repository, 'server/jobs/fixtures/typescript.cjs'), join(__dirname, 'measured-command.ts'), ...args], { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = (performance.now() - start) / 1000;
  const told = stderr.trim().split('\n').at(-1) ?? '';
  const { cpu = NaN, megabytes = NaN } = told.startsWith('{') ? (JSON.parse(told) as { cpu: number; megabytes: number }) : {};
  return { status, seconds, cpu, megabytes, said: stdout.trim().split('\n').at(-1) ?? stderr };
}

async function run(): Promise<void> {
  const wanted = process.argv[2];
  const folder = mkdtempSync(join(tmpdir(), 'rebal-books-'));
  const rows: Record<string, string | number>[] = [];
  try {
    for (const bar of bars) {
      if (wanted !== undefined && !bar.name.includes(wanted)) continue;
      const { status, seconds, cpu, megabytes, said } = measure(await bar.prepare(folder));
      const { most } = bar;
      const isMet = (status === 0 || status === 2) && (most.seconds === undefined || cpu <= most.seconds) && (most.megabytes === undefined || megabytes <= most.megabytes);
      if (!isMet) process.exitCode = 1;
      rows.push({ book: bar.name, seconds: seconds.toFixed(1), 'CPU s': cpu.toFixed(1), 'RSS MB': Math.round(megabytes), 'at most': most.seconds === undefined ? `${most.megabytes} MB` : `${most.seconds} s`, met: isMet ? 'yes' : 'NO', said: said.slice(0, 90) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.table(rows);
}

void run();
