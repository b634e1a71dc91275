import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Hono } from 'hono';
import type { AppEnv } from './context';
import { rateLimit } from './rate-limit';

/** Asks at each of the given times; true where the request passed. */
async function ask(perMinute: number, times: readonly number[]): Promise<boolean[]> {
  let time = 0;
  const app = new Hono<AppEnv>();
  app.onError((_error, c) => c.body(null, 429));
  app.get('/', rateLimit({ perMinute, now: () => time }), (c) => c.body(null, 204));
  const passed: boolean[] = [];
  for (time of times) passed.push((await app.request('/')).status === 204);
  return passed;
}

test('in any minute no address passes more than twice its rate, and one that waits always passes', async () => {
  const pauses = fc.array(fc.nat(30_000), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10 }), pauses, async (perMinute, gaps) => {
      const times = gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? 0) + gap], []);
      const passed = await ask(perMinute, times);
      for (const from of times) {
        expect(times.filter((time, n) => passed[n] && time >= from && time < from + 60_000).length).toBeLessThanOrEqual(perMinute * 2);
      }
      gaps.forEach((gap, n) => gap >= 60_000 / perMinute + 1 && expect(passed[n]).toBe(true));
    }),
    { numRuns: 50 },
  );
});

test('a clock that goes back locks nobody out', async () => {
  expect(await ask(2, [60_000, 0, 0, 30_000])).toEqual([true, true, false, true]);
});
