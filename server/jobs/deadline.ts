import { newStopFlag, raise, type StopFlag } from './cancellation';

/** The time that a unit in another thread may take: told to stop when it is over, ended when it does not listen. */
export interface Deadline {
  /** Raised when the unit is to stop; the thread may look at it whenever it likes. */
  readonly flag: StopFlag;
  /** Aborts when the thread is to be ended. */
  readonly ended: AbortSignal;
  /** True when time is over; false when someone else stopped the unit. */
  isOver(): boolean;
  /** Forgets timers and listeners; for when the unit has ended. */
  clear(): void;
}

/** Begins to count. `timeout` and `grace` are milliseconds: until the unit is told to stop, and from then until its thread is ended. */
export function startDeadline(timeout: number, grace: number, signal?: AbortSignal): Deadline {
  const flag = newStopFlag();
  const end = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let over = false;
  const stop = (): void => {
    raise(flag);
    timers.push(setTimeout(() => end.abort(), grace));
  };
  signal?.addEventListener('abort', stop, { once: true });
  timers.push(
    setTimeout(() => {
      over = true;
      stop();
    }, timeout),
  );
  return {
    flag,
    ended: end.signal,
    isOver: () => over,
    clear() {
      timers.forEach(clearTimeout);
      signal?.removeEventListener('abort', stop);
    },
  };
}
