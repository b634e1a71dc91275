import { serviceError } from './problem';
import { unreachable } from './service-error';

/** The browser's `fetch`, or an in-process service's. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * One exchange with the service. A response outside 200–299 and a network failure become a `ServiceError`;
 * an abort by the caller stays what it is.
 */
export async function request(fetch: Fetch, url: string, init: RequestInit = {}): Promise<Response> {
  init.signal?.throwIfAborted();
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw init.signal.reason;
    throw Object.assign(unreachable(), { cause });
  });
  if (!response.ok) throw await serviceError(response);
  return response;
}
