import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { problemSchema } from '../../shared/api/problem';
import type { ResultsPage } from '../../shared/api/results-page';
import { runStatusSchema } from '../../shared/api/run-status';
import { endTestServices, testService } from './fixtures/test-service';

afterEach(endTestServices);

const account = { accountId: 'A-1' };
const hanging = { accountId: 'A-1', deed: 'hang' as const };
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ accountId: `A-${String(n).padStart(4, '0')}`, trades: n % 3 }));
const json = { 'Content-Type': 'application/json' };

/** The problem of a response, checked for form. */
async function problemOf(response: Response | Promise<Response>) {
  const answer = await response;
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return problem;
}

describe('POST /v1/runs', () => {
  test('202 with id, status, links and Location', async () => {
    const { post } = testService();
    const response = await post([account]);
    const run = runStatusSchema.parse(await response.json());
    expect(response.status).toBe(202);
    expect(response.headers.get('Location')).toBe(`/v1/runs/${run.id}`);
    expect(run).toMatchObject({ status: 'queued', done: 0, total: 1, links: { self: `/v1/runs/${run.id}` } });
  });

  test('takes gzip', async () => {
    const { app } = testService();
    const body = gzipSync(JSON.stringify({ tables: { accounts: [account] } }));
    expect((await app.request('/v1/runs', { method: 'POST', body, headers: { ...json, 'Content-Encoding': 'gzip' } })).status).toBe(202);
  });

  test('one idempotency key makes one run, fifty times at once', async () => {
    const { post } = testService();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post([account], {}, { 'Idempotency-Key': 'k1' })));
    const ids = await Promise.all(answers.map(async (answer) => runStatusSchema.parse(await answer.json()).id));
    expect(new Set(ids).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('Idempotency-Replayed') === 'true')).toHaveLength(49);
  });

  test('409 when a key comes with other content', async () => {
    const { post } = testService();
    await post([account], {}, { 'Idempotency-Key': 'k1' });
    expect(await problemOf(post([], {}, { 'Idempotency-Key': 'k1' }))).toMatchObject({ status: 409, code: 'key-reused' });
  });

  test.each([
    ['{"tables":', 400, 'malformed'],
    ['', 400, 'malformed'],
    ['{}', 422, 'invalid'],
    ['[]', 422, 'invalid'],
  ])('%p is refused with %i', async (body, status, code) => {
    const { app } = testService();
    expect(await problemOf(app.request('/v1/runs', { method: 'POST', body, headers: json }))).toMatchObject({ status, code });
  });

  test('422 names the field', async () => {
    const { post } = testService();
    const bad = [account, { ...account, trades: 'abc' as unknown as number }];
    expect(await problemOf(post(bad, { sneaky: 1 }))).toMatchObject({
      status: 422,
      errors: [
        { path: 'tables.accounts[1].trades', message: 'Expected number, found "abc".' },
        { path: 'sneaky', message: expect.stringContaining('Unknown field') },
      ],
    });
  });

  test('422 for an idempotency key that is none', async () => {
    const { post } = testService();
    expect(await problemOf(post([account], {}, { 'Idempotency-Key': 'two words' }))).toMatchObject({
      status: 422,
      errors: [{ path: 'header["idempotency-key"]' }],
    });
  });

  test.each([
    ['no type', {}],
    ['text', { 'Content-Type': 'text/plain' }],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['another charset', { 'Content-Type': 'application/json; charset=utf-16' }],
    ['another packing', { ...json, 'Content-Encoding': 'br' }],
  ])('415 for %s', async (_what, headers) => {
    const { app } = testService();
    expect(
      await problemOf(app.request('/v1/runs', { method: 'POST', body: Buffer.from('{}'), headers: headers as Record<string, string> })),
    ).toMatchObject({ status: 415 });
  });

  test('413 by its length, by its stream, and once unpacked', async () => {
    const { app } = testService({ sizes: { maxBody: 1000, maxUnpacked: 2000 } });
    const send = (body: BodyInit, headers: Record<string, string> = {}) =>
      problemOf(app.request('/v1/runs', { method: 'POST', body, headers: { ...json, ...headers }, duplex: 'half' } as RequestInit));
    expect(await send('x'.repeat(1001), { 'Content-Length': '1001' })).toMatchObject({ status: 413, code: 'too-large' });
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100)) });
    expect(await send(endless)).toMatchObject({ status: 413 });
    expect(await send(gzipSync(Buffer.alloc(1_000_000)).subarray(0, 999), { 'Content-Encoding': 'gzip' })).toMatchObject({
      status: 413,
      detail: expect.stringContaining('unpacked'),
    });
  });

  test('503 when all bodies together are too much, and room again afterwards', async () => {
    const { app, post } = testService({ sizes: { maxHeld: 300 } });
    const stuck = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(290)) });
    const first = app.request('/v1/runs', { method: 'POST', body: stuck, headers: json, duplex: 'half' } as RequestInit);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await problemOf(post([account]))).toMatchObject({ status: 503, code: 'busy' });
    void first;
    const free = testService({ sizes: { maxHeld: 100 } });
    for (let n = 0; n < 5; n++) expect(await free.finish([account])).toMatchObject({ status: 'done' });
  });

  test('429 when too many runs of one caller wait, 503 when too many wait in all', async () => {
    const lane = testService({ queue: { waitingPerLane: 1 } });
    for (let n = 0; n < 2; n++) expect((await lane.post([hanging])).status).toBe(202);
    expect(await problemOf(lane.post([hanging]))).toMatchObject({ status: 429, code: 'too-many-runs' });
    const whole = testService({ queue: { waiting: 1 } });
    for (let n = 0; n < 2; n++) expect((await whole.post([hanging])).status).toBe(202);
    const refused = await whole.post([hanging]);
    expect(refused.headers.get('Retry-After')).toBe('10');
    expect(await problemOf(refused)).toMatchObject({ status: 503, code: 'busy' });
  });

  test('503 when shutting down', async () => {
    const { post, draining } = testService();
    draining.abort();
    expect(await problemOf(post([account]))).toMatchObject({ status: 503, code: 'draining' });
  });

  test('no body, however odd, is a fault of ours', async () => {
    const { app, errors } = testService();
    const bodies = fc.oneof(
      fc.json().map((text) => Buffer.from(text)),
      fc
        .record({
          tables: fc.record({ accounts: fc.array(fc.record({ accountId: fc.anything(), trades: fc.anything() })) }),
          accounts: fc.anything(),
          asOf: fc.anything(),
        })
        .map((value) => Buffer.from(JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? `${part}` : part)))),
      fc.uint8Array().map((data) => Buffer.from(data)),
      fc
        .constantFrom('{"__proto__":{"tables":1}}', '{"tables":{"__proto__":[]}}', '{"constructor":{}}', '['.repeat(50_000))
        .map((text) => Buffer.from(text)),
    );
    const encodings = fc.constantFrom('identity', 'gzip', 'x');
    await fc.assert(
      fc.asyncProperty(bodies, encodings, fc.boolean(), async (body, encoding, packed) => {
        const response = await app.request('/v1/runs', {
          method: 'POST',
          body: packed ? gzipSync(body) : body,
          headers: { ...json, 'Content-Encoding': encoding },
        });
        expect([202, 400, 415, 422]).toContain(response.status);
        await response.text();
      }),
      { numRuns: 300 },
    );
    expect(errors).toEqual([]);
  });
});

