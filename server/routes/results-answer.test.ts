import { expect, test } from '@jest/globals';
import type { Run } from '../store/store';
import { newRoutes } from './context';
import { resultsAnswer, withoutResults } from './results-answer';

const page = { accounts: [{ accountId: 'A', scores: '{"accountId":"A"}', trades: '', exceptions: '' }], next: 1 };
const ask = (known?: string) =>
  newRoutes()
    .get('/', (c) => resultsAnswer(c, 'r1.0.1', page))
    .request('/', { headers: known ? { 'If-None-Match': known } : {} });

test('a page is JSON, and names the next one', async () => {
  const answer = await ask();
  expect(answer.headers.get('Content-Type')).toBe('application/json');
  expect(await answer.json()).toMatchObject({ run: null, scores: [{ accountId: 'A' }], trades: [], next: '1' });
});

test('only the caller itself may keep it, and asks again each time', async () => {
  expect((await ask()).headers.get('Cache-Control')).toBe('private, no-cache');
});

test.each([
  ['W/"r1.0.1"', 304],
  ['"other" , W/"r1.0.1"', 304],
  ['W/"r1.0.2"', 200],
  ['W/"r1.0.1', 200],
])('who has %s gets %i', async (known, status) => {
  const answer = await ask(known);
  expect(answer.status).toBe(status);
  if (status === 304) expect(await answer.text()).toBe('');
});

const run: Run = { id: 'r1', status: 'running', done: 3, total: 9, seq: 4, createdAt: 0, hasResults: false };

test('a run at work says how far it is and when to ask again', () => {
  expect(withoutResults(run)).toMatchObject({
    code: 'not-finished',
    detail: 'The run is not finished: 3 of 9 accounts are.',
    extras: { headers: { 'Retry-After': '1' } },
  });
});

test('a run that has ended says why it has none', () => {
  expect(withoutResults({ ...run, status: 'failed', error: 'No prices.' })).toMatchObject({ code: 'no-results', detail: 'No prices.' });
  expect(withoutResults({ ...run, status: 'cancelled' }).detail).toBe('The run was stopped before it had results.');
});
