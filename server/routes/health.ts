import { createRoute, z } from '@hono/zod-openapi';
import { newRoutes } from './context';
import { Refusal } from './problems';

const answer = (description: string) => ({ description, content: { 'application/json': { schema: z.object({ status: z.string() }) } } });
const healthz = createRoute({ method: 'get', path: '/healthz', summary: 'The process answers', responses: { 200: answer('Always') } });
const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'The service takes runs',
  responses: { 200: answer('It does'), 503: { description: 'It is shutting down' } },
});

/** `/healthz` and `/readyz`; the latter turns to 503 as soon as shutting down begins. */
export function healthRoutes(draining: AbortSignal) {
  return newRoutes()
    .openapi(healthz, (c) => c.json({ status: 'ok' }, 200))
    .openapi(readyz, (c) => {
      if (draining.aborted) throw new Refusal('draining', 'The service is shutting down.');
      return c.json({ status: 'ready' }, 200);
    });
}
