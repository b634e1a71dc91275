import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOf, filesIn, inFolder, rebal, sampleSheets, writeBook } from '../../server/commands/fixtures/terminal';
import { openXlsx } from '../../server/xlsx';
import type { RunResult } from '../../shared/api/result';
import { wantedRegions } from '../../shared/contract/locate';
import { readTables } from '../../shared/contract/parse';
import { mulberry32 } from '../../shared/sample/random';
import { outputs } from '../../shared/sheets';
import { columnKey, type OutputSheet } from '../../shared/sheets/sheet';
import { assertInvariants } from '../invariants';

/** The terminal from sample to trades, in this process and as it is built. */
const cli = join(__dirname, '../../dist/server/cli.cjs');
const whenBuilt = existsSync(cli) || process.env.CI ? test : test.skip;

/** A book run to JSON. */
async function runJson(book: string, json: string, ...options: readonly string[]): Promise<{ text: string; result: RunResult }> {
  const { status, err } = await rebal('run', book, '--json', json, '--as-of', asOf, ...options);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const text = readFileSync(json, 'utf8');
  return { text, result: JSON.parse(text) as RunResult };
}

describe('the JSON of a run', () => {
  const keysOf = <Row extends object>({ columns }: OutputSheet<Row>): string[] => columns.map(({ header }) => columnKey(header));

  test('has the run and four lists, whose keys are the headers of the sheets; scores have their terms and their gap', async () => {
    await inFolder(async (folder) => {
      const { result } = await runJson(await writeBook(folder), join(folder, 'run.json'));
      expect(Object.keys(result)).toEqual(['run', 'trades', 'scores', 'exceptions', 'dataIssues']);
      const lists: readonly [readonly object[], readonly string[]][] = [
        [result.trades, keysOf(outputs.trades)],
        [result.scores, [...keysOf(outputs.scores), 'terms', 'gapBp']],
        [result.exceptions, keysOf(outputs.exceptions)],
        [result.dataIssues, keysOf(outputs.dataIssues)],
      ];
      for (const [rows, keys] of lists) {
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(Object.keys(row).sort()).toEqual([...keys].sort());
      }
    });
  });

  test("has scores that add up: terms to the net score, benefit less cost to the same, and the trades' shares to it", async () => {
    await inFolder(async (folder) => {
      const { result } = await runJson(await writeBook(folder), join(folder, 'run.json'));
      const decided = result.scores.filter(({ terms }) => terms !== null);
      expect(decided).toHaveLength(6);
      for (const { accountId, terms, value, netScoreBp, benefitBp, costBp, gapBp, trades } of decided) {
        const dollars = Object.values(terms ?? {}).reduce((sum, part) => sum + part, 0);
        expect((dollars / (value ?? NaN)) * 10_000).toBeCloseTo(netScoreBp ?? NaN, 2);
        expect((benefitBp ?? NaN) - (costBp ?? NaN)).toBeCloseTo(netScoreBp ?? NaN, 2);
        expect(gapBp).toBeGreaterThanOrEqual(0);
        const shares = result.trades.filter((trade) => trade.accountId === accountId).map(({ tradeScoreBp }) => tradeScoreBp);
        if (trades > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(netScoreBp ?? NaN, 1);
      }
    });
  });

  test('is the same, byte for byte, for the same book on the same day', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const [first, second] = [await runJson(book, join(folder, '1.json')), await runJson(book, join(folder, '2.json'))];
      expect(second.text).toBe(first.text);
    });
  });

  test('has the same run ID, trades and scores when the rows of every sheet are shuffled', async () => {
    await inFolder(async (folder) => {
      const withoutRows = ({ trades, scores }: RunResult): unknown =>
        JSON.parse(
          JSON.stringify({ trades, scores })
            .replace(/\brow \d+/g, 'row')
            .replace(/![A-Z]+\d+/g, ''),
        );
      const { result } = await runJson(await writeBook(folder), join(folder, 'run.json'));
      for (const seed of [1, 2]) {
        const next = mulberry32(seed);
        const shuffled = sampleSheets((sheet) => ({
          ...sheet,
          rows: sheet.rows
            .map((row) => ({ row, place: next() }))
            .sort((a, b) => a.place - b.place)
            .map(({ row }) => row),
        }));
        const other = await runJson(await writeBook(folder, shuffled, `${seed}.xlsx`), join(folder, `${seed}.json`));
        expect(withoutRows(other.result)).toEqual(withoutRows(result));
        expect(other.result.run.inputsFingerprint).toBe(result.run.inputsFingerprint);
      }
    });
  });
});

