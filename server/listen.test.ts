import { expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { listen } from './listen';

const answer = () => new Response('hello');

test('serves, and closing does not wait for idle connections', async () => {
  const { port, close } = await listen(answer, { host: '127.0.0.1', port: 0 });
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hello');
  const started = Date.now();
  await close(20_000);
  // Node would keep the idle connection for five seconds.
  expect(Date.now() - started).toBeLessThan(4000);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('closing lets an answer finish, and cuts what never ends', async () => {
  const slow = () => new Promise<Response>((resolve) => setTimeout(() => resolve(new Response('late')), 200));
  const patient = await listen(slow, { host: '127.0.0.1', port: 0 });
  const reply = fetch(`http://127.0.0.1:${patient.port}/`).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  await patient.close(5000);
  expect(await reply).toBe('late');

  const endless = await listen(() => new Response(new ReadableStream()), { host: '127.0.0.1', port: 0 });
  const stream = await fetch(`http://127.0.0.1:${endless.port}/`);
  await endless.close(100);
  await expect(stream.text()).rejects.toThrow();
});

test('an address that cannot be had is one sentence', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  );
  await expect(listen(answer, { host: '127.0.0.1', port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken. Maybe REBAL is running already; else set REBAL_PORT.`,
  );
  await expect(listen(answer, { host: '192.0.2.1', port: 0 })).rejects.toThrow(
    '192.0.2.1 is not an address of this machine. Maybe set REBAL_HOST to 127.0.0.1.',
  );
  await new Promise((resolve) => other.close(resolve));
});
