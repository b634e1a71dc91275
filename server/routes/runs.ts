import type { Context } from 'hono';
import { pageLimit } from '../../shared/api/results-page';
import { idempotencyHeader } from '../../shared/api/run-request';
import { isFinal } from '../../shared/api/run-status';
import type { Runs } from '../runs';
import type { Run, Store } from '../store/store';
import { addressOf, newRoutes, type AppEnv } from './context';
import { streamEvents } from './events';
import type { Intake } from './intake';
import { Refusal } from './problems';
import { resultsAnswer, withoutResults } from './results-answer';
import { deleteRun, getEvents, getResults, getRun, postRun } from './run-paths';
import { statusOf } from './run-view';
import { storedRun } from './submitted-run';
import { waitForChange } from './wait';

export interface RunRoutesParts {
  readonly store: Store;
  readonly runs: Runs;
  readonly intake: Intake;
  /** JSON schema of a request, for the API description. */
  readonly bodySchema: object;
  /** Aborts when shutting down begins: new runs are refused, long polls answer at once. */
  readonly draining: AbortSignal;
  /** Aborts when the last connections are to end. */
  readonly closing: AbortSignal;
  /** Milliseconds between an event stream's signs of life. */
  readonly beat: number;
  readonly onError: (error: unknown, c: Context<AppEnv>) => void;
}

/** Characters of rows on a page: a few milliseconds of work. */
const maxText = 4 * 1024 * 1024;

/** `/v1/runs`. */
export function runRoutes(parts: RunRoutesParts) {
  const { store, runs, intake, draining, closing, beat, onError } = parts;
  const find = (id: string): Promise<Run> => findRun(store, id);

  return newRoutes()
    .openapi(postRun(parts.bodySchema), async (c) => {
      if (draining.aborted)
        throw new Refusal('draining', 'The service is shutting down. Try again in a moment.', { headers: { 'Retry-After': '5' } });
      const { body, release } = await intake.take(c.req.raw);
      const submitted = await runs.submit({ body, release, key: c.req.header(idempotencyHeader), lane: addressOf(c) });
      const { kind, run } = storedRun(submitted);
      const view = statusOf(run);
      c.header('Location', view.links.self);
      if (kind === 'replayed') c.header('Idempotency-Replayed', 'true');
      return c.json(view, 202);
    })
    .openapi(getRun, async (c) => {
      const { id } = c.req.valid('param');
      const { after = 0, wait = 0 } = c.req.valid('query');
      const run = await find(id);
      if (wait === 0 || run.seq > after || isFinal(run.status)) return c.json(statusOf(run), 200);
      await waitForChange(store, id, run.seq, wait * 1000, [draining, c.req.raw.signal]);
      return c.json(statusOf(await find(id)), 200);
    })
    .openapi(getEvents, async (c) => {
      const { id } = await find(c.req.valid('param').id);
      const last = c.req.header('Last-Event-ID') ?? '';
      const after = /^\d{1,9}$/.test(last) ? Number(last) : 0;
      return streamEvents(c, { store, id, after, beat, closing, onError: (error) => onError(error, c) });
    })
    .openapi(getResults, async (c) => {
      const run = await find(c.req.valid('param').id);
      const { cursor = 0, limit = pageLimit.usual } = c.req.valid('query');
      const page = await store.pageResults(run.id, { after: cursor, limit, maxText });
      if (!page) throw withoutResults(run);
      return resultsAnswer(c, `${run.id}.${cursor}.${limit}`, page);
    })
    .openapi(deleteRun, async (c) => {
      const { id } = c.req.valid('param');
      const before = await find(id);
      if (isFinal(before.status)) return c.json(statusOf(before), 200);
      runs.cancel(id);
      return c.json(statusOf(await find(id)), 202);
    });
}

async function findRun(store: Store, id: string): Promise<Run> {
  const run = await store.getRun(id);
  if (!run) throw new Refusal('not-found', 'There is no such run. Maybe it was finished long ago and is forgotten.');
  return run;
}
