import { Piscina } from 'piscina';
import { cancellationOf, isStopped, stopped, type StopFlag } from './cancellation';
import { startDeadline } from './deadline';
import { createGate } from './gate';
import type { DecideUnit, UnitFailure, UnitWork } from './types';

export interface PoolOptions<Unit, Outcome> {
  /** Worker threads; 0 decides in this thread with `inline`, for tests and small books. */
  readonly threads: number;
  /** The built worker, `dist/server/worker.cjs`; its default export is `unitTask(work)`. Needed with threads. */
  readonly filename?: string;
  /** Needed without threads. */
  readonly inline?: UnitWork<Unit, Outcome>;
  /** What a unit that came to nothing means: its accounts become exceptions, the run goes on. */
  readonly failed: (unit: Unit, failure: UnitFailure) => Outcome;
  /** Hears the error behind a failure, for the log. */
  readonly onError?: (error: unknown) => void;
  /** Heap of one worker in megabytes; memory of WebAssembly is not counted. */
  readonly heapMb?: number;
  /** Milliseconds one unit may take. */
  readonly timeout?: number;
  /** Milliseconds a stopped worker gets to notice, before its thread is ended. */
  readonly grace?: number;
}

export interface Pool<Unit, Outcome> {
  readonly decideUnit: DecideUnit<Unit, Outcome>;
  close(): Promise<void>;
}

/** What a worker receives. */
export interface UnitTask<Unit> {
  readonly unit: Unit;
  readonly flag: StopFlag;
}

/** The worker's side: the function that its module exports as default. */
export function unitTask<Unit, Outcome>(work: UnitWork<Unit, Outcome>): (task: UnitTask<Unit>) => Promise<Outcome> {
  return async ({ unit, flag }) => work(unit, cancellationOf(flag));
}

/** Decides units side by side. A unit that throws, crashes or takes too long becomes `failed(unit)`; only stopping rejects. */
export function createPool<Unit, Outcome>(options: PoolOptions<Unit, Outcome>): Pool<Unit, Outcome> {
  const { failed, onError } = options;
  const engine = options.threads > 0 ? threaded<Unit, Outcome>(options) : inThisThread<Unit, Outcome>(options);
  const gate = createGate(Math.max(1, options.threads));
  return {
    close: engine.close,
    decideUnit: (unit, signal) =>
      gate.pass(async () => {
        try {
          return await engine.decide(unit, signal);
        } catch (error) {
          if (signal?.aborted) throw stopped();
          onError?.(error);
          return failed(unit, failureOf(error));
        }
      }, signal),
  };
}

interface Engine<Unit, Outcome> {
  decide(unit: Unit, signal?: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

function inThisThread<Unit, Outcome>({ inline }: PoolOptions<Unit, Outcome>): Engine<Unit, Outcome> {
  if (!inline) throw new Error('A pool without threads needs `inline`.');
  const going = new AbortController().signal;
  return { decide: async (unit, signal) => inline(unit, signal ?? going), close: async () => undefined };
}

function threaded<Unit, Outcome>({
  threads,
  filename,
  heapMb = 1024,
  timeout = 120_000,
  grace = 1000,
  onError,
}: PoolOptions<Unit, Outcome>): Engine<Unit, Outcome> {
  if (!filename) throw new Error('A pool with threads needs `filename`.');
  const piscina = new Piscina<UnitTask<Unit>, Outcome>({
    filename,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  // A thread that dies between tasks reports here; unheard, it would end the process.
  piscina.on('error', (error) => onError?.(error));
  return {
    close: () => piscina.destroy(),
    async decide(unit, signal) {
      const deadline = startDeadline(timeout, grace, signal);
      try {
        return await piscina.run({ unit, flag: deadline.flag }, { signal: deadline.ended });
      } catch (error) {
        // However a unit ends that was told to stop, time was the reason.
        throw deadline.isOver() ? stopped() : error;
      } finally {
        deadline.clear();
      }
    },
  };
}

/** Tells failures apart by what Node and Piscina throw. */
function failureOf(error: unknown): UnitFailure {
  if (isStopped(error)) return 'timed-out';
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out-of-memory';
  return code === 'ERR_WORKER_EXITED' || message?.startsWith('worker exited') ? 'crashed' : 'error';
}
