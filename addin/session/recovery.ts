import { wait } from '../client/wait';
import type { Service } from '../client/service';
import type { Store } from './store';

/** Milliseconds before each look whether the service is back; the last one repeats. */
const pauses = [5_000, 10_000, 20_000, 40_000, 60_000];

/** Looks again and again, ever less often, until the service answers; then the state is online. One loop at a time. */
export function createRecovery(store: Store, service: Pick<Service, 'answers'>, waits: readonly number[] = pauses): () => void {
  let watching = false;
  return () => {
    if (watching) return;
    watching = true;
    void (async () => {
      for (let attempt = 0; !store.get().online; attempt += 1) {
        await wait(waits[Math.min(attempt, waits.length - 1)]);
        if (!store.get().online && (await service.answers())) store.tell({ is: 'service answered', online: true });
      }
      watching = false;
    })();
  };
}
