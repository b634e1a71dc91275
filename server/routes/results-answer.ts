import type { Context, TypedResponse } from 'hono';
import type { ResultsPage } from '../../shared/api/results-page';
import { isFinal } from '../../shared/api/run-status';
import { joinPage } from '../../shared/api/sealed-rows';
import type { Run, StoredPage } from '../store/store';
import type { AppEnv } from './context';
import { Refusal } from './problems';

/** A page with its version, or 304 when the caller has it. Results never change, so their address is their version. */
export function resultsAnswer(c: Context<AppEnv>, version: string, page: StoredPage) {
  // Weak, since a page may travel compressed.
  const etag = `W/"${version}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, no-cache');
  const known = c.req.header('If-None-Match')?.split(',') ?? [];
  if (known.some((one) => one.trim() === etag)) return c.body(null, 304);
  const text = joinPage(page.accounts, page.head, page.next?.toString());
  // The text is JSON already; only its type has to be said.
  return c.body(text, 200, { 'Content-Type': 'application/json' }) as Response as Response & TypedResponse<ResultsPage, 200, 'json'>;
}

/** Why a run has no page to give. */
export function withoutResults(run: Run): Refusal {
  if (isFinal(run.status)) return new Refusal('no-results', run.error ?? 'The run was stopped before it had results.');
  return new Refusal('not-finished', `The run is not finished: ${run.done} of ${run.total} accounts are.`, {
    headers: { 'Retry-After': '1' },
  });
}
