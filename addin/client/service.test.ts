import { afterEach, describe, expect, it } from '@jest/globals';
import { endTestServices, testService } from '../../server/routes/fixtures/test-service';
import { defaultPatience } from './follow';
import type { Patience, Progress } from './follow';
import { serviceAt } from './service';
import type { Fetch } from './request';
import { ServiceError } from './service-error';

afterEach(endTestServices);

const quick: Patience = { firstByte: 200, poll: 5, hold: 1, retries: [1, 1] };
const body = (...accounts: object[]): string => JSON.stringify({ tables: { accounts } });
const account = (n: number, more: object = {}): object => ({ accountId: `A-${n}`, ...more });
const never = new AbortController().signal;

function connect(change: (fetch: Fetch) => Fetch = (same) => same, options: Parameters<typeof testService>[0] = {}) {
  const { app } = testService(options);
  const calls: string[] = [];
  const direct: Fetch = async (url, init) => app.request(url, init);
  const fetch = change(direct);
  const service = serviceAt(
    '',
    (url, init) => {
      calls.push(`${init?.method ?? 'GET'} ${url.replace(/[0-9a-f-]{36}/, ':id')}`);
      return fetch(url, init);
    },
    quick,
  );
  return { service, calls };
}

async function faultOf(promise: Promise<unknown>): Promise<ServiceError> {
  const fault: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(ServiceError);
  return fault as ServiceError;
}

describe('a run through the client', () => {
  it('reports each account by event stream and gives the whole result', async () => {
    const { service, calls } = connect();
    const { id } = await service.start(body(account(1, { wait: 20 }), account(2), account(3, { trades: 2 })), never);
    const seen: Progress[] = [];
    const end = await service.follow(id, (progress) => seen.push(progress), never);
    expect(end).toMatchObject({ status: 'done', done: 3, total: 3 });
    expect(seen.map(({ done, total, accountId }) => [done, total, accountId])).toEqual([
      [1, 3, 'A-1'],
      [2, 3, 'A-2'],
      [3, 3, 'A-3'],
    ]);
    expect(calls.filter((call) => call === 'GET /v1/runs/:id')).toHaveLength(1);
    const result = await service.results(id, never);
    expect(result.run.accounts).toBe(3);
    expect(result.trades).toHaveLength(4);
  });

  it('polls when a proxy holds the stream back', async () => {
    const silent: (fetch: Fetch) => Fetch = (fetch) => (url, init) =>
      url.endsWith('/events')
        ? new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal!.reason)))
        : fetch(url, init);
    const { service, calls } = connect(silent);
    const { id } = await service.start(body(account(1, { wait: 1_500 }), account(2)), never);
    const seen: Progress[] = [];
    expect(await service.follow(id, (progress) => seen.push(progress), never)).toMatchObject({ status: 'done', done: 2 });
    expect(calls.filter((call) => call.startsWith('GET /v1/runs/:id?after=')).length).toBeGreaterThan(0);
  });

  it('polls when the stream breaks in the middle', async () => {
    const broken: (fetch: Fetch) => Fetch = (fetch) => async (url, init) => {
      if (!url.endsWith('/events')) return fetch(url, init);
      return new Response(
        new ReadableStream({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode(': hello\n\n'));
            controller.error(new Error('cut'));
          },
        }),
      );
    };
    const { service } = connect(broken);
    const { id } = await service.start(body(account(1)), never);
    expect(await service.follow(id, () => undefined, never)).toMatchObject({ status: 'done' });
  });

  it('gets over a network that fails for a moment, and says when it fails for good', async () => {
    let failures = 2;
    const flaky: (fetch: Fetch) => Fetch = (fetch) => async (url, init) => {
      if (!url.includes('/v1/runs/') || failures-- <= 0) return fetch(url, init);
      throw new TypeError('Failed to fetch');
    };
    const { service } = connect(flaky);
    const { id } = await service.start(body(account(1)), never);
    expect(await service.follow(id, () => undefined, never)).toMatchObject({ status: 'done' });
    failures = Infinity;
    expect((await faultOf(service.follow(id, () => undefined, never))).kind).toBe('offline');
  });

  it('pages through large results', async () => {
    const { service, calls } = connect();
    const { id } = await service.start(body(...Array.from({ length: 2_300 }, (_, n) => account(n))), never);
    await service.follow(id, () => undefined, never);
    const { scores } = await service.results(id, never);
    expect(new Set(scores.map(({ accountId }) => accountId)).size).toBe(2_300);
    expect(calls.filter((call) => call.includes('/results')).length).toBe(3);
  });

  it('stops, and what is finished can be had', async () => {
    const { service } = connect();
    const { id } = await service.start(body(account(1), account(2), account(3, { wait: 60_000 }), account(4)), never);
    const end = await service.follow(
      id,
      ({ done }) => {
        if (done === 2) void service.cancel(id);
      },
      never,
    );
    expect(end).toMatchObject({ status: 'cancelled', done: 2 });
    const { run, scores } = await service.results(id, never);
    expect(run.partial).toBe(true);
    expect(scores.map(({ accountId }) => accountId)).toEqual(['A-1', 'A-2']);
  });

  it('ends at once when the caller does not want to wait any more', async () => {
    const { service } = connect();
    const { id } = await service.start(body(account(1, { wait: 60_000 })), never);
    const controller = new AbortController();
    const following = service.follow(id, () => undefined, controller.signal);
    setTimeout(() => controller.abort(), 30);
    await expect(following).rejects.toThrow(/abort/i);
  });
});

