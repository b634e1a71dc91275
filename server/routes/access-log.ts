import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv } from './context';

/** One line per request: which route, never which path, since a path is whatever someone typed. */
export interface AccessNote {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Notes every request once it is answered; a stream counts as answered when it begins. */
export function accessLog(note: (note: AccessNote) => void, now: () => number): MiddlewareHandler<AppEnv> {
  return async function logAccess(c, next) {
    const started = now();
    await next();
    note({ requestId: c.get('requestId'), method: c.req.method, route: routePath(c, -1), status: c.res.status, ms: now() - started });
  };
}
