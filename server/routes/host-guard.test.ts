import { expect, test } from '@jest/globals';
import { newRoutes, type AppEnv } from './context';
import { allowHosts, isLoopback } from './host-guard';
import { errorHandler } from './problems';

const app = newRoutes().use(allowHosts(['books.example.com'])).get('/', (c) => c.body(null, 204));
app.onError(errorHandler<AppEnv>(() => undefined));

test.each([
  ['http://localhost:8787/', 204],
  ['http://127.0.0.1/', 204],
  ['http://[::1]:1/', 204],
  ['http://BOOKS.example.com/', 204],
  // A page from elsewhere whose name points to this machine.
  ['http://rebind.evil.com/', 403],
  ['http://localhost.evil.com/', 403],
  ['http://127.0.0.1.evil.com/', 403],
  ['http://example.com/', 403],
])('%s gets %i', async (url, status) => expect((await app.request(url)).status).toBe(status));

test('this machine is itself by its three names, and by no address of its network', () => {
  for (const name of ['localhost', '127.0.0.1', '[::1]', '::1']) expect([name, isLoopback(name)]).toEqual([name, true]);
  for (const name of ['0.0.0.0', '::', '192.168.1.7', 'my-machine', '']) expect([name, isLoopback(name)]).toEqual([name, false]);
});
