import { expect, it } from '@jest/globals';
import { request } from './request';
import { ServiceError } from './service-error';

const faultOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (fault: unknown) => fault);

it('a network failure is an unreachable service, with the cause for the console', async () => {
  const cause = new TypeError('Failed to fetch');
  const fault = await faultOf(request(() => Promise.reject(cause), '/v1/runs'));
  expect(fault).toBeInstanceOf(ServiceError);
  expect(fault).toMatchObject({ kind: 'offline', cause });
});

it("the caller's abort stays an abort, before the call and during it", async () => {
  const controller = new AbortController();
  const calls: string[] = [];
  const fetch = (url: string, init?: RequestInit): Promise<Response> => {
    calls.push(url);
    return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new TypeError('Failed to fetch'))));
  };
  const during = faultOf(request(fetch, '/a', { signal: controller.signal }));
  controller.abort();
  expect(await during).toMatchObject({ name: 'AbortError' });
  expect(await faultOf(request(fetch, '/b', { signal: controller.signal }))).toMatchObject({ name: 'AbortError' });
  expect(calls).toEqual(['/a']);
});

it('only 200 to 299 is an answer', async () => {
  expect((await request(async () => new Response(null, { status: 202 }), '/')).status).toBe(202);
  for (const status of [304, 404]) expect(await faultOf(request(async () => new Response(null, { status }), '/'))).toBeInstanceOf(ServiceError);
});
