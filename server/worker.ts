import { unitTask } from './jobs/pool';
import { solvers } from './optimizer/solvers';
import { decideUnit } from './workflow/decide-unit';
import type { Unit, UnitOutcome } from './workflow/unit';

/** The module of a worker thread, built as `dist/server/worker.cjs`: one solver for the thread's life. */
const solver = solvers.native();

export default unitTask<Unit, UnitOutcome>(async (unit, stop) => decideUnit(unit, await solver, stop));
