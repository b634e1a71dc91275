import { createJavascriptLp } from '../server/optimizer/solvers/javascript-lp';
import type { Problem } from '../server/optimizer/problem';
import type { Solver } from '../server/optimizer/solvers/solver';
import { madeUpSnapshot, problemsOf, withoutRisk } from './account-problems';
import { cpuMs } from './cpu';
import { sizes, type Size } from './sizes';
import { solvers } from './solvers';
import { median } from './statistics';
import type { Table } from './tables';

/** The linear problems of made-up accounts, without risk, on every solver and on `javascript-lp-solver`, which decides nothing. */

/** Seconds; who has no answer by then is told to have none. */
const patience = 30;
/** Answers are the same within this (basis points). */
const same = 1e-3;

async function main(): Promise<void> {
  const library = createJavascriptLp();
  const all = [...await Promise.all(Object.values(solvers).map((create) => create())), library];
  console.log('Linear problems, CPU per problem');
  console.table([sizes.S, sizes.M, sizes.L].flatMap((size) => measure(size, all)));
  library.end();
}

/** The solvers take turns on every problem, first once without a clock. */
function measure(size: Size, all: readonly Solver[]): Table {
  const problems = Array.from({ length: size.books }, (_, seed) => withoutRisk(problemsOf(madeUpSnapshot(size, seed), all[0])[0].problem));
  const reference = all.find(({ name }) => name === 'highs')!;
  const runs = problems.map((problem) => {
    const best = reference.solve(problem, { time: patience });
    return all.map((solver) => run(solver, problem, best));
  });
  return all.map(({ name }, k) => ({
    size: size.name, solver: name, problems: problems.length, 'same answer': runs.filter((run) => run[k].isSame).length,
    'no answer': runs.filter((run) => run[k].status === 'time-limit').length, 'median ms': Number(median(runs.map((run) => run[k].ms)).toFixed(2)),
  }));
}

function run(solver: Solver, problem: Problem, best: ReturnType<Solver['solve']>): { status: string; isSame: boolean; ms: number } {
  solver.solve(problem, { time: patience });
  const from = cpuMs();
  const found = solver.solve(problem, { time: patience });
  const ms = cpuMs() - from;
  const isSame = found.status === best.status && (found.status !== 'optimal' || best.status !== 'optimal' || Math.abs(found.objective - best.objective) < same);
  return { status: found.status, isSame, ms };
}

void main();
