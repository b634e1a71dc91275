import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { idempotencyHeader } from '../../shared/api/run-request';

/** Lets pages of the named origins call, send what a client sends, and read what answers say in headers. */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Content-Encoding', 'Last-Event-ID', 'If-None-Match', 'X-Request-Id', idempotencyHeader],
    exposeHeaders: ['Location', 'ETag', 'Retry-After', 'X-Request-Id', 'Idempotency-Replayed'],
    maxAge: 600,
  });
}
