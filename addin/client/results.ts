import type { RunResult } from '../../shared/api/result';
import { pageLimit, resultsPageSchema } from '../../shared/api/results-page';
import type { ResultsPage } from '../../shared/api/results-page';
import { request } from './request';
import type { Fetch } from './request';

/** The whole result of a run, page after page. Throws when the service breaks its own paging rules. */
export async function results(fetch: Fetch, url: string, signal: AbortSignal, limit: number = pageLimit.most): Promise<RunResult> {
  const first = await page(fetch, url, limit, undefined, signal);
  if (!first.run) throw new Error('The first page of results has no run summary.');
  const pages = [first];
  const seen = new Set<string>();
  for (let { next } = first; next !== undefined; next = pages[pages.length - 1].next) {
    if (seen.has(next)) throw new Error(`The service gave the cursor ${next} twice.`);
    seen.add(next);
    pages.push(await page(fetch, url, limit, next, signal));
  }
  return {
    run: first.run,
    scores: pages.flatMap(({ scores }) => scores),
    trades: pages.flatMap(({ trades }) => trades),
    exceptions: pages.flatMap(({ exceptions }) => exceptions),
    dataIssues: pages.flatMap(({ dataIssues }) => dataIssues),
  };
}

async function page(fetch: Fetch, url: string, limit: number, cursor: string | undefined, signal: AbortSignal): Promise<ResultsPage> {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
  const body: unknown = await (await request(fetch, `${url}/results?${query}`, { signal })).json();
  // The page's frame is checked; its rows are the service's own and reach the sheet as typed cells.
  return resultsPageSchema.parse(body) as unknown as ResultsPage;
}
