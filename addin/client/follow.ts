import { endEventSchema, isFinal, progressEventSchema, runStatusSchema } from '../../shared/api/run-status';
import type { RunStatus } from '../../shared/api/run-status';
import { request } from './request';
import type { Fetch } from './request';
import { ServiceError, unreachable } from './service-error';
import { serverEvents } from './sse';
import type { ServerEvent } from './sse';
import { wait } from './wait';

/** How far a run is: finished accounts, all accounts, and the account decided last. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly accountId?: string;
}

/** Patience with the network, in milliseconds. */
export interface Patience {
  /** Proxies may hold a stream back: without a byte by then we poll. */
  readonly firstByte: number;
  /** Between two polls. */
  readonly poll: number;
  /** Seconds that the service may hold a poll back while nothing changes. */
  readonly hold: number;
  /** Waits before the next try after a failed poll; after the last one the service counts as unreachable. */
  readonly retries: readonly number[];
}

export const defaultPatience: Patience = { firstByte: 3_000, poll: 1_000, hold: 15, retries: [1_000, 2_000, 4_000, 8_000, 15_000] };

/** A run to follow: where it is, who hears of it, and how long. */
export interface Followed {
  readonly fetch: Fetch;
  readonly url: string;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  readonly patience: Patience;
}

/** Reports a run's progress until it is over, by event stream where that works and by polling where it does not. */
export async function follow(run: Followed): Promise<RunStatus> {
  const { signal } = run;
  await watch(run).catch((fault: unknown) => {
    // Whatever stopped the stream, polling gives the true state; only the caller's own abort ends it here.
    if (signal.aborted) throw signal.reason;
    if (fault instanceof ServiceError && fault.kind === 'gone') throw fault;
  });
  return poll(run);
}

async function watch({ fetch, url, onProgress, signal, patience }: Followed): Promise<void> {
  // Not AbortSignal.any: the oldest web views we declare do not have it.
  const silence = new AbortController();
  const leave = () => silence.abort(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(() => silence.abort(new Error('no byte of the event stream')), patience.firstByte);
  try {
    const response = await request(fetch, `${url}/events`, {
      headers: { accept: 'text/event-stream' },
      signal: silence.signal,
    });
    if (!response.body) return;
    const body = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          clearTimeout(timer);
          controller.enqueue(chunk);
        },
      }),
    );
    for await (const event of serverEvents(body, silence.signal)) if (heard(event, onProgress)) return;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}

/** True when the event ends the run. Events of a newer service that we cannot read are passed over. */
function heard(event: ServerEvent, onProgress: (progress: Progress) => void): boolean {
  if (event.event !== 'progress' && event.event !== 'end') return false;
  const data: unknown = JSON.parse(event.data);
  if (event.event === 'end') return endEventSchema.safeParse(data).success;
  const progress = progressEventSchema.safeParse(data);
  if (progress.success) onProgress(progress.data);
  return false;
}

async function poll({ fetch, url, onProgress, signal, patience }: Followed): Promise<RunStatus> {
  for (let address = url; ;) {
    const status = await persist(() => runStatus(fetch, address, signal), signal, patience.retries);
    // From now on the service answers when something has changed, or after some seconds.
    address = `${url}?after=${status.seq}&wait=${patience.hold}`;
    if (isFinal(status.status)) return status;
    onProgress({ done: status.done, total: status.total, accountId: status.now });
    await wait(patience.poll, signal);
  }
}

/** Where the run stands now. */
async function runStatus(fetch: Fetch, url: string, signal?: AbortSignal): Promise<RunStatus> {
  return runStatusSchema.parse(await (await request(fetch, url, { signal })).json());
}

/** Repeats a safe request while the network fails or the service is busy. */
async function persist<T>(attempt: () => Promise<T>, signal: AbortSignal, retries: readonly number[]): Promise<T> {
  for (const pause of retries) {
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof ServiceError) || (fault.kind !== 'offline' && fault.kind !== 'busy')) throw fault;
      await wait(fault.retryAfter ? fault.retryAfter * 1000 : pause, signal);
    }
  }
  return attempt().catch((fault: unknown) => {
    if (fault instanceof ServiceError && fault.kind === 'busy') throw Object.assign(unreachable(), { cause: fault });
    throw fault;
  });
}
