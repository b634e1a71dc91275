import type { Quietly } from './quietly';
import type { Running } from './running';
import type { Activity } from './state';
import type { Store } from './store';
import type { Work } from './work';

/** Steps that change nothing, so that stopping them needs no decision. */
const stoppedAtOnce: ReadonlySet<Activity['kind']> = new Set(['waiting', 'reading', 'checking', 'sending']);

/** Stops what is under way, as far as it can be: a run is asked to stop, sheets that are being written are finished. */
export function stopping(store: Store, work: Pick<Work, 'stop'>, run: Pick<Running, 'cancel'>, quietly: Quietly): () => Promise<void> {
  return async () => {
    const { kind } = store.get().activity;
    if (kind === 'idle') store.tell({ is: 'noticed', notice: { intent: 'info', text: 'Nothing is running.' } });
    if (kind === 'running') await quietly(run.cancel);
    if (stoppedAtOnce.has(kind)) work.stop();
  };
}
