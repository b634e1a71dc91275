import type { Context } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { accessLog, type AccessNote } from './routes/access-log';
import { requireKey } from './routes/auth';
import { newRoutes, type AppEnv } from './routes/context';
import { crossOrigin } from './routes/cross-origin';
import { healthRoutes } from './routes/health';
import { allowHosts } from './routes/host-guard';
import type { Intake } from './routes/intake';
import { errorHandler, problemResponse, Refusal } from './routes/problems';
import { rateLimit } from './routes/rate-limit';
import { runRoutes } from './routes/runs';
import type { Runs } from './runs';
import type { Store } from './store/store';

/** All that the app needs; `main.ts` makes it from the environment, tests make their own. */
export interface Services {
  readonly store: Store;
  readonly runs: Runs;
  readonly intake: Intake;
  /** JSON schema of a request to run, for `/openapi.json`. */
  readonly bodySchema: object;
  /** Callers must send it; without one only names of this machine, and `hosts`, are answered to. */
  readonly apiKey?: string;
  readonly hosts: readonly string[];
  /** Origins whose pages may call, `https://add-in.example.com`. */
  readonly origins: readonly string[];
  /** Requests per minute and address. */
  readonly perMinute: number;
  /** Milliseconds between an event stream's signs of life. */
  readonly beat: number;
  readonly draining: AbortSignal;
  readonly closing: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onAccess: (note: AccessNote) => void;
  /** Hears of faults of our own. */
  readonly onError: (error: unknown, requestId: string) => void;
}

/** The whole service as one Hono app; it holds no state of its own. */
export function createApp(services: Services) {
  const { apiKey, hosts, origins, perMinute, now, draining } = services;
  const onError = (error: unknown, c: Context<AppEnv>): void => services.onError(error, c.get('requestId'));
  const app = newRoutes();

  app.onError(errorHandler<AppEnv>(onError));
  app.notFound((c) => problemResponse(c, new Refusal('not-found', 'There is nothing at this address.')));
  app.use(requestId({ limitLength: 64 }));
  app.use(accessLog(services.onAccess, now));
  app.use(secureHeaders());
  app.use(crossOrigin(origins));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        problemResponse(
          c,
          new Refusal('method-not-allowed', `This address knows ${methods.join(', ')} only.`, { headers: { Allow: methods.join(', ') } }),
        ),
    }),
  );
  if (apiKey === undefined) app.use(allowHosts(hosts));
  app.use('/v1/*', rateLimit({ perMinute, now }));
  app.use('/v1/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  if (apiKey !== undefined) app.use('/v1/*', requireKey(apiKey));
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'REBAL', version: '1' } });

  return app.route('/', healthRoutes(draining)).route('/v1/runs', runRoutes({ ...services, onError }));
}

/** The app's type, for a client typed with `hc<App>`. */
export type App = ReturnType<typeof createApp>;
