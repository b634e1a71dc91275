import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { runRequestSchema } from '../shared/api/run-request';
import { tablesSchema } from '../shared/contract/schema';
import { readEnvironment, type Environment } from '../server/environment';
import { openDesk } from '../server/jobs/desk-threads';
import { start, type Started } from '../server/start';
import { servePlayground, type RunningPlayground } from './serve';

/** Everything at once for one person on one machine: the service, the add-in and the playground; built as `dist/server/serve.cjs`. */
async function main(): Promise<void> {
  const read = readEnvironment();
  if ('faults' in read) return giveUp(read.faults.join('\n'));
  const service = await startService(read.environment);
  const root = join(__dirname, '..', '..');
  const playground = await servePlayground({
    port: Number(process.env.REBAL_PLAYGROUND_PORT ?? 3000),
    addinDir: join(root, 'dist', 'addin'),
    pageDir: join(root, 'dist', 'playground'),
    manifestFile: join(root, 'manifest.xml'),
    libraryDir: join(root, 'node_modules', '@microsoft', 'office-js', 'dist'),
    sample: join(root, 'out', 'sample.xlsx'),
    servicePort: service.port,
    certificateDir: join(root, '.certs'),
  }).catch(async (error: NodeJS.ErrnoException) => {
    await service.stop();
    throw new Error(
      error.code === 'EADDRINUSE'
        ? 'Port 3000 is taken. Maybe REBAL is running already; another port: REBAL_PLAYGROUND_PORT=3001 npm start'
        : error.message,
    );
  });
  sayWhere(playground, service);
  stopOnSignals(playground, service);
}

/** The service on its usual port, or on any free one when that is taken. */
async function startService(environment: Environment): Promise<Started> {
  const log = pino({ level: environment.REBAL_LOG === 'info' ? 'warn' : environment.REBAL_LOG });
  const bodySchema = z.toJSONSchema(runRequestSchema(tablesSchema), { io: 'input' });
  const parts = (port: number) => ({
    environment: { ...environment, REBAL_PORT: port },
    bodySchema,
    log,
    desk: openDesk({
      filename: join(__dirname, 'desk.cjs'),
      runs: environment.REBAL_RUNS,
      settings: { threads: environment.REBAL_THREADS, maxUnpacked: environment.REBAL_MAX_UNPACKED_MB },
      onError: (error: unknown) => log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'desk'),
    }),
  });
  return start(parts(environment.REBAL_PORT)).catch(() => start(parts(0)));
}

function sayWhere({ url }: RunningPlayground, { port }: Started): void {
  process.stdout.write(
    [
      '',
      `Playground  ${url}/excel/      the sample book beside the task pane; the browser will ask once about the local certificate`,
      `Add-in      ${url}/            sideload manifest.xml into Excel`,
      `Service     http://127.0.0.1:${port}/openapi.json`,
      'Press Ctrl+C to stop.',
      '',
    ].join('\n'),
  );
}

function stopOnSignals(playground: RunningPlayground, service: Started): void {
  const stop = (): void => {
    void Promise.allSettled([playground.close(), service.stop()]).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