describe('from a sample to trades that hold', () => {
  test.each([
    [1, 1],
    [1, 9],
    [7, 1],
    [7, 2],
    [50, 1],
    [50, 2],
  ])('%d accounts, seed %d', async (accounts, seed) => {
    await inFolder(async (folder) => {
      const book = join(folder, 'book.xlsx');
      expect((await rebal('sample', book, '--accounts', String(accounts), '--seed', String(seed), '--as-of', asOf)).status).toBe(0);
      const checked = await rebal('check', book);
      expect(checked.status).toBe(0);
      const { result } = await runJson(book, join(folder, 'run.json'), '--out', join(folder, 'out.xlsx'));
      expect(checked.out).toContain(
        ` ${result.run.decisions.Skipped} account${result.run.decisions.Skipped === 1 ? '' : 's'} would be skipped.`,
      );
      const { tables } = readTables(await (await openXlsx(readFileSync(book))).read(wantedRegions));
      assertInvariants(tables, result);
      expect(result.trades.length).toBeGreaterThan(0);
    });
  });
});

/** What the built terminal did: its status and words, seconds, and megabytes at most. */
function built(...argv: readonly string[]): { status: number | null; out: string; err: string; seconds: number; megabytes: number } {
  const measured = `process.on('exit', () => require('fs').writeSync(2, 'most memory ' + process.resourceUsage().maxRSS)); process.argv.splice(1, 0, 'rebal'); require(${JSON.stringify(cli)});`;
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', measured, '--', ...argv], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const memory = /most memory (\d+)$/.exec(stderr)?.[1] ?? NaN;
  return {
    status,
    out: stdout,
    err: stderr.replace(/most memory \d+$/, ''),
    seconds: (Date.now() - started) / 1000,
    megabytes: Number(memory) / 1024,
  };
}

const say = (what: string, { seconds, megabytes }: ReturnType<typeof built>): boolean =>
  process.stdout.write(`${what}: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB at most\n`);

describe('the built terminal (needs npx webpack --config-name server)', () => {
  whenBuilt('decides in threads what it decides in one: the same bytes', async () => {
    await inFolder(async (folder) => {
      const [book, json] = [join(folder, 'book.xlsx'), join(folder, 'built.json')];
      await rebal('sample', book, '--accounts', '60', '--seed', '3', '--as-of', asOf);
      const { status, err } = built('run', book, '--json', json);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(readFileSync(json, 'utf8')).toBe((await runJson(book, join(folder, 'here.json'))).text);
    });
  });

  whenBuilt('a reader that stops early, as head does, is no fault', async () => {
    await inFolder(async (folder) => {
      const book = join(folder, 'book.xlsx');
      await rebal('sample', book, '--accounts', '50', '--as-of', asOf);
      const { stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$1" check "$2" | head -n 1', process.execPath, cli, book], {
        encoding: 'utf8',
      });
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toBe('');
    });
  });

  whenBuilt('a disk that fills up half way leaves neither file, and what was there stays', async () => {
    await inFolder(async (folder) => {
      const book = join(folder, 'book.xlsx');
      await rebal('sample', book, '--accounts', '50', '--as-of', asOf);
      const before = filesIn(folder);
      // Files may grow to 300 kB: the workbook fits, the JSON does not.
      const limited = 'ulimit -f 600; "$0" "$1" run "$2" --out "$3" --json "$4"';
      const { status, stdout, stderr } = spawnSync(
        'sh',
        ['-c', limited, process.execPath, cli, book, join(folder, 'out.xlsx'), join(folder, 'out.json')],
        { encoding: 'utf8' },
      );
      expect({ status, stdout, stderr }).toEqual({
        status: 2,
        stdout: '',
        stderr: `${join(folder, 'out.json')} can't be written: there is no room for it on the disk.\n`,
      });
      expect(filesIn(folder)).toEqual(before);
    });
  });

  whenBuilt(
    'runs 1,000 accounts, and all of it holds',
    async () => {
      await inFolder(async (folder) => {
        const [book, json] = [join(folder, 'book.xlsx'), join(folder, 'run.json')];
        expect(built('sample', book, '--accounts', '1000', '--seed', '2', '--as-of', asOf).status).toBe(0);
        const checked = built('check', book);
        expect(checked.status).toBe(0);
        const ran = built('run', book, '--json', json, '--out', join(folder, 'out.xlsx'));
        expect({ status: ran.status, err: ran.err }).toEqual({ status: 0, err: '' });
        const result = JSON.parse(readFileSync(json, 'utf8')) as RunResult;
        const { tables } = readTables(await (await openXlsx(readFileSync(book))).read(wantedRegions));
        expect(result.scores).toHaveLength(1000);
        assertInvariants(tables, result);
        say('check of 1,000 accounts', checked);
        say('run of 1,000 accounts', ran);
        expect(ran.megabytes).toBeLessThan(2048);
      });
    },
    300_000,
  );

  whenBuilt(
    'makes and checks 10,000 accounts',
    async () => {
      await inFolder(async (folder) => {
        const book = join(folder, 'book.xlsx');
        const made = built('sample', book, '--accounts', '10000', '--as-of', asOf);
        const checked = built('check', book);
        expect([made.status, checked.status]).toEqual([0, 0]);
        say('sample of 10,000 accounts', made);
        say('check of 10,000 accounts', checked);
        expect(Math.max(made.megabytes, checked.megabytes)).toBeLessThan(1024);
      });
    },
    300_000,
  );
});
