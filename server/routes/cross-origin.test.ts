import { expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { idempotencyHeader } from '../../shared/api/run-request';
import { crossOrigin } from './cross-origin';

const page = 'https://add-in.example.com';
const app = new Hono().use(crossOrigin([page])).post('/', (c) => c.body(null, 202));
const ask = (origin: string, method = 'OPTIONS') =>
  app.request('/', { method, headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });

test('a page of a named origin may call, and of no other', async () => {
  expect((await ask(page)).headers.get('Access-Control-Allow-Origin')).toBe(page);
  for (const other of ['https://add-in.example.com.evil.test', 'http://add-in.example.com', 'null'])
    expect((await ask(other)).headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('without origins no page may call', async () => {
  const closed = new Hono().use(crossOrigin([])).get('/', (c) => c.body(null, 204));
  expect((await closed.request('/', { headers: { Origin: page } })).headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('a page may send what the add-in sends', async () => {
  const allowed = (await ask(page)).headers.get('Access-Control-Allow-Headers')!.toLowerCase().split(',');
  for (const header of ['Authorization', 'Content-Type', 'Content-Encoding', 'Last-Event-ID', idempotencyHeader])
    expect(allowed).toContain(header.toLowerCase());
});

test('a page may read where its run is, and when to come back', async () => {
  const exposed = (await ask(page, 'POST')).headers.get('Access-Control-Expose-Headers')!.split(',');
  expect(exposed).toEqual(expect.arrayContaining(['Location', 'Retry-After', 'X-Request-Id']));
});
