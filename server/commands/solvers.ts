import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { failedUnit } from '../failed-unit';
import { createPool, type Pool } from '../jobs/pool';
import { solvers } from '../optimizer/solvers';
import { decideUnit } from '../workflow/decide-unit';
import type { Unit, UnitOutcome } from '../workflow/unit';

/** Below this many accounts starting threads takes longer than deciding. */
const worthThreads = 40;

/** Where units are decided: in this thread for a small book, in a thread per core for a large one. */
export async function unitPool(accounts: number, onError: (error: unknown) => void): Promise<Pool<Unit, UnitOutcome>> {
  const filename = join(__dirname, 'worker.cjs');
  if (accounts >= worthThreads && existsSync(filename)) {
    return createPool<Unit, UnitOutcome>({ threads: availableParallelism(), filename, failed: failedUnit, onError });
  }
  const solver = await solvers.native();
  return createPool<Unit, UnitOutcome>({ threads: 0, inline: (unit, stop) => decideUnit(unit, solver, stop), failed: failedUnit, onError });
}
