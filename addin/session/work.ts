import { ServiceError } from '../client/service-error';
import { isAbort, noticeOf } from './faults';
import { isBusy } from './state';
import type { Store } from './store';

/** One piece of work; it tells the store how it goes and how it ends, unless it fails. */
export type Task = (signal: AbortSignal) => Promise<void>;

/** Does one piece of work at a time, and knows how to stop it and how to try again what failed. */
export interface Work {
  /** Does nothing while other work is under way. Never rejects: a fault ends the work with a notice. */
  start(task: Task): Promise<void>;
  stop(): void;
  /** From now on, trying again means this; for work whose first part need not be repeated. */
  resumeWith(task: Task): void;
  again(): Promise<void>;
}

export function createWork(store: Store, onOffline: () => void, onFault: (fault: unknown) => void): Work {
  let controller = new AbortController();
  let last: Task | undefined;

  const work: Work = {
    async start(task) {
      if (isBusy(store.get())) return;
      controller = new AbortController();
      last = task;
      try {
        await task(controller.signal);
      } catch (fault) {
        end(fault);
      }
    },
    stop: () => controller.abort(),
    resumeWith(task) {
      last = task;
    },
    async again() {
      if (last) await work.start(last);
    },
  };

  function end(fault: unknown): void {
    if (isAbort(fault)) return store.tell({ is: 'ended', notice: { intent: 'info', text: 'Stopped. Nothing was changed.' } });
    onFault(fault);
    const offline = fault instanceof ServiceError && fault.kind === 'offline';
    store.tell({ is: 'ended', notice: noticeOf(fault, store.get().activity.kind === 'writing'), online: offline ? false : undefined });
    if (offline) onOffline();
  }

  return work;
}
