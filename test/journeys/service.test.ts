import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { follow, defaultPatience, type Progress } from '../../addin/client/follow';
import { results } from '../../addin/client/results';
import { asOf, inFolder, rebal } from '../../server/commands/fixtures/terminal';
import type { DeskSettings } from '../../server/desk';
import { readEnvironment, type Environment } from '../../server/environment';
import { failedUnit } from '../../server/failed-unit';
import { createDesk, type Desk } from '../../server/jobs/desk';
import { openDesk } from '../../server/jobs/desk-threads';
import { createPool } from '../../server/jobs/pool';
import { solvers } from '../../server/optimizer/solvers';
import { start, type Started } from '../../server/start';
import { decideUnit } from '../../server/workflow/decide-unit';
import { readLinesRequest } from '../../server/read-lines-request';
import { runBook } from '../../server/workflow/run-book';
import type { Unit, UnitOutcome } from '../../server/workflow/unit';
import { openXlsx } from '../../server/xlsx';
import type { RunResult } from '../../shared/api/result';
import { runRequestSchema } from '../../shared/api/run-request';
import type { RunStatus } from '../../shared/api/run-status';
import type { Tables } from '../../shared/contract';
import { wantedRegions } from '../../shared/contract/locate';
import { readTables } from '../../shared/contract/parse';
import { tablesSchema } from '../../shared/contract/schema';
import { toWire } from '../../shared/contract/wire';

/** One book, two ways: through the terminal, and through the service as the add-in asks it. The decisions are the same. */
const built = join(__dirname, '../../dist/server/desk.cjs');
const errors: unknown[] = [];
const onError = (error: unknown): void => void errors.push(error);

/** The desk in threads of its own, as the service runs it. */
function threads({ REBAL_MAX_UNPACKED_MB: maxUnpacked }: Environment): Desk {
  const settings: DeskSettings = { threads: 2, maxUnpacked };
  return openDesk({ filename: built, runs: 1, settings, onError });
}

/** The desk in this thread. */
function inline({ REBAL_MAX_UNPACKED_MB: maxUnpacked }: Environment): Desk {
  const solver = solvers.native();
  const pool = createPool<Unit, UnitOutcome>({
    threads: 0,
    failed: failedUnit,
    onError,
    inline: async (unit, stop) => decideUnit(unit, await solver, stop),
  });
  return createDesk<Tables, Unit, UnitOutcome>({
    schema: runRequestSchema(tablesSchema),
    readLines: readLinesRequest,
    accountsIn: ({ accounts }) => accounts.length,
    runBook,
    decideUnit: pool.decideUnit,
    maxUnpacked,
  });
}

/** The rows without account names, which never leave the workbook, and without cells, which the service knows by their rows. */
const sent = ({ trades, scores }: RunResult) => ({
  trades: trades.map((trade) => ({ ...trade, account: null })),
  scores: scores.map((score) => ({ ...score, account: null, why: score.why.replace(/![A-Z]+(\d+)\b/g, ' row $1') })),
});

const desks: readonly [string, typeof inline, boolean][] = [
  ['in this thread', inline, true],
  [
    'in threads of its own (needs the built server: npx webpack --config-name server)',
    threads,
    existsSync(built) || Boolean(process.env.CI),
  ],
];

