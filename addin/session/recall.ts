import type { Memory } from './ports';
import type { LastRun } from './state';

const key = 'rebal.lastRun.1';

/** Keeps the last run's totals for the next time the pane opens. They hold no names and no account IDs. */
export function rememberRun(memory: Memory, run: LastRun): void {
  memory.set(key, JSON.stringify(run));
}

/** The remembered run; undefined when there is none or it is not of this version. */
export function recallRun(memory: Memory): LastRun | undefined {
  try {
    const run = JSON.parse(memory.get(key) ?? 'null') as Partial<LastRun> | null;
    return run && typeof run.id === 'string' && typeof run.decisions === 'object' && typeof run.accounts === 'number'
      ? (run as LastRun)
      : undefined;
  } catch {
    return undefined;
  }
}
