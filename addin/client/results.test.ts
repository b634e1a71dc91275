import { expect, it } from '@jest/globals';
import { results } from './results';

const { signal } = new AbortController();
const page = (more: object = {}): object => ({ run: null, scores: [], trades: [], exceptions: [], dataIssues: [], ...more });

function serve(pages: Readonly<Record<string, object>>) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url);
    return Response.json(pages[new URL(url, 'http://localhost').searchParams.get('cursor') ?? 'first']);
  };
  return { fetch, asked };
}

it('puts the pages together in their order', async () => {
  const { fetch, asked } = serve({
    first: page({ run: { id: 'R-1' }, scores: [{ accountId: 'A' }], dataIssues: [{ code: 'H04' }], next: '1' }),
    1: page({ scores: [{ accountId: 'B' }], trades: [{ symbol: 'VTI' }], next: '2' }),
    2: page({ scores: [{ accountId: 'C' }] }),
  });
  expect(await results(fetch, '/v1/runs/x', signal, 1)).toEqual({
    run: { id: 'R-1' }, scores: [{ accountId: 'A' }, { accountId: 'B' }, { accountId: 'C' }], trades: [{ symbol: 'VTI' }], exceptions: [], dataIssues: [{ code: 'H04' }],
  });
  expect(asked).toEqual(['/v1/runs/x/results?limit=1', '/v1/runs/x/results?limit=1&cursor=1', '/v1/runs/x/results?limit=1&cursor=2']);
});

it('does not turn in circles', async () => {
  const { fetch } = serve({ first: page({ run: { id: 'R-1' }, next: '1' }), 1: page({ next: '1' }) });
  await expect(results(fetch, '/v1/runs/x', signal)).rejects.toThrow('The service gave the cursor 1 twice.');
});

it('takes nothing for a result that is none', async () => {
  await expect(results(serve({ first: page() }).fetch, '/v1/runs/x', signal)).rejects.toThrow('no run summary');
  await expect(results(serve({ first: { run: { id: 'R-1' }, scores: 'none' } }).fetch, '/v1/runs/x', signal)).rejects.toThrow();
});
