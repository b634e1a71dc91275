import type { MessagePort } from 'node:worker_threads';
import type { IsoDate } from '../../shared/units';
import type { SealedAccount } from '../../shared/api/sealed-rows';
import type { Accepted, Desk, Finished, Progress } from './desk';
import type { Refused } from './read-request';
import type { Body } from './unpack';

/** A run as it is sent to a thread; news and rows come back through the port. */
export interface RunTask {
  readonly body: Body;
  readonly today: IsoDate;
  readonly port: MessagePort;
}

/** From the thread: each `rows` is answered with `taken` before the next comes. */
export type FromDesk = { readonly progress: Progress } | { readonly rows: readonly SealedAccount[] };
/** To the thread. */
export type ToDesk = 'taken' | 'stop';

/** What the module of a desk's thread exports. */
export interface DeskTasks {
  read(body: Body): Promise<Accepted | Refused>;
  run(task: RunTask): Promise<Finished>;
}

/** The thread's side: a desk that takes its orders as messages. */
export function deskTasks(desk: Desk): DeskTasks {
  return {
    read: (body) => desk.read(body),
    async run({ body, today, port }) {
      const stop = new AbortController();
      let taken = (): void => undefined;
      port.on('message', (message: ToDesk) => (message === 'stop' ? stop.abort() : taken()));
      const send = (message: FromDesk): void => port.postMessage(message);
      try {
        return await desk.run(body, today, {
          signal: stop.signal,
          onProgress: (progress) => send({ progress }),
          onRows: (rows) =>
            new Promise((resolve) => {
              taken = resolve;
              send({ rows });
            }),
        });
      } finally {
        port.close();
      }
    },
  };
}
