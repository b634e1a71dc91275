import { expect, test } from '@jest/globals';
import { HTTPException } from 'hono/http-exception';
import { problemSchema } from '../../shared/api/problem';
import { newRoutes, type AppEnv } from './context';
import { errorHandler, Refusal } from './problems';

function throwing(fault: Error) {
  const bugs: unknown[] = [];
  const app = newRoutes().get('/', (c) => {
    c.set('requestId', 'req-7');
    throw fault;
  });
  app.onError(errorHandler<AppEnv>((error) => bugs.push(error)));
  return { bugs, ask: async () => { const answer = await app.request('/'); return { answer, problem: problemSchema.parse(await answer.json()) }; } };
}

test('a refusal is its status, its code, its words, its fields and its headers, and no bug', async () => {
  const faults = [{ path: 'tables.holdings', message: 'expected an array' }];
  const { ask, bugs } = throwing(new Refusal('invalid', 'The request is not as described.', { faults, headers: { 'Retry-After': '5' } }));
  const { answer, problem } = await ask();
  expect(problem).toEqual({ type: 'about:blank', title: 'Unprocessable Content', status: 422, code: 'invalid', detail: 'The request is not as described.', requestId: 'req-7', errors: faults });
  expect([answer.status, answer.headers.get('Retry-After'), answer.headers.get('Cache-Control')]).toEqual([422, '5', 'no-store']);
  expect(bugs).toEqual([]);
});

test("the framework's own refusals are of the request; its failures are ours", async () => {
  const refused = throwing(new HTTPException(400, { message: 'Malformed JSON in request body' }));
  expect((await refused.ask()).problem).toMatchObject({ status: 400, code: 'malformed' });
  expect(refused.bugs).toEqual([]);
  const failed = throwing(new HTTPException(500));
  expect((await failed.ask()).problem).toMatchObject({ status: 500, code: 'internal' });
  expect(failed.bugs).toHaveLength(1);
});

test('a bug is heard, and its words stay here', async () => {
  const { ask, bugs } = throwing(new TypeError('cost of 4471-0093'));
  const { problem } = await ask();
  expect(problem).toMatchObject({ status: 500, code: 'internal', detail: expect.stringContaining('Support code req-7') });
  expect(JSON.stringify(problem)).not.toContain('4471');
  expect(bugs).toHaveLength(1);
});
