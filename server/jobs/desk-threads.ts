import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { stopped } from './cancellation';
import type { Desk, Finished, Reports } from './desk';
import type { DeskTasks, FromDesk, RunTask, ToDesk } from './desk-thread';

export interface DeskThreadOptions {
  /** The built module of the thread, `dist/server/desk.cjs`; it exports `deskTasks(desk)` by name. */
  readonly filename: string;
  /** Runs at once; one more thread reads requests meanwhile. */
  readonly runs: number;
  /** What the module finds as `workerData`. */
  readonly settings: unknown;
  /** Heap of one thread in megabytes. */
  readonly heapMb?: number;
  /** Milliseconds a stopped run gets to hand over what it has, before its thread is ended. */
  readonly grace?: number;
  /** Hears of threads that die between tasks. */
  readonly onError: (error: unknown) => void;
}

/** A desk in other threads: reading 100,000 lots or building their book never holds up a request. */
export function openDesk({ filename, runs, settings, heapMb = 2048, grace = 10_000, onError }: DeskThreadOptions): Desk {
  const piscina = new Piscina({
    filename,
    minThreads: 1,
    maxThreads: runs + 1,
    idleTimeout: 60_000,
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // A desk's thread has timers and threads of its own, which must run on while it has no task.
    atomics: 'disabled',
  });
  piscina.on('error', onError);
  return {
    read: (body) => piscina.run(body, { name: 'read' satisfies keyof DeskTasks }) as ReturnType<Desk['read']>,
    async run(body, today, reports) {
      if (reports.signal.aborted) throw stopped();
      const { port1: port, port2 } = new MessageChannel();
      const task: RunTask = { body, today, port: port2 };
      const end = new AbortController();
      const work = piscina.run(task, {
        name: 'run' satisfies keyof DeskTasks,
        transferList: [port2],
        signal: end.signal,
      }) as Promise<Finished>;
      return follow(work, { port, reports, grace, end });
    },
    close: () => piscina.destroy(),
  };
}

interface Line {
  readonly port: MessageChannel['port1'];
  readonly reports: Reports;
  readonly grace: number;
  readonly end: AbortController;
}

/** Passes reports on until the work ends; stops it when asked to, or when its rows cannot be taken. */
async function follow(work: Promise<Finished>, { port, reports, grace, end }: Line): Promise<Finished> {
  const { signal, onProgress, onRows } = reports;
  let refused: unknown;
  let timer: NodeJS.Timeout | undefined;
  const send = (message: ToDesk): void => port.postMessage(message);
  const stop = (): void => {
    send('stop');
    timer ??= setTimeout(() => end.abort(), grace);
  };
  port.on('message', (message: FromDesk) => {
    if ('progress' in message) return onProgress(message.progress);
    onRows(message.rows).then(
      () => send('taken'),
      (error: unknown) => {
        refused = error;
        end.abort();
      },
    );
  });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await work;
  } catch (error) {
    throw refused ?? (signal.aborted ? stopped() : error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    port.close();
  }
}
