import { formulate, percent, regimesOf } from '../formulation';
import type { Plan } from '../plan';
import type { Row, Yielding } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';
import type { Solver } from '../solvers/solver';
import { cost } from '../terms';
import type { TaxRegime } from '../terms/term';
import { costless, withoutWashRows } from './feasibility';

/** The least that some rows must give way for others to hold, and the cheapest plan that gives no more. */
export interface Relaxation {
  /** Sum over the rows, fractions of account value. */
  readonly give: number;
  readonly plan: Plan;
  /** Dollars the plan costs by exact pricing. */
  readonly cost: number;
}

/** The tier whose rows give way here, all others being firm. */
const giving = 'repair';
const yields: Yielding = new Set([giving] as const);
/** Gives closer than this (fractions of account value) are the same. */
const sameGive = 1e-6;
/** Room left around the least (column units, percent), or the feasible set is too thin to step in. */
const slack = 2e-5;

/**
 * The least that `rows` must give for `firm` to hold, and the cheapest way to do so; undefined when `firm` cannot hold even
 * then, or the solver finds no answer. Whole shares and wash sales a run would do to itself are left out, so what it costs
 * is a lower bound.
 */
export function leastRelaxation(snapshot: AccountSnapshot, firm: readonly Row[], rows: readonly Row[], solver: Solver): Relaxation | undefined {
  const all = [...firm, ...rows.map((row): Row => ({ ...row, tier: giving }))];
  let best: Relaxation | undefined;
  for (const regime of regimesOf(snapshot)) {
    const found = relaxation(snapshot, all, regime, solver);
    if (found && (!best || isBetter(found, best))) best = found;
  }
  return best;
}

/** In one tax regime: first the least that is given, then the least cost of giving no more. */
function relaxation(snapshot: AccountSnapshot, rows: readonly Row[], regime: TaxRegime | undefined, solver: Solver): Relaxation | undefined {
  const formulation = formulate(snapshot, rows, regime, yields);
  const problem = withoutWashRows(formulation);
  const limits = { time: snapshot.settings.timeLimit };
  const gives = costless(problem);
  for (const { column } of formulation.elastic) gives.cost[column] = 1;
  const least = solver.solve(gives, limits);
  if (least.status !== 'optimal') return undefined;
  const give = Math.max(0, least.objective);
  problem.rowUpper[formulation.tierRows.get(giving)!] = give + slack;
  const cheapest = solver.solve(problem, limits);
  if (cheapest.status !== 'optimal') return undefined;
  const plan = formulation.read(cheapest.x);
  return { give: give / percent, plan, cost: cost(snapshot, plan) };
}

const isBetter = (a: Relaxation, b: Relaxation): boolean =>
  (Math.abs(a.give - b.give) > sameGive ? a.give < b.give : a.cost < b.cost);
