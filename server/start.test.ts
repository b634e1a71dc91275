import { afterEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { readEnvironment } from './environment';
import { decideSmall, failedSmall, smallDesk, type SmallTables } from './jobs/fixtures/small-book';
import { createPool } from './jobs/pool';
import { start, type Started } from './start';

const services: Started[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
});

async function open(variables: Record<string, string> = {}) {
  const lines: string[] = [];
  const outcome = readEnvironment({ REBAL_PORT: '0', REBAL_GRACE_SECONDS: '0', ...variables });
  if (!('environment' in outcome)) throw new Error(outcome.faults.join());
  const desk = smallDesk(createPool({ threads: 0, inline: decideSmall, failed: failedSmall }).decideUnit);
  const service = await start({
    environment: outcome.environment,
    desk,
    bodySchema: {},
    log: pino({ level: 'info' }, { write: (line) => void lines.push(line) }),
  });
  services.push(service);
  const base = `http://127.0.0.1:${service.port}`;
  const post = async (accounts: SmallTables['accounts']): Promise<string> => {
    const response = await fetch(`${base}/v1/runs`, {
      method: 'POST',
      body: JSON.stringify({ tables: { accounts } }),
      headers: { 'Content-Type': 'application/json' },
    });
    return `${base}${response.headers.get('Location')}`;
  };
  return { service, base, post, lines };
}

interface StreamEvent {
  event: string;
  id: string;
  data: unknown;
}

/** The events of a stream, up to `most`, and the text before the first one. */
async function eventsOf(response: Response, most = Infinity): Promise<{ events: StreamEvent[]; lead: string; ended: boolean }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const events: StreamEvent[] = [];
  let lead = '';
  let text = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return { events, lead, ended: true };
    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith(':')) lead += block;
      else {
        const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        events.push({ event: field('event'), id: field('id'), data: JSON.parse(field('data')) });
      }
    }
    if (events.length >= most) {
      await reader?.cancel();
      return { events, lead, ended: false };
    }
  }
}

describe('an event stream', () => {
  const slow = Array.from({ length: 5 }, (_, n) => ({ accountId: `A-${n}`, wait: 30 }));

  test('begins with padding, tells of every account, ends with the status', async () => {
    const { post } = await open();
    const response = await fetch(`${await post(slow)}/events`);
    expect(response.headers.get('Content-Type')).toBe('text/event-stream');
    expect(response.headers.get('Cache-Control')).toContain('no-transform');
    expect(response.headers.get('X-Accel-Buffering')).toBe('no');
    const { events, lead, ended } = await eventsOf(response);
    expect(lead.length).toBeGreaterThan(2000);
    expect(ended).toBe(true);
    expect(events.map(({ event }) => event)).toEqual([...Array<string>(5).fill('progress'), 'end']);
    expect(events[4]?.data).toEqual({ done: 5, total: 5, accountId: 'A-4' });
    expect(events[5]?.data).toEqual({ status: 'done' });
  });

  test('resumes after the last event, and closes at once when there was no more', async () => {
    const { post } = await open();
    const run = await post(slow);
    const first = await eventsOf(await fetch(`${run}/events`), 2);
    const resume = async (id: string | undefined) =>
      (await eventsOf(await fetch(`${run}/events`, { headers: { 'Last-Event-ID': id ?? '' } }))).events;
    const rest = await resume(first.events[1]?.id);
    expect([...first.events.slice(0, 2), ...rest].map(({ data }) => data)).toEqual([
      ...slow.map(({ accountId }, n) => ({ done: n + 1, total: 5, accountId })),
      { status: 'done' },
    ]);
    expect(await resume(rest.at(-1)?.id)).toEqual([rest.at(-1)]);
    expect((await resume('no number')).length).toBe(6);
  });

  test('an id that never was does not keep the end away', async () => {
    const { post } = await open();
    const run = await post(slow);
    const { events } = await eventsOf(await fetch(`${run}/events`, { headers: { 'Last-Event-ID': '99999' } }));
    expect(events.at(-1)).toMatchObject({ event: 'end', data: { status: 'done' } });
  });

  test('a reader that goes away does not disturb the run', async () => {
    const { post, base } = await open();
    const run = await post(slow);
    await eventsOf(await fetch(`${run}/events`), 1);
    expect((await eventsOf(await fetch(`${run}/events`))).events.at(-1)).toMatchObject({ data: { status: 'done' } });
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });
});

describe('shutting down', () => {
  const hanging = [{ accountId: 'A-0' }, { accountId: 'A-1', deed: 'hang' as const }];

  test('ends open streams with the run, and the port is free at once', async () => {
    const { service, post } = await open();
    const response = await fetch(`${await post(hanging)}/events`);
    const stream = eventsOf(response);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = Date.now();
    await service.stop();
    expect(Date.now() - started).toBeLessThan(4000);
    expect((await stream).events.at(-1)).toMatchObject({ event: 'end', data: { status: 'cancelled' } });
    await expect(fetch(`http://127.0.0.1:${service.port}/healthz`)).rejects.toThrow();
  });

  test('lets runs finish within the grace; meanwhile not ready, no new runs, old ones readable', async () => {
    const { service, base, post } = await open({ REBAL_GRACE_SECONDS: '10' });
    const run = await post([{ accountId: 'A-0', wait: 400 }]);
    const stream = eventsOf(await fetch(`${run}/events`));
    const stopped = service.stop();
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    expect((await fetch(`${base}/v1/runs`, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } })).status).toBe(
      503,
    );
    expect((await fetch(run)).status).toBe(200);
    await stopped;
    expect((await stream).events.at(-1)).toMatchObject({ event: 'end', data: { status: 'done' } });
  });

  test('can be asked for twice', async () => {
    const { service } = await open();
    await Promise.all([service.stop(), service.stop()]);
  });
});

describe('the log', () => {
  test('has counts and codes, and nothing of the book', async () => {
    const { post, base, lines } = await open();
    const run = await post([
      { accountId: '4471-0093', trades: 3 },
      { accountId: '4471-0094', deed: 'throw' },
    ]);
    await eventsOf(await fetch(`${run}/events`));
    await fetch(`${base}/v1/runs/4471-0093`);
    const log = lines.join('');
    expect(log).toContain('"event":"done","accounts":2,"trades":3');
    expect(log).not.toMatch(/4471|broken arithmetic/);
  });
});

test('a taken port is one sentence', async () => {
  const { service } = await open();
  await expect(open({ REBAL_PORT: `${service.port}` })).rejects.toThrow(/^Port \d+ of 127\.0\.0\.1 is taken\./);
});