describe('GET /v1/runs/:id', () => {
  test('200 with progress, and waits for the next change when asked to', async () => {
    const { app, post } = testService();
    const { id } = runStatusSchema.parse(
      await (
        await post([
          { accountId: 'A-1', wait: 60 },
          { accountId: 'A-2', wait: 60 },
        ])
      ).json(),
    );
    const seen: string[] = [];
    for (let seq = 0, status = ''; status !== 'done';) {
      const run = runStatusSchema.parse(await (await app.request(`/v1/runs/${id}?after=${seq}&wait=5`)).json());
      expect(run.seq).toBeGreaterThan(seq);
      seen.push(`${run.status} ${run.done}/${run.total} ${run.now}`);
      ({ seq, status } = run);
    }
    expect(seen).toEqual(expect.arrayContaining(['running 1/2 A-1', 'done 2/2 A-2']));
  });

  test('a long poll ends when shutting down begins', async () => {
    const { app, post, draining } = testService();
    const { id } = runStatusSchema.parse(await (await post([hanging])).json());
    const poll = app.request(`/v1/runs/${id}?after=1&wait=25`);
    setTimeout(() => draining.abort(), 30);
    expect(runStatusSchema.parse(await (await poll).json()).status).toBe('running');
  });

  test.each(['unknown', crypto.randomUUID(), '..%2f..%2fetc%2fpasswd', '__proto__', '%00', '%E0%A4%A'])(
    '404 for the run %p',
    async (id) => {
      const { app } = testService();
      for (const end of ['', '/events', '/results'])
        expect(await problemOf(app.request(`/v1/runs/${id}${end}`))).toMatchObject({ status: 404 });
      expect(await problemOf(app.request(`/v1/runs/${id}`, { method: 'DELETE' }))).toMatchObject({ status: 404 });
    },
  );

  test.each(['after=-1', 'after=1e3', 'wait=26', 'wait=', 'after=9999999999'])('422 for ?%s', async (query) => {
    const { app, finish } = testService();
    const { links } = await finish([account]);
    expect(await problemOf(app.request(`${links.self}?${query}`))).toMatchObject({
      status: 422,
      errors: [{ path: `query.${query.split('=')[0]}` }],
    });
  });

  test('a run whose engine fails says so without details', async () => {
    const { app, post, notes, errors } = testService({ limits: { maxText: 10 } });
    const { id } = runStatusSchema.parse(await (await post([account])).json());
    let run = runStatusSchema.parse(await (await app.request(`/v1/runs/${id}?after=1&wait=5`)).json());
    while (run.status === 'running')
      run = runStatusSchema.parse(await (await app.request(`/v1/runs/${id}?after=${run.seq}&wait=5`)).json());
    expect(run).toMatchObject({
      status: 'failed',
      error: 'The results are larger than the service can keep. Maybe run fewer accounts at a time.',
    });
    expect(notes.at(-1)).toMatchObject({ event: 'failed' });
    expect(errors).toHaveLength(1);
    expect(await problemOf(app.request(`/v1/runs/${id}/results`))).toMatchObject({ status: 409, code: 'no-results', detail: run.error });
  });
});

