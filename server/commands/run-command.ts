import { SingleBar } from 'cli-progress';
import { run } from './run';
import { say } from './say';
import { summary } from './summary';

/** `rebal run`: a bar while it runs where someone watches, then what came of it. Ctrl+C stops the run and keeps what is finished. */
export async function runCommand(book: string, options: { out?: string; json?: string; asOf?: string; accounts?: string[] }): Promise<void> {
  const bar = process.stderr.isTTY ? new SingleBar({ format: 'Running {bar} {value} of {total} accounts · {eta_formatted} left', clearOnComplete: true, hideCursor: true }) : undefined;
  let started = false;
  const progress = (done: number, total: number): void => {
    if (!started) bar?.start(total, 0);
    started = true;
    bar?.update(done);
  };
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  try {
    const written: string[] = [];
    const result = await run(book, { ...options, progress, signal: stopping.signal, wrote: (file) => written.push(file) });
    bar?.stop();
    summary(result).forEach(say);
    for (const file of written) say(`Wrote ${file}`);
  } finally {
    bar?.stop();
    process.removeListener('SIGINT', stop);
  }
}
