import type { Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { isFinal, type EndEvent } from '../../shared/api/run-status';
import type { Run, Store, StoredEvent } from '../store/store';
import { waitForChange } from './wait';

/** Proxies that buffer let a stream through once it has this much. */
const padding = `:${' '.repeat(2048)}\n\n`;

export interface StreamOptions {
  readonly store: Store;
  readonly id: string;
  /** The last event that the caller has. */
  readonly after: number;
  /** Milliseconds between signs of life. */
  readonly beat: number;
  /** The service stops now; streams end, and their readers come back elsewhere. */
  readonly closing: AbortSignal;
  readonly onError: (error: unknown) => void;
}

/** The run's events as they come, `progress` and at last `end`, as Server-Sent Events. */
export function streamEvents(c: Context, options: StreamOptions): Response {
  const response = streamSSE(c, async (stream) => {
    try {
      await stream.write(padding);
      await follow(stream, options);
    } catch (error) {
      options.onError(error);
    }
  });
  // `streamSSE` sets its own headers; a response made after it has these instead.
  c.header('Cache-Control', 'no-cache, no-transform');
  c.header('X-Accel-Buffering', 'no');
  return c.newResponse(response.body, 200);
}

async function follow(stream: SSEStreamingApi, { store, id, after, beat, closing }: StreamOptions): Promise<void> {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort());
  for (let seq = after, first = true; ; first = false) {
    // Asked before reading: runs end before the service closes, and their end must still be told.
    const last = gone.signal.aborted || closing.aborted;
    const run = await store.getRun(id);
    if (!run) return;
    // A caller may claim to have events that never were.
    const events = await store.events(id, Math.min(seq, run.seq));
    for (const event of events) await writeProgress(stream, event);
    if (isFinal(run.status)) return writeEnd(stream, run);
    if (last) return;
    if (events.length === 0 && !first) await stream.write(': still here\n\n');
    seq = events.at(-1)?.seq ?? run.seq;
    // The run went on while its events were read: it may have ended, so look again before waiting.
    if (seq > run.seq) continue;
    await waitForChange(store, id, seq, beat, [gone.signal, closing]);
  }
}

async function writeProgress(stream: SSEStreamingApi, event: StoredEvent): Promise<void> {
  if (event.kind === 'progress') await stream.writeSSE({ event: 'progress', id: `${event.seq}`, data: JSON.stringify(event.progress) });
}

async function writeEnd(stream: SSEStreamingApi, { seq, status, error }: Run): Promise<void> {
  const end = { status, error } as EndEvent;
  await stream.writeSSE({ event: 'end', id: `${seq}`, data: JSON.stringify(end) });
}
