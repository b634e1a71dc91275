import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { runRequestSchema } from '../shared/api/run-request';
import { tablesSchema } from '../shared/contract/schema';
import type { DeskSettings } from './desk';
import { readEnvironment } from './environment';
import { errorNote } from './error-note';
import { openDesk } from './jobs/desk-threads';
import { start } from './start';

/** Says a sentence where a terminal or a supervisor shows it, and ends with a status; never with a stack trace. */
function giveUp(sentences: readonly string[], status: number): void {
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exitCode = status;
}

/** Environment → services → listen, until told to stop. */
async function main(): Promise<void> {
  const read = readEnvironment();
  if ('faults' in read) return giveUp(read.faults, 2);
  const { environment } = read;
  const log = pino({ level: environment.REBAL_LOG });
  const settings: DeskSettings = { threads: environment.REBAL_THREADS, maxUnpacked: environment.REBAL_MAX_UNPACKED_MB };
  const desk = openDesk({
    filename: join(__dirname, 'desk.cjs'),
    runs: environment.REBAL_RUNS,
    settings,
    onError: (error) => log.error(errorNote(error), 'desk'),
  });
  const bodySchema = z.toJSONSchema(runRequestSchema(tablesSchema), { io: 'input' });
  try {
    const { port, stop } = await start({ environment, desk, bodySchema, log });
    log.info({ host: environment.REBAL_HOST, port }, 'listening');
    stopOnSignals(stop, log);
  } catch (error) {
    await desk.close();
    giveUp([error instanceof Error ? error.message : 'The service cannot start.'], 1);
  }
}

/** The first signal stops in good order, the second at once. */
function stopOnSignals(stop: () => Promise<void>, log: pino.Logger): void {
  let asked = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(1);
    asked = true;
    log.info({ signal }, 'stopping');
    stop().then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.error(errorNote(error), 'stopping');
        process.exitCode = 1;
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
  process.on('uncaughtException', (error) => {
    log.fatal(errorNote(error), 'fault');
    process.exit(1);
  });
}

void main();
