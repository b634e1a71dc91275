import { elasticTiers, percent, type Formulation } from './formulation';
import type { Plan } from './plan';
import type { Problem } from './problem';
import type { Limits, Solver } from './solvers/solver';

/** What a branch forbids or asks for, on top of the formulation. */
export interface Branch {
  /** Lots that are not sold and assets that are not bought. */
  readonly bannedSells: ReadonlySet<number>;
  readonly bannedBuys: ReadonlySet<number>;
  /** Least weight sold of a lot, least weight bought of an asset. */
  readonly leastSells: ReadonlyMap<number, number>;
  readonly leastBuys: ReadonlyMap<number, number>;
}

export const trunk: Branch = { bannedSells: new Set(), bannedBuys: new Set(), leastSells: new Map(), leastBuys: new Map() };

/** A branch grown by more bans. */
export function ban(branch: Branch, sells: Iterable<number>, buys: Iterable<number>): Branch {
  return { ...branch, bannedSells: new Set([...branch.bannedSells, ...sells]), bannedBuys: new Set([...branch.bannedBuys, ...buys]) };
}

/** The best plan of a branch. */
export interface NodeSolution {
  readonly plan: Plan;
  /** Total violation per elastic tier, fractions of account value, in the order of `elasticTiers`. */
  readonly missed: readonly number[];
  /** Objective, basis points of account value. */
  readonly objective: number;
  readonly bound: number;
}

/** Misses closer than this are the same (fractions of account value). */
const sameMiss = 1e-7;
/** Room left around a tier's least total (column units, percent), or the feasible set is too thin for the QP. */
const tierSlack = 2e-6;

/** Negative when `a` is better: firmer tiers first, then cost. */
export function compareNodes(a: Pick<NodeSolution, 'missed' | 'objective'>, b: Pick<NodeSolution, 'missed' | 'objective'>): number {
  for (let t = 0; t < a.missed.length; t += 1) {
    if (Math.abs(a.missed[t] - b.missed[t]) > sameMiss) return a.missed[t] - b.missed[t];
  }
  return a.objective - b.objective;
}

/** True when two plans miss their rows by the same amounts. */
export const sameMisses = (a: readonly number[], b: readonly number[]): boolean => a.every((miss, t) => Math.abs(miss - b[t]) <= sameMiss);

/** Mends what is broken tier by tier (one LP each), then minimizes cost; undefined when the branch has no plan. */
export function solveNode(formulation: Formulation, branch: Branch, solver: Solver, limits: Limits): NodeSolution | undefined {
  const problem = restrict(formulation, branch);
  const missed: number[] = [];
  for (const tier of elasticTiers) {
    const columns = formulation.elastic.filter((elastic) => elastic.row.tier === tier && problem.upper[elastic.column] > 0);
    if (columns.length === 0) {
      missed.push(0);
      continue;
    }
    const solution = solver.solve(minimizing(problem, columns.map(({ column }) => column)), limits);
    if (solution.status !== 'optimal') return undefined;
    const total = Math.max(0, solution.objective);
    missed.push(total / percent);
    problem.rowUpper[formulation.tierRows.get(tier)!] = total + tierSlack;
  }
  const solution = solver.solve(problem, limits);
  if (solution.status !== 'optimal') return undefined;
  return { plan: formulation.read(solution.x), missed, objective: solution.objective, bound: solution.bound };
}

/** A copy of the problem with the branch's bounds. */
function restrict({ problem, sell0, buy0 }: Formulation, branch: Branch): Problem {
  const lower = problem.lower.slice();
  const upper = problem.upper.slice();
  for (const l of branch.bannedSells) upper[sell0 + l] = 0;
  for (const i of branch.bannedBuys) upper[buy0 + i] = 0;
  for (const [l, least] of branch.leastSells) lower[sell0 + l] = Math.min(upper[sell0 + l], least * percent);
  for (const [i, least] of branch.leastBuys) lower[buy0 + i] = Math.min(upper[buy0 + i], least * percent);
  return { ...problem, lower, upper, rowUpper: problem.rowUpper.slice() };
}

/** The same feasible set with the sum of some columns as its objective. */
function minimizing(problem: Problem, columns: readonly number[]): Problem {
  const cost = new Float64Array(problem.cost.length);
  for (const column of columns) cost[column] = 1;
  return { ...problem, offset: 0, cost, quadratic: new Float64Array(cost.length) };
}
