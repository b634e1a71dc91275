import { isStopped } from './jobs/cancellation';
import type { Desk, Finished } from './jobs/desk';
import type { Queue } from './jobs/queue';
import type { Refused } from './jobs/read-request';
import type { Body } from './jobs/unpack';
import { marketDay } from './market-day';
import { StoreFull, type Run, type Store } from './store/store';

/** A request to run, as the door took it. */
export interface Submission {
  readonly body: Body;
  /** Called once, when the body is needed no more. */
  readonly release: () => void;
  /** Idempotency key. */
  readonly key?: string;
  /** Whose turn it takes in the queue. */
  readonly lane: string;
}

export type Submitted =
  { readonly kind: 'created' | 'replayed'; readonly run: Run } | { readonly kind: 'conflict' | 'full' | 'lane-full' } | Refused;

/** What became of a run, for the log: counts and codes, never contents. */
export interface RunNote {
  readonly run: string;
  readonly event: 'accepted' | 'done' | 'cancelled' | 'failed';
  readonly accounts?: number;
  readonly trades?: number;
  readonly ms?: number;
}

export interface RunsParts {
  readonly store: Store;
  readonly queue: Queue;
  readonly desk: Desk;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly note: (note: RunNote) => void;
  readonly onError: (error: unknown, run: string) => void;
}

/** The life of runs: from a body to a stored result. */
export interface Runs {
  submit(submission: Submission): Promise<Submitted>;
  /** Asks the run to stop; false when it is neither waiting nor running. */
  cancel(id: string): boolean;
  /** Ends the service's work: see `Queue.drain`. */
  drain(grace: number): Promise<void>;
}

/** Joins the desk, the queue and the store, none of which knows the others. */
export function createRuns(parts: RunsParts): Runs {
  const { store, queue, desk, newId } = parts;
  return {
    cancel: (id) => queue.cancel(id),
    drain: (grace) => queue.drain(grace),
    async submit({ body, release, key, lane }) {
      let kept = false;
      try {
        const read = await readBody(desk, body);
        if (read.kind === 'refused') return read;
        const created = await store.createRun({ id: newId(), key, digest: read.digest, total: read.accounts });
        if (created.kind !== 'created') return created;
        const { id } = created.run;
        const dropped = async (): Promise<void> => {
          release();
          await store.setStatus(id, { status: 'cancelled' });
        };
        const place = queue.add({ id, lane, dropped, work: (stop) => perform(parts, id, body, stop).finally(release) });
        kept = place === 'accepted';
        if (place === 'accepted') {
          parts.note({ run: id, event: 'accepted', accounts: read.accounts });
          return created;
        }
        await store.deleteRun(id);
        return { kind: place };
      } finally {
        if (!kept) release();
      }
    },
  };
}

/** A body that no thread has memory for is too large, whatever its size. */
async function readBody(desk: Desk, body: Body): ReturnType<Desk['read']> {
  try {
    return await desk.read(body);
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    return {
      kind: 'refused',
      code: 'too-large',
      detail: 'The book needs more memory than the service has. Maybe run fewer accounts at a time.',
    };
  }
}

async function perform(parts: RunsParts, id: string, body: Body, signal: AbortSignal): Promise<void> {
  const { store, desk, now, note } = parts;
  const started = now();
  // Steps are stored one after another, so that they arrive in order in any store.
  let steps: Promise<unknown> = store.setStatus(id, { status: 'running' });
  try {
    const finished = await desk.run(body, marketDay(started), {
      signal,
      onProgress: (progress) => {
        steps = steps.then(() => store.recordProgress(id, progress));
      },
      onRows: async (rows) => {
        await store.appendRows(id, rows);
      },
    });
    await steps;
    const status = finished.partial ? 'cancelled' : 'done';
    await store.setStatus(id, { status, head: finished.head });
    note({ run: id, event: status, ...countsOf(finished), ms: now() - started });
  } catch (error) {
    await steps.catch(() => undefined);
    const event = await fail(parts, id, error);
    note({ run: id, event, ms: now() - started });
  }
}

async function fail({ store, onError }: RunsParts, id: string, error: unknown): Promise<'cancelled' | 'failed'> {
  if (isStopped(error)) {
    await store.setStatus(id, { status: 'cancelled' });
    return 'cancelled';
  }
  onError(error, id);
  await store.setStatus(id, { status: 'failed', error: sentenceFor(error, id) });
  return 'failed';
}

function sentenceFor(error: unknown, id: string): string {
  if (error instanceof StoreFull) return 'The results are larger than the service can keep. Maybe run fewer accounts at a time.';
  if (isOutOfMemory(error)) return 'The book needs more memory than the service has. Maybe run fewer accounts at a time.';
  return `Something went wrong on our side. Your workbook is unchanged. Support code ${id.slice(0, 8)}.`;
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function countsOf({ accounts, trades }: Finished): { accounts: number; trades: number } {
  return { accounts, trades };
}
