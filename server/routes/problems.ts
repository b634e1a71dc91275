import type { Context, Env } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Fault, Problem } from '../../shared/api/problem';

/** Every refusal the service knows: its status, and the status in words. */
const catalogue = {
  malformed: [400, 'Bad Request'],
  unauthorized: [401, 'Unauthorized'],
  'host-not-allowed': [403, 'Forbidden'],
  'not-found': [404, 'Not Found'],
  'method-not-allowed': [405, 'Method Not Allowed'],
  'key-reused': [409, 'Conflict'],
  'not-finished': [409, 'Conflict'],
  'no-results': [409, 'Conflict'],
  'too-large': [413, 'Content Too Large'],
  'unsupported-type': [415, 'Unsupported Media Type'],
  invalid: [422, 'Unprocessable Content'],
  'too-many-requests': [429, 'Too Many Requests'],
  'too-many-runs': [429, 'Too Many Requests'],
  internal: [500, 'Internal Server Error'],
  busy: [503, 'Service Unavailable'],
  draining: [503, 'Service Unavailable'],
} as const;

export type ProblemCode = keyof typeof catalogue;

export interface RefusalExtras {
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere in a route to answer with a problem; `detail` is for people. */
export class Refusal extends Error {
  override name = 'Refusal';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extras: RefusalExtras = {},
  ) {
    super(detail);
  }
}

/** The answer for a refusal, as `application/problem+json`. */
export function problemResponse(c: Context, { code, detail, extras }: Refusal): Response {
  const [status, title] = catalogue[code];
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    detail,
    requestId: String(c.get('requestId') ?? ''),
    errors: extras.faults && [...extras.faults],
  };
  return c.body(JSON.stringify(problem), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...extras.headers,
  });
}

/** Turns whatever a route threw into a problem; `onBug` hears of what was not thrown on purpose. */
export function errorHandler<E extends Env>(onBug: (error: Error, c: Context<E>) => void): (error: Error, c: Context<E>) => Response {
  return (error, c) => {
    if (error instanceof Refusal) return problemResponse(c, error);
    // Hono's own refusals: a path or header that it cannot read.
    if (error instanceof HTTPException && error.status < 500)
      return problemResponse(c, new Refusal('malformed', 'The request cannot be read.'));
    onBug(error, c);
    return problemResponse(
      c,
      new Refusal(
        'internal',
        `Something went wrong on our side. Your workbook is unchanged. Support code ${String(c.get('requestId' as never) ?? '')}.`,
      ),
    );
  };
}