describe('what goes wrong', () => {
  it('is named by its field when the service cannot use the data', async () => {
    const { service } = connect();
    const fault = await faultOf(service.start(body({ accountId: 'A-1', nonsense: true }), never));
    expect(fault.kind).toBe('refused');
    expect(fault.message).toMatch(/^The service can't use this workbook's data\. .*nonsense/);
    expect(fault.supportCode).toBeTruthy();
  });

  it('is "too big" above the limit', async () => {
    const { service } = connect(undefined, { sizes: { maxBody: 50 } });
    expect((await faultOf(service.start(body(account(1), account(2), account(3)), never))).kind).toBe('too big');
  });

  it('is "gone" for a run that is not known', async () => {
    const { service } = connect();
    expect((await faultOf(service.results('nothing', never))).kind).toBe('gone');
  });

  it('is "busy" while the service shuts down', async () => {
    const draining = new AbortController();
    draining.abort();
    const { service } = connect(undefined, { services: { draining: draining.signal } });
    const fault = await faultOf(service.start(body(account(1)), never));
    expect(fault).toMatchObject({ kind: 'busy', retryAfter: 5 });
  });

  it('is "offline" when nobody answers, or only a proxy does', async () => {
    const dead = serviceAt('', () => Promise.reject(new TypeError('Failed to fetch')), quick);
    expect(await faultOf(dead.start(body(), never))).toMatchObject({
      kind: 'offline',
      message: "We couldn't reach the service. Check your connection and try again. Nothing was changed.",
    });
    expect(await dead.answers()).toBe(false);
    const proxy = serviceAt('', async () => new Response('<html>Bad gateway</html>', { status: 502 }), quick);
    expect((await faultOf(proxy.start(body(), never))).kind).toBe('offline');
  });

  it('leaves no detail of a fault of ours but its support code', async () => {
    const faulty = serviceAt(
      '',
      async () => Response.json({ title: 'Internal', status: 500, detail: 'stack', requestId: 'req-7' }, { status: 500 }),
      quick,
    );
    expect(await faultOf(faulty.start(body(), never))).toMatchObject({
      kind: 'fault',
      supportCode: 'req-7',
      message: 'Something went wrong on our side. Your workbook is unchanged.',
    });
  });
});

it('waits three seconds for a first byte before it polls', () => {
  expect(defaultPatience.firstByte).toBe(3_000);
});
