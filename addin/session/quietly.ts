import { noticeOf } from './faults';
import type { Store } from './store';

/** Does small things beside the work. */
export type Quietly = (act: () => Promise<void>) => Promise<void>;

/** A fault becomes a notice and is heard by `onFault`; the work under way goes on. */
export function createQuietly(store: Store, onFault: (fault: unknown) => void): Quietly {
  return async (act) => {
    try {
      await act();
    } catch (fault) {
      onFault(fault);
      store.tell({ is: 'noticed', notice: noticeOf(fault) });
    }
  };
}
