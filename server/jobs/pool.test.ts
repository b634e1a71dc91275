import { afterEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { newStopFlag, raise, stopped } from './cancellation';
import { createPool, unitTask, type Pool, type PoolOptions } from './pool';

interface Unit {
  deed: string;
  value?: number;
}
type Outcome = number | string;

const pools: Pool<Unit, Outcome>[] = [];
const open = (options: Partial<PoolOptions<Unit, Outcome>> = {}): Pool<Unit, Outcome> => {
  const pool = createPool<Unit, Outcome>({
    threads: 1,
    filename: join(__dirname, 'fixtures', 'unit-worker.cjs'),
    failed: (unit, failure) => `${unit.deed}: ${failure}`,
    heapMb: 64,
    grace: 200,
    ...options,
  });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

describe('a pool with threads', () => {
  test('decides units in another thread', async () => {
    const pool = open();
    expect(await pool.decideUnit({ deed: 'double', value: 21 })).toBe(42);
    expect(await pool.decideUnit({ deed: 'thread' })).toBeGreaterThan(0);
  });

  test.each([
    ['throw', 'error'],
    ['exit', 'crashed'],
    ['hoard', 'out-of-memory'],
  ])('a unit that does %p fails alone, as %p', async (deed, failure) => {
    const errors: unknown[] = [];
    const pool = open({ onError: (error) => errors.push(error) });
    const [bad, good] = await Promise.all([pool.decideUnit({ deed }), pool.decideUnit({ deed: 'double', value: 1 })]);
    expect(bad).toBe(`${deed}: ${failure}`);
    expect(good).toBe(2);
    expect(errors.length).toBeGreaterThan(0);
  });

  test('a unit that never ends is ended, and the pool lives on', async () => {
    const pool = open({ timeout: 1500, grace: 50 });
    expect(await pool.decideUnit({ deed: 'hang' })).toBe('hang: timed-out');
    expect(await pool.decideUnit({ deed: 'double', value: 2 })).toBe(4);
  });

  test('time spent waiting for a thread does not count', async () => {
    const pool = open({ timeout: 1500, grace: 5000 });
    const listens = Array.from({ length: 2 }, () => pool.decideUnit({ deed: 'listen' }));
    expect(await Promise.all([...listens, pool.decideUnit({ deed: 'double', value: 3 })])).toEqual([
      ...Array<string>(2).fill('listen: timed-out'),
      6,
    ]);
  });

  test('a unit that looks at the flag stops by itself and keeps its thread', async () => {
    const pool = open({ grace: 30_000 });
    const thread = await pool.decideUnit({ deed: 'thread' });
    const controller = new AbortController();
    const work = pool.decideUnit({ deed: 'listen' }, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(await pool.decideUnit({ deed: 'thread' })).toBe(thread);
  });

  test('a unit that is deaf loses its thread, and those waiting behind it never start', async () => {
    const pool = open();
    const controller = new AbortController();
    const works = [pool.decideUnit({ deed: 'hang' }, controller.signal), pool.decideUnit({ deed: 'double', value: 1 }, controller.signal)];
    setTimeout(() => controller.abort(), 50);
    for (const work of await Promise.allSettled(works)) expect(work).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    expect(await pool.decideUnit({ deed: 'double', value: 5 })).toBe(10);
  });
});

describe('a pool without threads', () => {
  const inline = async ({ deed, value = 0 }: Unit): Promise<Outcome> => {
    if (deed === 'throw') throw new TypeError('broken');
    return value * 2;
  };

  test('decides here, and failures are failures all the same', async () => {
    const pool = open({ threads: 0, inline });
    expect(await pool.decideUnit({ deed: 'double', value: 4 })).toBe(8);
    expect(await pool.decideUnit({ deed: 'throw' })).toBe('throw: error');
  });

  test('stopping rejects', async () => {
    const pool = open({ threads: 0, inline });
    await expect(pool.decideUnit({ deed: 'double' }, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('the worker sees the flag as a cancellation', async () => {
  const flag = newStopFlag();
  const task = unitTask((_unit: Unit, stop) => {
    const before = stop.aborted;
    raise(flag);
    return `${before} ${stop.aborted}`;
  });
  expect(await task({ unit: { deed: '' }, flag })).toBe('false true');
  expect(stopped().name).toBe('AbortError');
});
