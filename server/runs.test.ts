import { describe, expect, test } from '@jest/globals';
import type { Accepted, Desk } from './jobs/desk';
import { stopped } from './jobs/cancellation';
import { createQueue } from './jobs/queue';
import { createRuns, type RunNote } from './runs';
import { memoryStore } from './store/memory';
import { usualLimits } from './store/store';

const body = { bytes: new Uint8Array(3), gzip: false };
const accepted: Accepted = { kind: 'accepted', digest: 'd', accounts: 2 };
const outOfMemory = Object.assign(new Error('heap of 4471-0093'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
const finished = { head: { run: '{}', dataIssues: '[]' }, partial: false, accounts: 1, trades: 0 };

/** Runs with a desk that does as the test says. */
function setUp(desk: Partial<Desk>, waiting = 10) {
  const store = memoryStore(usualLimits);
  const notes: RunNote[] = [];
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const queue = createQueue({ running: 1, runningPerLane: 1, waiting, waitingPerLane: 10, onError });
  let released = 0;
  let ids = 0;
  const runs = createRuns({
    store,
    queue,
    onError,
    now: () => 0,
    newId: () => `run-${++ids}`,
    note: (note) => notes.push(note),
    desk: { read: async () => accepted, run: async () => finished, close: async () => undefined, ...desk },
  });
  const submit = (key?: string) => runs.submit({ body, release: () => void released++, key, lane: 'a' });
  return { store, runs, notes, errors, submit, released: () => released, settled: () => runs.drain(60_000) };
}

describe('the life of a run', () => {
  test('stores what the desk reports, and gives the body back', async () => {
    const { store, notes, submit, released, settled } = setUp({
      run: async (_body, today, { onProgress, onRows }) => {
        expect(today).toBe('1969-12-31');
        onProgress({ done: 1, total: 1, accountId: 'A-1' });
        await onRows([{ accountId: 'A-1', scores: '{}', trades: '', exceptions: '' }]);
        return finished;
      },
    });
    expect(await submit()).toMatchObject({ kind: 'created', run: { id: 'run-1', total: 2 } });
    await settled();
    expect(await store.getRun('run-1')).toMatchObject({ status: 'done', done: 1, now: 'A-1', seq: 3 });
    expect((await store.pageResults('run-1', { after: 0, limit: 9, maxText: 9 }))?.accounts).toHaveLength(1);
    expect(notes.map(({ event }) => event)).toEqual(['accepted', 'done']);
    expect(released()).toBe(1);
  });

  test('a body without a run is given back at once', async () => {
    const refused = { kind: 'refused', code: 'invalid', detail: 'No.' } as const;
    const { submit, released } = setUp({ read: async () => refused });
    expect(await submit()).toEqual(refused);
    expect(released()).toBe(1);
    const replay = setUp({ run: () => new Promise(() => undefined) });
    await replay.submit('k');
    expect(await replay.submit('k')).toMatchObject({ kind: 'replayed' });
    expect(replay.released()).toBe(1);
  });

  test('a run for which there is no place leaves nothing behind', async () => {
    const { store, submit, released } = setUp({}, 0);
    expect(await submit()).toEqual({ kind: 'full' });
    expect(await store.getRun('run-1')).toBeUndefined();
    expect(released()).toBe(1);
  });

  test('a book too big for memory is too large at the door, and a failed run later', async () => {
    const door = setUp({ read: () => Promise.reject(outOfMemory) });
    expect(await door.submit()).toMatchObject({ kind: 'refused', code: 'too-large' });
    const later = setUp({ run: () => Promise.reject(outOfMemory) });
    await later.submit();
    await later.settled();
    expect(await later.store.getRun('run-1')).toMatchObject({ status: 'failed', error: expect.stringContaining('more memory') });
  });

  test('a fault of ours fails the run with a support code and no details', async () => {
    const { store, errors, submit, released, settled } = setUp({ run: () => Promise.reject(new TypeError('cost of 4471-0093')) });
    await submit();
    await settled();
    expect(await store.getRun('run-1')).toMatchObject({
      status: 'failed',
      error: 'Something went wrong on our side. Your workbook is unchanged. Support code run-1.',
    });
    expect([errors.length, released()]).toEqual([1, 1]);
    await expect(setUp({ read: () => Promise.reject(new TypeError('bug')) }).submit()).rejects.toThrow('bug');
  });

  test('a run stopped before any result is cancelled, not failed', async () => {
    const { store, runs, errors, submit, settled } = setUp({
      run: (_body, _today, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(stopped()))),
    });
    await submit();
    await Promise.resolve();
    expect(runs.cancel('run-1')).toBe(true);
    await settled();
    expect(await store.getRun('run-1')).toMatchObject({ status: 'cancelled', hasResults: false });
    expect(errors).toEqual([]);
  });
});
