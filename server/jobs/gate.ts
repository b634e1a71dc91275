import { setMaxListeners } from 'node:events';
import { stopped } from './cancellation';

/** Lets at most so many tasks run at once; others wait in order. */
export interface Gate {
  /** Runs the task when its turn comes; rejects at once when `signal` aborts before that. */
  pass<Outcome>(task: () => Promise<Outcome>, signal?: AbortSignal): Promise<Outcome>;
}

/** A gate for `width` tasks at once, `width` ≥ 1. */
export function createGate(width: number): Gate {
  let open = width;
  const line = new Set<() => void>();

  const enter = (signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted) return Promise.reject(stopped());
    if (open > 0) {
      open--;
      return Promise.resolve();
    }
    // A whole book may wait on one signal; Node would take that for a leak.
    if (signal) setMaxListeners(0, signal);
    return new Promise((resolve, reject) => {
      const leaveLine = (): void => {
        line.delete(turn);
        reject(stopped());
      };
      const turn = (): void => {
        signal?.removeEventListener('abort', leaveLine);
        resolve();
      };
      line.add(turn);
      signal?.addEventListener('abort', leaveLine, { once: true });
    });
  };
  const leave = (): void => {
    const [next] = line;
    if (!next) {
      open++;
      return;
    }
    line.delete(next);
    next();
  };

  return {
    async pass(task, signal) {
      await enter(signal);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
