import { getConnInfo } from '@hono/node-server/conninfo';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fieldPath } from '../jobs/faults';
import { Refusal } from './problems';

/** What handlers find in their context. */
export interface AppEnv {
  Variables: { requestId: string };
}

/** A set of routes whose parameters are checked: a bad one is a problem that names it. */
export function newRoutes(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const faults = result.error.issues.map(({ path, message }) => ({ path: fieldPath([result.target, ...path]), message }));
      throw new Refusal('invalid', `The request has a bad parameter: ${faults.map(({ path }) => path).join(', ')}.`, { faults });
    },
  });
}

/** The peer's address; `local` when the app is called without a socket. */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'local';
  } catch {
    return 'local';
  }
}
