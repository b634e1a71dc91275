import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { localCertificate } from './certificate';
import { fileResponse, findFile } from './files';

/** Answers a request; a Hono app's `fetch` is one. */
export type Fetch = (request: Request) => Response | Promise<Response>;

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The production build of the add-in. */
  readonly addinDir: string;
  /** The build of the host page. */
  readonly pageDir: string;
  readonly manifestFile: string;
  /** Where npm has put the office.js library's `dist`; by default below the folder the process runs in. */
  readonly libraryDir?: string;
  /** An .xlsx file or its bytes; without one the page opens a blank workbook. */
  readonly sample?: string | (() => Promise<Uint8Array>);
  /** The service, in this process. */
  readonly service?: Fetch;
  /** Or the service on another port of this machine. */
  readonly servicePort?: number;
  /** Where the certificate is kept. */
  readonly certificateDir?: string;
}

export interface RunningPlayground {
  /** `https://localhost:3000`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The library's address in a production page. */
const CDN = /https:\/\/appsforoffice\.(?:edog\.|officeapps\.)?microsoft\.com\/lib\/[^"'\s]*?\/hosted\//g;
const LIBRARY = '/office-js/';

/** The host page may frame the add-in, which comes from the same address, and nothing else. */
const PAGE_POLICY =
  "default-src 'self'; script-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
/** The library and Fluent write styles into the page; nothing may come from elsewhere, and only the host page may frame it. */
const ADDIN_POLICY =
  "default-src 'self'; script-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

/**
 * Serves the playground on https://localhost, to this machine only: the host page under /excel/, the add-in at the root as in production,
 * the library from node_modules in place of its CDN, and the service under /v1/.
 */
export async function servePlayground(options: PlaygroundOptions): Promise<RunningPlayground> {
  const certificate = await localCertificate(options.certificateDir ?? join(process.cwd(), '.certs'));
  const server = createServer(certificate, getRequestListener(playgroundFetch(options)));
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** What the server answers, without a socket. */
export function playgroundFetch(options: PlaygroundOptions): Fetch {
  const { libraryDir = join(process.cwd(), 'node_modules', '@microsoft', 'office-js', 'dist') } = options;
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.get('host') ?? new URL(request.url).host))
      return refusal(421, 'This server answers to localhost only.');
    if (pathname.startsWith('/v1/')) return service(options, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Only GET is allowed here.');
    if (pathname === '/' || pathname === '/excel') return new Response(null, { status: 302, headers: { location: '/excel/' } });
    if (pathname.startsWith('/excel/')) return hostPage(options, pathname.slice('/excel/'.length));
    if (pathname.startsWith(LIBRARY)) return served(await findFile(libraryDir, pathname.slice(LIBRARY.length)));
    return addIn(options.addinDir, pathname.slice(1));
  };
}

const refusal = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

async function service({ service: fetchService, servicePort }: PlaygroundOptions, request: Request): Promise<Response> {
  if (fetchService) return fetchService(request);
  if (servicePort === undefined) return refusal(502, 'There is no service behind this playground.');
  const { pathname, search } = new URL(request.url);
  const target = `http://127.0.0.1:${servicePort}${pathname}${search}`;
  const headers = new Headers(request.headers);
  headers.delete('host');
  const answer = await fetch(target, {
    method: request.method,
    headers,
    body: request.body,
    redirect: 'manual',
    duplex: 'half',
  } as RequestInit);
  // `fetch` has unpacked the body, so what the headers say of its packing is no longer true.
  const passed = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) passed.delete(name);
  return new Response(answer.body, { status: answer.status, headers: passed });
}

async function hostPage({ pageDir, manifestFile, sample }: PlaygroundOptions, path: string): Promise<Response> {
  if (path === 'manifest.xml') return fileResponse(manifestFile);
  if (path === 'sample.xlsx') return sampleResponse(sample);
  return withPolicy(served(await findFile(pageDir, path || 'index.html')), PAGE_POLICY);
}

async function sampleResponse(sample: PlaygroundOptions['sample']): Promise<Response> {
  if (sample === undefined) return new Response(null, { status: 204 });
  // A sample that nobody has written yet: the page opens with an empty workbook.
  if (typeof sample === 'string') return existsSync(sample) ? fileResponse(sample) : new Response(null, { status: 204 });
  return new Response((await sample()) as BodyInit, {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'cache-control': 'no-cache' },
  });
}

/** The add-in as built; only the library's address in its pages is another one, so that no network is needed. */
async function addIn(folder: string, path: string): Promise<Response> {
  const file = await findFile(folder, path);
  if (!file?.endsWith('.html')) return served(file);
  const page = (await readFile(file, 'utf8')).replace(CDN, LIBRARY);
  return withPolicy(
    new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } }),
    ADDIN_POLICY,
  );
}

const served = (file: string | undefined): Response => (file ? fileResponse(file) : refusal(404, 'Not found.'));

function withPolicy(response: Response, policy: string): Response {
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'no-referrer');
  return response;
}
