import { expect, test } from '@jest/globals';
import { requireKey } from './auth';
import { newRoutes, type AppEnv } from './context';
import { errorHandler } from './problems';

const key = 'a-key-of-enough-length';
const app = newRoutes().use(requireKey(key)).get('/', (c) => c.body(null, 204));
app.onError(errorHandler<AppEnv>(() => undefined));
const ask = (authorization?: string) => app.request('/', { headers: authorization === undefined ? {} : { Authorization: authorization } });

test.each([`Bearer ${key}`, `bearer   ${key}`])('%j opens', async (given) => expect((await ask(given)).status).toBe(204));

test.each([undefined, '', 'Bearer', 'Bearer ', key, `Basic ${key}`, `Bearer ${key}x`, `Bearer ${key.slice(0, -1)}`, `Bearer ${key} x`, `Bearer ${key.toUpperCase()}`])(
  '%j does not, and is told how',
  async (given) => {
    const answer = await ask(given);
    expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
    expect(await answer.text()).not.toContain(key);
  },
);
