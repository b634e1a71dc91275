import type { Context, TypedResponse } from 'hono';
import type { ResultsPage } from '../../shared/api/results-page';
import { pageLimit } from '../../shared/api/results-page';
import { idempotencyHeader } from '../../shared/api/run-request';
import { isFinal } from '../../shared/api/run-status';
import { joinPage } from '../../shared/api/sealed-rows';
import type { Runs, Submitted } from '../runs';
import type { Run, Store } from '../store/store';
import { addressOf, newRoutes, type AppEnv } from './context';
import { streamEvents } from './events';
import type { Intake } from './intake';
import { Refusal } from './problems';
import { deleteRun, getEvents, getResults, getRun, postRun } from './run-paths';
import { statusOf } from './run-view';
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
  const find = async (id: string): Promise<Run> => {
    const run = await store.getRun(id);
    if (!run) throw new Refusal('not-found', 'There is no such run. Maybe it was finished long ago and is forgotten.');
    return run;
  };

  return newRoutes()
    .openapi(postRun(parts.bodySchema), async (c) => {
      if (draining.aborted)
        throw new Refusal('draining', 'The service is shutting down. Try again in a moment.', { headers: { 'Retry-After': '5' } });
      const { body, release } = await intake.take(c.req.raw);
      const submitted = await runs.submit({ body, release, key: c.req.header(idempotencyHeader), lane: addressOf(c) });
      const { kind, run } = refuseUnlessStored(submitted);
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
      // Results never change, so their address is their version. Weak, since a page may travel compressed.
      const etag = `W/"${run.id}.${cursor}.${limit}"`;
      c.header('ETag', etag);
      c.header('Cache-Control', 'private, no-cache');
      if (
        c.req
          .header('If-None-Match')
          ?.split(',')
          .some((known) => known.trim() === etag)
      )
        return c.body(null, 304);
      const text = joinPage(page.accounts, page.head, page.next?.toString());
      // The text is JSON already; only its type has to be said.
      return c.body(text, 200, { 'Content-Type': 'application/json' }) as Response as Response & TypedResponse<ResultsPage, 200, 'json'>;
    })
    .openapi(deleteRun, async (c) => {
      const { id } = c.req.valid('param');
      const before = await find(id);
      if (isFinal(before.status)) return c.json(statusOf(before), 200);
      runs.cancel(id);
      return c.json(statusOf(await find(id)), 202);
    });
}

/** The stored run, or the refusal that fits. */
function refuseUnlessStored(submitted: Submitted): Extract<Submitted, { run: Run }> {
  switch (submitted.kind) {
    case 'created':
    case 'replayed':
      return submitted;
    case 'conflict':
      throw new Refusal('key-reused', `This ${idempotencyHeader} was used with other content. Use a new key for a new request.`);
    case 'full':
      throw new Refusal('busy', 'Too many runs wait already. Try again soon.', { headers: { 'Retry-After': '10' } });
    case 'lane-full':
      throw new Refusal('too-many-runs', 'Too many of your runs wait already. Maybe stop one that is not needed any more.', {
        headers: { 'Retry-After': '10' },
      });
    case 'refused':
      throw new Refusal(submitted.code, submitted.detail, { faults: submitted.faults });
  }
}

function withoutResults(run: Run): Refusal {
  if (!isFinal(run.status))
    return new Refusal('not-finished', `The run is not finished: ${run.done} of ${run.total} accounts are.`, {
      headers: { 'Retry-After': '1' },
    });
  return new Refusal('no-results', run.error ?? 'The run was stopped before it had results.');
}
