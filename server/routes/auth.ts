import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context';
import { Refusal } from './problems';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets through who sends `Authorization: Bearer <key>`; compares in constant time. */
export function requireKey(key: string): MiddlewareHandler<AppEnv> {
  const expected = digest(key);
  return async function checkKey(c, next) {
    const given = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    if (given === undefined || !timingSafeEqual(digest(given), expected)) {
      throw new Refusal('unauthorized', given === undefined ? 'Sign in: the request has no key.' : 'The key is not valid.', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      });
    }
    await next();
  };
}
