import { afterEach, describe, expect, test } from '@jest/globals';
import { hc } from 'hono/client';
import { problemSchema } from '../shared/api/problem';
import type { App } from './app';
import { endTestServices, testService } from './routes/fixtures/test-service';
import { memoryStore } from './store/memory';
import { usualLimits } from './store/store';

afterEach(endTestServices);

const problemOf = async (response: Response | Promise<Response>) => problemSchema.parse(await (await response).json());

describe('every answer', () => {
  test('404 is a problem, and does not repeat the address', async () => {
    const { app } = testService();
    const response = await app.request('/secret/path');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
  });

  test.each([
    ['PUT', '/v1/runs', 'POST'],
    ['GET', '/v1/runs', 'POST'],
    ['POST', '/v1/runs/x', 'GET, HEAD, DELETE'],
    ['DELETE', '/healthz', 'GET, HEAD'],
  ])('405 for %s %s names %s', async (method, path, allow) => {
    const { app } = testService();
    const response = await app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
    expect(await problemOf(response)).toMatchObject({ code: 'method-not-allowed' });
  });

  test('500 has a support code and no details; the log has the place and the code', async () => {
    const broken = { ...memoryStore(usualLimits), getRun: () => Promise.reject(new TypeError('cost of 4471-0093')) };
    const { app, errors } = testService({ services: { store: broken } });
    const problem = await problemOf(app.request('/v1/runs/x', { headers: { 'X-Request-Id': 'req-7' } }));
    expect(problem).toMatchObject({
      status: 500,
      code: 'internal',
      requestId: 'req-7',
      detail: expect.stringContaining('Support code req-7'),
    });
    expect(JSON.stringify(problem)).not.toMatch(/4471|TypeError|\.ts/);
    expect(errors).toHaveLength(1);
  });

  test('has a request id of its own when the given one is odd', async () => {
    const { app } = testService();
    for (const id of ['<script>', 'x'.repeat(65)]) {
      expect((await app.request('/healthz', { headers: { 'X-Request-Id': id } })).headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('has secure headers, and financial data is not cached', async () => {
    const { app } = testService();
    const { headers } = await app.request('/v1/runs/x');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Powered-By')).toBeNull();
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test('is logged by route, never by address', async () => {
    const { app, access } = testService();
    await app.request('/v1/runs/4471-0093?after=1');
    await app.request('/4471-0093');
    expect(access).toMatchObject([{ method: 'GET', route: '/v1/runs/:id', status: 404 }, { status: 404 }]);
    expect(JSON.stringify(access)).not.toContain('4471');
  });
});

describe('who may call', () => {
  const key = 'a-key-of-enough-length';
  const closed = () => testService({ services: { apiKey: key } }).app;

  test('401 without the key or with another one', async () => {
    for (const given of [undefined, 'Bearer wrong', `Basic ${key}`, 'Bearer ', `Bearer ${key}x`]) {
      const response = await closed().request('/v1/runs/x', { headers: given ? { Authorization: given } : {} });
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
      expect((await problemOf(response)).code).toBe('unauthorized');
    }
  });

  test('the key opens, and health needs none', async () => {
    expect((await closed().request('/v1/runs/x', { headers: { Authorization: `Bearer ${key}` } })).status).toBe(404);
    expect((await closed().request('/healthz')).status).toBe(200);
  });

  test.each([
    ['http://localhost:8787', 200],
    ['http://127.0.0.1', 200],
    ['http://[::1]:1', 200],
    ['http://books.example.com', 200],
    ['http://evil.example.com', 403],
    ['http://localhost.evil.com', 403],
  ])('without a key, %s gets %i', async (origin, status) => {
    const { app } = testService({ services: { hosts: ['books.example.com'] } });
    expect((await app.request(`${origin}/healthz`)).status).toBe(status);
  });

  test('pages of listed origins may call, others may not', async () => {
    const { app } = testService();
    const preflight = (origin: string) =>
      app.request('/v1/runs', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
      });
    expect((await preflight('https://excel.example.com')).headers.get('Access-Control-Allow-Origin')).toBe('https://excel.example.com');
    expect((await preflight('https://evil.example.com')).headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect((await preflight('null')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('429 for who asks too often, until time has passed', async () => {
    let time = 0;
    const { app } = testService({ services: { perMinute: 3, now: () => time } });
    const ask = () => app.request('/v1/runs/x');
    for (let n = 0; n < 3; n++) expect((await ask()).status).toBe(404);
    const refused = await ask();
    expect(refused.headers.get('Retry-After')).toBe('20');
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await app.request('/healthz')).status).toBe(200);
    time += 20_000;
    expect((await ask()).status).toBe(404);
  });
});

describe('health', () => {
  test('readiness turns to 503 when shutting down begins, health does not', async () => {
    const { app, draining } = testService();
    expect((await app.request('/readyz')).status).toBe(200);
    draining.abort();
    expect(await problemOf(app.request('/readyz'))).toMatchObject({ status: 503, code: 'draining' });
    expect((await app.request('/healthz')).status).toBe(200);
  });
});

test('the API describes itself', async () => {
  const { app } = testService();
  const description = (await (await app.request('/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { requestBody?: unknown }>>;
  };
  expect(description.openapi).toBe('3.1.0');
  expect(
    Object.entries(description.paths)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
      .sort(),
  ).toEqual([
    'delete /v1/runs/{id}',
    'get /healthz',
    'get /readyz',
    'get /v1/runs/{id}',
    'get /v1/runs/{id}/events',
    'get /v1/runs/{id}/results',
    'post /v1/runs',
  ]);
  expect(JSON.stringify(description.paths['/v1/runs']?.post?.requestBody)).toContain('"asOf"');
});

test('a client typed with the app reads runs and results by their types', async () => {
  const { app, finish } = testService();
  const { id } = await finish([{ accountId: 'A-1' }]);
  const client = hc<App>('http://localhost', { fetch: app.request });
  const run = await client.v1.runs[':id'].$get({ param: { id }, query: { wait: '0' } });
  if (run.status !== 200) throw new Error('The run is gone.');
  const status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' = (await run.json()).status;
  expect(status).toBe('done');
  const page = await client.v1.runs[':id'].results.$get({ param: { id }, query: {} });
  if (page.status !== 200) throw new Error('The results are gone.');
  const [score] = (await page.json()).scores;
  expect(score?.accountId).toBe('A-1');
});
