import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { createApp, type App, type Services } from './app';
import type { Environment } from './environment';
import { errorNote } from './error-note';
import type { Desk } from './jobs/desk';
import { createQueue } from './jobs/queue';
import { createIntake } from './routes/intake';
import { createRuns } from './runs';
import { openStore } from './store/open';

export interface ServiceParts {
  readonly environment: Environment;
  readonly desk: Desk;
  /** JSON schema of a request to run, for the API description. */
  readonly bodySchema: object;
  readonly log: Logger;
}

/** The service without a socket: `app.fetch` can be mounted anywhere. */
export interface Assembled {
  readonly app: App;
  /** Takes no more runs; resolves when those at work have ended or their grace is over. Streams end with it. */
  drain(): Promise<void>;
  /** Ends the desk's threads and forgets the store. */
  close(): Promise<void>;
}

/** One run of a caller at a time, so that none keeps the others waiting. */
const queueLimits = { runningPerLane: 1, waiting: 100, waitingPerLane: 20 };

/** Puts the service together; throws a sentence for people when its storage is unknown. */
export function assemble({ environment, desk, bodySchema, log }: ServiceParts): Assembled {
  const draining = new AbortController();
  const closing = new AbortController();
  const now = Date.now;
  const logError = (what: string, about: object, error: unknown): void => log.error({ ...about, ...errorNote(error) }, what);
  const store = openStore(environment.REBAL_STORE, { keepFor: environment.REBAL_KEEP_HOURS * 3_600_000 });
  const queue = createQueue({
    ...queueLimits,
    running: environment.REBAL_RUNS,
    onError: (error, run) => logError('job', { run }, error),
  });
  const runs = createRuns({
    store,
    queue,
    desk,
    now,
    newId: randomUUID,
    note: (note) => log.info(note, 'run'),
    onError: (error, run) => logError('run', { run }, error),
  });
  const app = createApp({
    store,
    runs,
    bodySchema,
    now,
    ...admission(environment),
    beat: 15_000,
    draining: draining.signal,
    closing: closing.signal,
    onAccess: (note) => log.info(note, 'request'),
    onError: (error, requestId) => logError('request', { requestId }, error),
  });
  return {
    app,
    async drain() {
      draining.abort();
      await runs.drain(environment.REBAL_GRACE_SECONDS * 1000);
      closing.abort();
    },
    async close() {
      await desk.close();
      await store.close();
    },
  };
}

/** Who may call, how often, and how much may be sent. */
function admission(environment: Environment): Pick<Services, 'intake' | 'apiKey' | 'hosts' | 'origins' | 'perMinute'> {
  return {
    intake: createIntake({ maxBody: environment.REBAL_MAX_BODY_MB, maxHeld: environment.REBAL_MAX_HELD_MB }),
    apiKey: environment.REBAL_API_KEY,
    hosts: environment.REBAL_HOSTS,
    origins: environment.REBAL_ORIGINS,
    perMinute: environment.REBAL_RATE,
  };
}
