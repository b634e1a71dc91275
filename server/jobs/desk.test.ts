import { afterAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { joinPage, type SealedAccount } from '../../shared/api/sealed-rows';
import type { Desk, Progress } from './desk';
import { openDesk } from './desk-threads';
import { decideSmall, failedSmall, smallDesk, type SmallTables } from './fixtures/small-book';
import { createPool } from './pool';
import type { Body } from './unpack';

const body = (accounts: SmallTables['accounts'], more: object = {}): Body => ({
  bytes: Uint8Array.from(new TextEncoder().encode(JSON.stringify({ tables: { accounts }, ...more }))),
  gzip: false,
});
const many = (count: number): SmallTables['accounts'] => Array.from({ length: count }, (_, n) => ({ accountId: `A-${n}`, trades: n % 3 }));

async function run(desk: Desk, request: Body, signal = new AbortController().signal, onProgress = () => undefined as void) {
  const rows: SealedAccount[] = [];
  const progress: Progress[] = [];
  const batches: number[] = [];
  const finished = await desk.run(request, '2026-11-20', {
    signal,
    onProgress: (step) => {
      progress.push(step);
      onProgress();
    },
    onRows: async (part) => {
      batches.push(part.length);
      rows.push(...part);
    },
  });
  return { finished, progress, batches, page: JSON.parse(joinPage(rows, finished.head, undefined)) };
}

const threaded = (): Desk =>
  openDesk({
    filename: join(__dirname, 'fixtures', 'desk-worker.cjs'),
    runs: 1,
    settings: {},
    grace: 2_000,
    onError: () => undefined,
  });
const inline = (): Desk => smallDesk(createPool({ threads: 0, inline: decideSmall, failed: failedSmall }).decideUnit);

describe.each([
  ['in this thread', inline],
  ['in other threads', threaded],
])('a desk %s', (_where, open) => {
  const desk = open();
  afterAll(() => desk.close());

  test('reads a request without running it', async () => {
    expect(await desk.read(body(many(7)))).toMatchObject({ kind: 'accepted', accounts: 7 });
    expect(await desk.read(body(many(7), { accounts: ['A-1', 'A-2', 'A-2'] }))).toMatchObject({ kind: 'accepted', accounts: 2 });
    expect(await desk.read(body([], { extra: 1 }))).toMatchObject({ kind: 'refused', code: 'invalid', faults: [{ path: 'extra' }] });
  });

  test('runs a book, tells of every account, hands rows over in batches', async () => {
    const { finished, progress, batches, page } = await run(desk, body(many(120)));
    expect(finished).toMatchObject({ partial: false, accounts: 120, trades: 120 });
    expect(progress.map(({ done }) => done)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
    expect(progress[119]).toEqual({ done: 120, total: 120, accountId: 'A-119' });
    expect(batches).toEqual([50, 50, 20]);
    expect(page.scores.map(({ accountId }: { accountId: string }) => accountId)).toEqual(many(120).map(({ accountId }) => accountId));
    expect(page.trades).toHaveLength(120);
    expect(page.run.asOf).toBe('2026-11-20');
  });

  test('the day of the request wins', async () => {
    expect((await run(desk, body(many(1), { asOf: '2026-01-02' }))).page.run.asOf).toBe('2026-01-02');
  });

  test('an account whose decision breaks does not break the run', async () => {
    const { page } = await run(desk, body([{ accountId: 'A-1' }, { accountId: 'A-2', deed: 'throw' }, { accountId: 'A-3' }]));
    expect(page.scores.map(({ decision }: { decision: string }) => decision)).toEqual(['Trade', 'Blocked', 'Trade']);
    expect(page.exceptions).toEqual([{ accountId: 'A-2', code: 'error' }]);
  });

  test('stopped, it hands over the finished accounts', async () => {
    const controller = new AbortController();
    const request = body([{ accountId: 'A-1' }, { accountId: 'A-2', deed: 'hang' }]);
    const { finished } = await run(desk, request, controller.signal, () => controller.abort());
    expect(finished).toMatchObject({ partial: true, accounts: 1 });
  });

  test('stopped before it starts, it rejects', async () => {
    await expect(run(desk, body(many(2)), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('rows that cannot be taken end the run', async () => {
    const reports = {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onRows: () => Promise.reject(new RangeError('no room')),
    };
    await expect(desk.run(body(many(3)), '2026-11-20', reports)).rejects.toThrow('no room');
  });
});

describe('a desk in other threads', () => {
  const desk = threaded();
  afterAll(() => desk.close());

  test('survives a worker that dies', async () => {
    const { page } = await run(desk, body([{ accountId: 'A-1', deed: 'exit' }, { accountId: 'A-2' }]));
    expect(page.exceptions).toEqual([{ accountId: 'A-1', code: 'crashed' }]);
    expect(page.scores).toHaveLength(2);
  });

  test('reads while it runs', async () => {
    const controller = new AbortController();
    const running = run(desk, body([{ accountId: 'A-1', deed: 'hang' }]), controller.signal);
    expect(await desk.read(body(many(3)))).toMatchObject({ kind: 'accepted' });
    controller.abort();
    expect((await running).finished).toMatchObject({ partial: true, accounts: 0 });
  });
});
