import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context';
import { Refusal } from './problems';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** True for names of this machine only. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host) || host === '::1';
}

/**
 * Answers only to names of this machine, and to `others`. A page from elsewhere can make its own name point to 127.0.0.1
 * (DNS rebinding); without a key, the name it uses is what gives it away.
 */
export function allowHosts(others: readonly string[]): MiddlewareHandler<AppEnv> {
  const allowed = new Set([...loopback, ...others]);
  return async function checkHost(c, next) {
    const { hostname } = new URL(c.req.url);
    if (!allowed.has(hostname))
      throw new Refusal('host-not-allowed', 'The service does not answer to this host name. Maybe add it to REBAL_HOSTS.');
    await next();
  };
}
