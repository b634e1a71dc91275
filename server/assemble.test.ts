import { afterEach, expect, test } from '@jest/globals';
import pino from 'pino';
import { runStatusSchema, type RunStatus } from '../shared/api/run-status';
import { assemble, type Assembled } from './assemble';
import { readEnvironment, type Environment } from './environment';
import { decideSmall, failedSmall, smallDesk, type SmallTables } from './jobs/fixtures/small-book';
import { createPool } from './jobs/pool';

const open: Assembled[] = [];
afterEach(async () => { for (const service of open.splice(0)) await service.close(); });

function service(variables: Record<string, string> = {}) {
  const read = readEnvironment(variables);
  if ('faults' in read) throw new Error(read.faults.join());
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const pool = createPool({ threads: 0, inline: decideSmall, failed: failedSmall });
  const desk = smallDesk(pool.decideUnit);
  const closed = { desk: false };
  const assembled = assemble({ environment: read.environment as Environment, desk: { ...desk, close: async () => { closed.desk = true; await desk.close(); } }, bodySchema: {}, log });
  open.push(assembled);
  const headers = { 'Content-Type': 'application/json', ...(variables.REBAL_API_KEY ? { Authorization: `Bearer ${variables.REBAL_API_KEY}` } : {}) };
  const post = (...accounts: SmallTables['accounts']) => assembled.app.request('/v1/runs', { method: 'POST', headers, body: JSON.stringify({ tables: { accounts } }) });
  const runOf = async (response: Response | Promise<Response>): Promise<RunStatus> => runStatusSchema.parse(await (await response).json());
  return { ...assembled, lines, closed, post, runOf };
}

test('a run goes from request to result, and the log knows its course but none of its contents', async () => {
  const { app, post, runOf, lines } = service();
  let run = await runOf(post({ accountId: '4471-0093' }, { accountId: '4471-0088', trades: 2 }));
  while (run.status !== 'done') run = await runOf(app.request(`${run.links.self}?after=${run.seq}&wait=5`));
  expect(await (await app.request(run.links.results)).json()).toMatchObject({ scores: [{ accountId: '4471-0093' }, { accountId: '4471-0088' }] });
  const said = lines.map((line) => JSON.parse(line) as { msg: string; event?: string });
  expect(said.flatMap(({ msg, event }) => (msg === 'run' ? event : []))).toEqual(['accepted', 'done']);
  expect(said.some(({ msg }) => msg === 'request')).toBe(true);
  expect(lines.join()).not.toContain('4471');
});

test('the environment says who may call, how often and how much may be sent', async () => {
  const key = 'a-key-of-enough-length';
  const closed = service({ REBAL_API_KEY: key, REBAL_RATE: '2' });
  expect((await closed.app.request('/v1/runs/x')).status).toBe(401);
  expect([(await closed.post({ accountId: 'A' })).status, (await closed.post({ accountId: 'B' })).status]).toEqual([202, 429]);
  const narrow = service({ REBAL_MAX_BODY_MB: '0.0001' });
  expect((await narrow.post(...Array.from({ length: 50 }, (_, k) => ({ accountId: `A-${k}` })))).status).toBe(413);
  expect((await service({ REBAL_HOSTS: 'books.example.com' }).app.request('http://books.example.com/healthz')).status).toBe(200);
});

test('draining refuses new runs and lets those at work end; closing ends the desk', async () => {
  const { app, post, runOf, drain, close, closed } = service();
  const run = await runOf(post({ accountId: 'A', wait: 30 }));
  const drained = drain();
  expect([(await post({ accountId: 'B' })).status, (await app.request('/readyz')).status]).toEqual([503, 503]);
  await drained;
  expect((await runOf(app.request(run.links.self))).status).toBe('done');
  await close();
  expect(closed.desk).toBe(true);
});

test('a storage that is unknown is said in a sentence', () => {
  expect(() => service({ REBAL_STORE: 'postgres://db' })).toThrow('Storage "postgres:" is unknown.');
});
