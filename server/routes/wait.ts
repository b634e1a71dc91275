import type { Store } from '../store/store';

/** Waits until the run has an event after `seq`, at most `ms` milliseconds, and not longer than any of the signals. */
export async function waitForChange(store: Store, id: string, seq: number, ms: number, signals: readonly AbortSignal[]): Promise<void> {
  // Not AbortSignal.any: on Node 20 it keeps every combination alive as long as its longest-lived source.
  const enough = new AbortController();
  const stop = (): void => enough.abort();
  const timer = setTimeout(stop, ms);
  for (const signal of signals) signal.addEventListener('abort', stop, { once: true });
  if (signals.some(({ aborted }) => aborted)) stop();
  try {
    await store.changed(id, seq, enough.signal);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', stop);
  }
}
