import { createRoute, z } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { problemSchema } from '../../shared/api/problem';
import { pageLimit, resultsPageSchema } from '../../shared/api/results-page';
import { idempotencyHeader, idempotencyKeySchema } from '../../shared/api/run-request';
import { runStatusSchema } from '../../shared/api/run-status';
import { linesType } from './intake';

/** Longest that a long poll waits, in seconds. */
const longestWait = 25;

const params = z.object({ id: z.string() });
/** A decimal number in an address, `0` to `max`. */
const count = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `expected a whole number from 0 to ${max}`)
    .transform(Number)
    .pipe(z.int().max(max));

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } });
const status = (description: string) => ({ description, content: { 'application/json': { schema: runStatusSchema } } });
const noRun = { 404: problem('There is no such run, or not any more') };
const badParameter = { 422: problem('A parameter or field is not as described; `errors` names it') };

/** Start a run. The body is read in another thread, so only its outline is declared here. */
export const postRun = (bodySchema: object) =>
  createRoute({
    method: 'post',
    path: '/',
    summary: 'Run a book',
    request: {
      headers: z.object({ [idempotencyHeader.toLowerCase()]: idempotencyKeySchema.optional() }),
      body: {
        required: true,
        description: 'JSON, or a book file of JSON lines; plain or gzip',
        content: { 'application/json': { schema: bodySchema }, [linesType]: { schema: { type: 'string' } } },
      },
    },
    responses: {
      202: {
        ...status('The run waits its turn, or is the earlier run of the same idempotency key'),
        headers: z.object({ Location: z.string(), 'Idempotency-Replayed': z.literal('true').optional() }),
      },
      400: problem('The body is no JSON or no gzip'),
      409: problem('The idempotency key was used with other content'),
      413: problem('The body is too large as sent or once unpacked'),
      415: problem('The body is neither application/json nor application/x-ndjson, or packed otherwise than with gzip'),
      429: problem('Too many requests, or too many runs of this caller wait'),
      503: problem('The service is full or shutting down; Retry-After says when to try again'),
      ...badParameter,
    },
  });

/** Where a run stands; with `wait`, as soon as something changes. */
export const getRun = createRoute({
  method: 'get',
  path: '/{id}',
  summary: 'A run, at once or at its next change',
  request: {
    params,
    query: z.object({
      after: count(999_999_999).optional().openapi({ description: 'The last `seq` the caller has seen' }),
      wait: count(longestWait).optional().openapi({ description: 'Seconds to wait for a change after `after`' }),
    }),
  },
  responses: { 200: status('The run'), ...noRun, ...badParameter },
});

/** The run's progress as Server-Sent Events. */
export const getEvents = createRoute({
  method: 'get',
  path: '/{id}/events',
  summary: 'Progress as Server-Sent Events: `progress` per account, then `end`',
  request: { params, headers: z.object({ 'last-event-id': z.string().optional() }) },
  responses: { 200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } }, ...noRun },
});

/** The run's results, whole accounts to a page. */
export const getResults = createRoute({
  method: 'get',
  path: '/{id}/results',
  summary: 'Results, page by page',
  middleware: [compress()] as const,
  request: {
    params,
    query: z.object({
      cursor: count(999_999_999).optional().openapi({ description: '`next` of the page before' }),
      limit: count(pageLimit.most)
        .pipe(z.int().min(1))
        .optional()
        .openapi({ description: `Accounts on the page; ${pageLimit.usual} when absent` }),
    }),
  },
  responses: {
    200: { description: 'A page', content: { 'application/json': { schema: resultsPageSchema } }, headers: z.object({ ETag: z.string() }) },
    304: { description: 'The page is as the caller has it' },
    409: problem('The run is not finished, or has no results'),
    ...noRun,
    ...badParameter,
  },
});

/** Stop a run. */
export const deleteRun = createRoute({
  method: 'delete',
  path: '/{id}',
  summary: 'Stop a run; accounts already decided stay readable. A finished run is left as it is',
  request: { params },
  responses: { 202: status('The run is asked to stop'), 200: status('The run had ended'), ...noRun },
});
