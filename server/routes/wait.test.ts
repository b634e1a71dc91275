import { expect, test } from '@jest/globals';
import { memoryStore } from '../store/memory';
import { usualLimits, type Store } from '../store/store';
import { waitForChange } from './wait';

const never = (): AbortSignal => new AbortController().signal;
async function waiting(ms: number, ...signals: AbortSignal[]) {
  const store = memoryStore(usualLimits);
  await store.createRun({ id: 'R', digest: 'd', total: 2 });
  const state = { over: false };
  const wait = waitForChange(store, 'R', 0, ms, signals).then(() => { state.over = true; });
  return { store, state, wait };
}
const soon = (ms = 20): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('ends with the next event', async () => {
  const { store, state, wait } = await waiting(60_000, never());
  await soon();
  expect(state.over).toBe(false);
  await store.setStatus('R', { status: 'running' });
  await wait;
});

test('ends when time is up', async () => {
  const { wait } = await waiting(30, never());
  await wait;
});

test('ends with any of the signals, also one that had come before', async () => {
  const leaving = new AbortController();
  const { state, wait } = await waiting(60_000, never(), leaving.signal);
  await soon();
  expect(state.over).toBe(false);
  leaving.abort();
  await wait;
  await (await waiting(60_000, leaving.signal, never())).wait;
});

test('leaves no listener on a signal that outlives it, though the store fails', async () => {
  const signal = never();
  const listeners = { count: 0 };
  const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
  signal.addEventListener = ((...args: Parameters<typeof add>) => { listeners.count += 1; add(...args); }) as typeof add;
  signal.removeEventListener = ((...args: Parameters<typeof remove>) => { listeners.count -= 1; remove(...args); }) as typeof remove;
  const broken = { changed: () => Promise.reject(new Error('gone')) } as unknown as Store;
  await expect(waitForChange(broken, 'R', 0, 60_000, [signal])).rejects.toThrow('gone');
  expect(listeners.count).toBe(0);
});