describe('GET /v1/runs/:id/results', () => {
  test('pages through everything, in order, nothing twice', async () => {
    const { app, finish } = testService();
    const accounts = many(250);
    const { links } = await finish(accounts);
    const pages: ResultsPage[] = [];
    for (let next: string | undefined = '0'; next !== undefined; next = pages.at(-1)?.next) {
      pages.push((await (await app.request(`${links.results}?cursor=${next}&limit=100`)).json()) as ResultsPage);
    }
    expect(pages.map(({ scores }) => scores.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(({ scores }) => scores.map(({ accountId }) => accountId))).toEqual(accounts.map(({ accountId }) => accountId));
    expect(pages.flatMap(({ trades }) => trades)).toHaveLength(accounts.reduce((sum, { trades }) => sum + trades, 0));
    expect(pages.map(({ run }) => run?.accounts)).toEqual([250, undefined, undefined]);
  });

  test('an unchanged page is 304, compressed or not', async () => {
    const { app, finish } = testService();
    const { links } = await finish(many(100));
    const packed = await app.request(links.results, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    expect(packed.headers.get('Cache-Control')).toBe('private, no-cache');
    const etag = packed.headers.get('ETag') ?? '';
    await packed.arrayBuffer();
    expect((await app.request(links.results, { headers: { 'If-None-Match': `"x", ${etag}` } })).status).toBe(304);
    expect((await app.request(`${links.results}?limit=7`, { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  test('409 while the run is at work', async () => {
    const { app, post } = testService();
    const { links } = runStatusSchema.parse(await (await post([hanging])).json());
    expect(await problemOf(app.request(links.results))).toMatchObject({
      status: 409,
      code: 'not-finished',
      detail: 'The run is not finished: 0 of 1 accounts are.',
    });
  });

  test.each(['cursor=x', 'limit=0', 'limit=1001', 'limit=-5'])('422 for ?%s', async (query) => {
    const { app, finish } = testService();
    expect(await problemOf(app.request(`${(await finish([account])).links.results}?${query}`))).toMatchObject({ status: 422 });
  });

  test('a cursor beyond the end gives an empty page', async () => {
    const { app, finish } = testService();
    expect(await (await app.request(`${(await finish([account])).links.results}?cursor=99`)).json()).toMatchObject({
      scores: [],
      trades: [],
    });
  });
});

describe('DELETE /v1/runs/:id', () => {
  test('stops a running run and keeps what is finished', async () => {
    const { app, post } = testService();
    const { links } = runStatusSchema.parse(await (await post([{ accountId: 'A-0' }, hanging])).json());
    while (runStatusSchema.parse(await (await app.request(links.self)).json()).done < 1) await app.request(`${links.self}?after=1&wait=1`);
    expect((await app.request(links.self, { method: 'DELETE' })).status).toBe(202);
    let run = runStatusSchema.parse(await (await app.request(links.self)).json());
    while (run.status === 'running') run = runStatusSchema.parse(await (await app.request(`${links.self}?after=${run.seq}&wait=5`)).json());
    expect(run.status).toBe('cancelled');
    expect(await (await app.request(links.results)).json()).toMatchObject({ run: { partial: true }, scores: [{ accountId: 'A-0' }] });
  });

  test('a waiting run never starts, and has no results', async () => {
    const { app, post } = testService();
    await post([hanging]);
    const { links } = runStatusSchema.parse(await (await post([account])).json());
    await app.request(links.self, { method: 'DELETE' });
    expect(runStatusSchema.parse(await (await app.request(links.self)).json())).toMatchObject({ status: 'cancelled', done: 0 });
    expect(await problemOf(app.request(links.results))).toMatchObject({ status: 409, code: 'no-results' });
  });

  test('a finished run is left as it is', async () => {
    const { app, finish } = testService();
    const { links } = await finish([account]);
    const response = await app.request(links.self, { method: 'DELETE' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'done' });
  });
});
