import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createQueue, type Job, type Queue, type QueueOptions } from './queue';

/** A queue whose jobs end when the test says so, or when they are stopped. */
function desk(options: Partial<QueueOptions> = {}) {
  const log: string[] = [];
  const finish = new Map<string, () => void>();
  const errors: string[] = [];
  const queue: Queue = createQueue({
    running: 1,
    runningPerLane: 1,
    waiting: 100,
    waitingPerLane: 100,
    onError: (_error, id) => errors.push(id),
    ...options,
  });
  const job = (id: string, lane: string): Job => ({
    id,
    lane,
    work: (stop) =>
      new Promise((resolve) => {
        log.push(`start ${id}`);
        finish.set(id, resolve);
        stop.addEventListener('abort', () => {
          log.push(`stop ${id}`);
          resolve();
        });
      }),
    dropped: async () => void log.push(`drop ${id}`),
  });
  return { queue, log, errors, add: (id: string, lane = 'a') => queue.add(job(id, lane)), finish: (id: string) => finish.get(id)?.() };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a queue', () => {
  test('lanes take turns, whoever came with more', async () => {
    const { add, finish, log } = desk();
    for (const id of ['a1', 'a2', 'a3', 'a4']) add(id, 'a');
    add('b1', 'b');
    for (const id of ['a1', 'a2', 'b1', 'a3', 'a4']) {
      await turn();
      finish(id);
    }
    await turn();
    expect(log).toEqual(['start a1', 'start a2', 'start b1', 'start a3', 'start a4']);
  });

  test('one lane never takes every place', async () => {
    const { add, log, queue } = desk({ running: 2 });
    add('a1', 'a');
    add('a2', 'a');
    await turn();
    add('b1', 'b');
    await turn();
    expect(log).toEqual(['start a1', 'start b1']);
    expect(queue.counts()).toEqual({ running: 2, waiting: 1 });
  });

  test('never runs more than it may, and runs everything once', async () => {
    const jobs = fc.array(fc.record({ lane: fc.constantFrom('a', 'b', 'c'), ticks: fc.nat(4) }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(jobs, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), async (list, running, runningPerLane) => {
        const queue = createQueue({
          running,
          runningPerLane,
          waiting: 100,
          waitingPerLane: 100,
          onError: (error) => {
            throw error;
          },
        });
        const inside: string[] = [];
        const ran: number[] = [];
        await Promise.all(
          list.map(
            ({ lane, ticks }, n) =>
              new Promise<void>((resolve) => {
                const work = async (): Promise<void> => {
                  inside.push(lane);
                  expect(inside.length).toBeLessThanOrEqual(running);
                  expect(inside.filter((other) => other === lane).length).toBeLessThanOrEqual(runningPerLane);
                  for (let k = 0; k < ticks; k++) await null;
                  inside.splice(inside.indexOf(lane), 1);
                  ran.push(n);
                  resolve();
                };
                expect(queue.add({ id: `${n}`, lane, work, dropped: async () => undefined })).toBe('accepted');
              }),
          ),
        );
        expect([...ran].sort((x, y) => x - y)).toEqual(list.map((_, n) => n));
      }),
    );
  });

  test('refuses what it has no room for', async () => {
    const { add } = desk({ waiting: 3, waitingPerLane: 2 });
    expect(add('a1')).toBe('accepted');
    await turn();
    expect([add('a2'), add('a3'), add('a4')]).toEqual(['accepted', 'accepted', 'lane-full']);
    expect([add('b1', 'b'), add('b2', 'b')]).toEqual(['accepted', 'full']);
  });

  test('cancels what waits and what runs, and says when it has neither', async () => {
    const { add, queue, log } = desk();
    add('a1');
    add('a2');
    await turn();
    expect([queue.cancel('a2'), queue.cancel('a1'), queue.cancel('nobody')]).toEqual([true, true, false]);
    await turn();
    expect(log).toEqual(['start a1', 'drop a2', 'stop a1']);
    expect(queue.counts()).toEqual({ running: 0, waiting: 0 });
  });

  test('a job that throws is reported and does not stop the queue', async () => {
    const { queue, errors, add, log } = desk();
    queue.add({ id: 'bad', lane: 'a', work: () => Promise.reject(new Error('bug')), dropped: async () => undefined });
    add('a1');
    await turn();
    expect(errors).toEqual(['bad']);
    expect(log).toEqual(['start a1']);
  });
});

describe('draining', () => {
  test('drops what waits, lets the running finish, accepts nothing more', async () => {
    const { add, queue, log, finish } = desk();
    add('a1');
    add('a2');
    await turn();
    const drained = queue.drain(60_000);
    await turn();
    expect(add('a3')).toBe('full');
    finish('a1');
    await drained;
    expect(log).toEqual(['start a1', 'drop a2']);
  });

  test('tells the running to stop when the grace is over', async () => {
    const { add, queue, log } = desk();
    add('a1');
    await turn();
    await queue.drain(10);
    expect(log).toEqual(['start a1', 'stop a1']);
  });
});