describe.each(desks)('the service with its desk %s', (_where, open, isPresent) => {
  const whenPresent = isPresent ? test : test.skip;
  let service: Started;
  let base: string;

  beforeAll(async () => {
    if (!isPresent) return;
    const read = readEnvironment({ REBAL_PORT: '0', REBAL_GRACE_SECONDS: '0', REBAL_LOG: 'silent' });
    if (!('environment' in read)) throw new Error(read.faults.join());
    const bodySchema = z.toJSONSchema(runRequestSchema(tablesSchema), { io: 'input' });
    service = await start({ environment: read.environment, desk: open(read.environment), bodySchema, log: pino({ level: 'silent' }) });
    base = `http://127.0.0.1:${service.port}`;
  });
  afterAll(async () => service?.stop());

  const post = (body: string) => fetch(`${base}/v1/runs`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });

  whenPresent.each([
    ['7 accounts', '7', 1],
    ['60 accounts', '60', 9],
  ])('decides a book of %s as the terminal does', async (_many, accounts, limit) => {
    await inFolder(async (folder) => {
      const [book, json] = [join(folder, 'book.xlsx'), join(folder, 'run.json')];
      await rebal('sample', book, '--accounts', accounts, '--seed', '11', '--as-of', asOf);
      expect((await rebal('run', book, '--json', json)).status).toBe(0);
      const terminal = JSON.parse(readFileSync(json, 'utf8')) as RunResult;
      const { tables, issues, asOf: day } = readTables(await (await openXlsx(readFileSync(book))).read(wantedRegions));
      const body = JSON.stringify({ asOf: day, issues, tables: toWire(tables) });
      for (const { accountName } of tables.accounts) if (accountName) expect(body).not.toContain(accountName);
      const accepted = await post(body);
      expect(accepted.status).toBe(202);
      const { links } = (await accepted.json()) as RunStatus;
      const heard: Progress[] = [];
      const signal = new AbortController().signal;
      const status = await follow({ fetch, url: `${base}${links.self}`, onProgress: (progress) => heard.push(progress), signal, patience: defaultPatience });
      expect(status).toMatchObject({ status: 'done', done: terminal.scores.length, total: terminal.scores.length });
      expect(new Set(heard.flatMap(({ accountId }) => accountId ?? []))).toEqual(
        new Set(terminal.scores.map(({ accountId }) => accountId)),
      );
      const fetched = await results(fetch, `${base}${links.self}`, signal, limit);
      expect(sent(fetched)).toEqual(sent(terminal));
      // The outputs' fingerprint covers sentences that name cells.
      expect({ ...fetched.run, outputsFingerprint: null }).toEqual({ ...terminal.run, outputsFingerprint: null });
      expect(fetched.exceptions.length).toBe(terminal.exceptions.length);
      expect(fetched.dataIssues.map(({ code }) => code).sort()).toEqual(terminal.dataIssues.map(({ code }) => code).sort());
      expect(errors).toEqual([]);
    });
  });

  whenPresent('takes a book file, and gives the run of the same book in JSON', async () => {
    await inFolder(async (folder) => {
      const [book, file, json] = [join(folder, 'book.xlsx'), join(folder, 'book.rebal.gz'), join(folder, 'run.json')];
      await rebal('sample', book, '--as-of', asOf);
      expect((await rebal('convert', book, file, '--for-service')).status).toBe(0);
      expect((await rebal('run', book, '--json', json)).status).toBe(0);
      const terminal = JSON.parse(readFileSync(json, 'utf8')) as RunResult;
      const headers = { 'Content-Type': 'application/x-ndjson', 'Content-Encoding': 'gzip' };
      const accepted = await fetch(`${base}/v1/runs`, { method: 'POST', body: readFileSync(file), headers });
      expect(accepted.status).toBe(202);
      const { links } = (await accepted.json()) as RunStatus;
      const signal = new AbortController().signal;
      await follow({ fetch, url: `${base}${links.self}`, onProgress: () => undefined, signal, patience: defaultPatience });
      const fetched = await results(fetch, `${base}${links.self}`, signal, 100);
      expect({ ...fetched.run, outputsFingerprint: null }).toEqual({ ...terminal.run, outputsFingerprint: null });
      expect(fetched.trades.map(({ tradeId, quantity }) => [tradeId, quantity])).toEqual(terminal.trades.map(({ tradeId, quantity }) => [tradeId, quantity]));
    });
  });

  whenPresent('refuses a body that is no book in a sentence, and goes on serving', async () => {
    const refused = await post('{"tables":{"accounts":[{"accountId":7}]}}');
    expect(refused.status).toBe(422);
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json');
    expect(((await refused.json()) as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
  });
});
