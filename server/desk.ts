import { join } from 'node:path';
import { Piscina } from 'piscina';
import { runRequestSchema } from '../shared/api/run-request';
import type { Tables } from '../shared/contract';
import { tablesSchema } from '../shared/contract/schema';
import { failedUnit } from './failed-unit';
import { createDesk } from './jobs/desk';
import { deskTasks } from './jobs/desk-thread';
import { createPool } from './jobs/pool';
import { readLinesRequest } from './read-lines-request';
import { runBook } from './workflow/run-book';
import type { Unit, UnitOutcome } from './workflow/unit';

/** What `main` hands to a desk's thread. */
export interface DeskSettings {
  /** Threads that decide units for this desk. */
  readonly threads: number;
  /** Most bytes of an unpacked request. */
  readonly maxUnpacked: number;
}

/** Milliseconds for one unit: far beyond the accounts' own time limits, for code that never comes back. */
const timeout = 10 * 60 * 1000;

/**
 * The module of a desk's thread, built as `dist/server/desk.cjs` beside `worker.cjs`: reads requests and runs books
 * away from the thread that answers requests.
 */
const { threads, maxUnpacked } = Piscina.workerData as DeskSettings;
const { decideUnit } = createPool<Unit, UnitOutcome>({ threads, timeout, filename: join(__dirname, 'worker.cjs'), failed: failedUnit });
const tasks = deskTasks(
  createDesk<Tables, Unit, UnitOutcome>({
    schema: runRequestSchema(tablesSchema),
    readLines: readLinesRequest,
    accountsIn: ({ accounts }) => accounts.length,
    runBook,
    decideUnit,
    maxUnpacked,
  }),
);

export const read = tasks.read;
export const run = tasks.run;
