import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  /** Takes no more connections, and resolves when the last one has ended; after `grace` milliseconds those left are cut. */
  close(grace: number): Promise<void>;
}

/** Serves at the address; rejects with a sentence for people when the address cannot be had. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.maxConnections = 1024;
  // Slow senders: headers within 10 s, the whole request within 2 minutes.
  server.headersTimeout = 10_000;
  server.requestTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentenceFor(error, host, port))));
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, close: (grace) => close(server, grace) }));
  });
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection becomes idle when its answer is sent, and would stay open for seconds.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function sentenceFor({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken. Maybe REBAL is running already; else set REBAL_PORT.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Maybe set REBAL_PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine. Maybe set REBAL_HOST to 127.0.0.1.`;
  return `The service cannot listen at ${host}, port ${port}: ${code ?? message}.`;
}
