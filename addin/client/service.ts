import { z } from 'zod';
import type { RunResult } from '../../shared/api/result';
import { idempotencyHeader } from '../../shared/api/run-request';
import type { RunStatus } from '../../shared/api/run-status';
import type { IsoDate } from '../../shared/units';
import { defaultPatience, follow } from './follow';
import type { Patience, Progress } from './follow';
import { request } from './request';
import type { Fetch } from './request';
import { results } from './results';

/** What is sent on Run: contract columns only (`toWire`), never names, notes or other sheets. */
export interface RunRequest {
  readonly asOf?: IsoDate;
  /** Account IDs in scope; absent = all. */
  readonly accounts?: readonly string[];
  readonly tables: object;
}

/** The compute service as the add-in uses it. Every method throws `ServiceError` when the service does not comply. */
export interface Service {
  /** Starts a run; `body` is the JSON text of a `RunRequest`, so that its size is known before it is sent. */
  start(body: string, signal: AbortSignal): Promise<{ readonly id: string }>;
  /** Reports progress until the run is over. */
  follow(id: string, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<RunStatus>;
  /** All rows of a run that is over; of a cancelled one, the finished accounts. */
  results(id: string, signal: AbortSignal): Promise<RunResult>;
  /** Asks the run to stop after the accounts in hand. */
  cancel(id: string): Promise<void>;
  /** True when the service answers. */
  answers(signal?: AbortSignal): Promise<boolean>;
}

const Started = z.object({ id: z.string().min(1) });

/** A client of the service at `base` (`''` = same origin). */
export function serviceAt(
  base: string,
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
  patience: Patience = defaultPatience,
): Service {
  const run = (id: string) => `${base}/v1/runs/${encodeURIComponent(id)}`;
  return {
    async start(body, signal) {
      const headers = { 'content-type': 'application/json', [idempotencyHeader]: crypto.randomUUID() };
      return Started.parse(await (await request(fetch, `${base}/v1/runs`, { method: 'POST', headers, body, signal })).json());
    },
    follow: (id, onProgress, signal) => follow({ fetch, url: run(id), onProgress, signal, patience }),
    results: (id, signal) => results(fetch, run(id), signal),
    async cancel(id) {
      await request(fetch, run(id), { method: 'DELETE' });
    },
    answers: (signal) =>
      request(fetch, `${base}/healthz`, { signal }).then(
        () => true,
        () => false,
      ),
  };
}
