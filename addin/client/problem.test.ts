import { expect, it } from '@jest/globals';
import { serviceError } from './problem';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
const problem = { type: 'about:blank', title: 'Conflict', status: 409, code: 'key-reused', requestId: 'req-7' };

it.each([
  [404, 'gone'], [409, 'refused'], [410, 'gone'], [413, 'too big'], [418, 'refused'], [422, 'refused'], [429, 'busy'],
  [500, 'fault'], [502, 'offline'], [503, 'busy'], [504, 'offline'], [507, 'fault'],
])('%i is %s', async (status, kind) => expect((await serviceError(answer(status, problem))).kind).toBe(kind));

it('a refusal says why, and names the first field, as sentences', async () => {
  const errors = [{ path: 'tables.holdings.0.quantity', message: 'expected number' }, { path: 'other', message: 'left out' }];
  const error = await serviceError(answer(422, { ...problem, detail: 'The request is not as described', errors }));
  expect(error.message).toBe("The service can't use this workbook's data. The request is not as described. tables.holdings.0.quantity: expected number.");
});

it('what the service says of its own faults is not for users, its code is', async () => {
  const error = await serviceError(answer(500, { ...problem, detail: 'TypeError at x.ts' }));
  expect(error).toMatchObject({ message: 'Something went wrong on our side. Your workbook is unchanged.', supportCode: 'req-7' });
});

it.each(['<html>Bad gateway</html>', '', 'null', '{"requestId":7}'])("a proxy's answer %p counts by its status, and the header has the code", async (body) => {
  const error = await serviceError(answer(502, body, { 'x-request-id': 'edge-1' }));
  expect(error).toMatchObject({ kind: 'offline', supportCode: 'edge-1' });
});

it('knows when to come back, when it is said in seconds', async () => {
  expect((await serviceError(answer(429, problem, { 'retry-after': '12' }))).retryAfter).toBe(12);
  expect((await serviceError(answer(429, problem, { 'retry-after': 'Fri, 20 Nov 2026 09:31:00 GMT' }))).retryAfter).toBeUndefined();
  expect((await serviceError(answer(429, problem))).retryAfter).toBeUndefined();
});
