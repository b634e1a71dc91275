import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { wait } from './wait';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('resolves after its time and not before', async () => {
  let done = false;
  void wait(1000, new AbortController().signal).then(() => { done = true; });
  await jest.advanceTimersByTimeAsync(999);
  expect(done).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(done).toBe(true);
});

it('rejects with the reason as soon as it is stopped, and leaves no timer behind', async () => {
  const controller = new AbortController();
  const waiting = wait(1000, controller.signal);
  controller.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
  await expect(wait(1000, controller.signal)).rejects.toThrow('left');
  expect(jest.getTimerCount()).toBe(0);
});
