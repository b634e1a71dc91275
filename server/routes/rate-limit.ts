import type { MiddlewareHandler } from 'hono';
import { addressOf, type AppEnv } from './context';
import { Refusal } from './problems';

export interface RateLimit {
  /** Requests that one address may make at once, and gets back in a minute. */
  readonly perMinute: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Addresses remembered; the one unheard of longest is forgotten first. */
  readonly addresses?: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Refuses with 429 the address that asks too often: a bucket per address that refills steadily. Counts in this process only. */
export function rateLimit({ perMinute, now, addresses = 10_000 }: RateLimit): MiddlewareHandler<AppEnv> {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return async function limitRate(c, next) {
    const address = addressOf(c);
    const time = now();
    const { left, at } = buckets.get(address) ?? { left: perMinute, at: time };
    const tokens = Math.min(perMinute, left + Math.max(0, time - at) * perMs);
    buckets.delete(address);
    buckets.set(address, { left: Math.max(0, tokens - 1), at: time });
    if (buckets.size > addresses) buckets.delete(buckets.keys().next().value ?? '');
    if (tokens < 1) {
      const wait = Math.ceil((1 - tokens) / perMs / 1000);
      throw new Refusal('too-many-requests', `More than ${perMinute} requests in a minute. Try again in ${wait} s.`, {
        headers: { 'Retry-After': `${wait}` },
      });
    }
    await next();
  };
}
