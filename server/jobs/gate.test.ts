import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createGate } from './gate';

test('never lets more through than it is wide, and everyone passes in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(3), { maxLength: 20 }), async (width, delays) => {
      const gate = createGate(width);
      const started: number[] = [];
      let inside = 0;
      let most = 0;
      await Promise.all(
        delays.map((ticks, n) =>
          gate.pass(async () => {
            started.push(n);
            most = Math.max(most, ++inside);
            for (let k = 0; k < ticks; k++) await null;
            inside--;
          }),
        ),
      );
      expect(most).toBeLessThanOrEqual(width);
      expect(started).toEqual(delays.map((_, n) => n));
    }),
  );
});

test('a task that fails lets the next one in', async () => {
  const gate = createGate(1);
  await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate.pass(async () => 'yes')).toBe('yes');
});

test('who gives up in the line is not let in later', async () => {
  const gate = createGate(1);
  let finish = (): void => undefined;
  const first = gate.pass(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const controller = new AbortController();
  let ran = false;
  const second = gate.pass(async () => {
    ran = true;
  }, controller.signal);
  controller.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  finish();
  await first;
  expect(await gate.pass(async () => 'third')).toBe('third');
  expect(ran).toBe(false);
});
