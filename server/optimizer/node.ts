import { certify, type Certificate, type Choices } from './certificate';
import { basisPoints, elasticTiers, percent, type Formulation } from './formulation';
import { cashRow } from './formulation-columns';
import type { Plan } from './plan';
import type { Problem } from './problem';
import type { AccountSnapshot } from './snapshot';
import type { Limits, Solution, Solver } from './solvers/solver';
import type { TaxRegime } from './terms/term';
import { orderCost } from './terms/tickets';

/** What a branch forbids or asks for, on top of the formulation. */
export interface Branch {
  /** Lots that are not sold and assets that are not bought. */
  readonly bannedSells: ReadonlySet<number>;
  readonly bannedBuys: ReadonlySet<number>;
  /** Least and most weight sold of a lot, least weight bought of an asset. */
  readonly leastSells: ReadonlyMap<number, number>;
  readonly mostSells: ReadonlyMap<number, number>;
  readonly leastBuys: ReadonlyMap<number, number>;
  /** Cash that orders cost, fraction of account value. */
  readonly spent: number;
}

export const trunk: Branch = { bannedSells: new Set(), bannedBuys: new Set(), leastSells: new Map(), mostSells: new Map(), leastBuys: new Map(), spent: 0 };

/** A branch grown by more bans. */
export function ban(branch: Branch, sells: Iterable<number>, buys: Iterable<number>): Branch {
  return { ...branch, bannedSells: new Set([...branch.bannedSells, ...sells]), bannedBuys: new Set([...branch.bannedBuys, ...buys]) };
}

/** The account whose branches are solved, and with what. */
export interface Setting {
  readonly snapshot: AccountSnapshot;
  readonly regimes: readonly (TaxRegime | undefined)[];
  readonly solver: Solver;
  /** The most orders a plan may have; absent where nothing limits them, or mandated cash outranks it. */
  readonly mostOrders?: number;
  /** How many times its price risk counts; 1 unless tracking error is capped. */
  readonly riskWeight?: number;
  readonly limits: Limits;
}

/** The best plan of a branch, by the convex problem. */
export interface NodeSolution {
  readonly plan: Plan;
  /** By column of the formulation's problem. */
  readonly x: Float64Array;
  /** Total violation per elastic tier, fractions of account value, in the order of `elasticTiers`. */
  readonly missed: readonly number[];
  /** Objective of the convex problem, basis points of account value. */
  readonly objective: number;
  /** The objective and what the orders cost one by one, which no convex problem knows. */
  readonly cost: number;
  /** By tax regime: no plan of the branch that misses as little costs less (basis points). */
  readonly bounds: readonly number[];
  /** What each treatment of an asset costs at the node's prices. */
  readonly choices: Choices;
  /** By row of the formulation's problem. */
  readonly duals: Float64Array;
}

/** A branch of one regime's formulation and its solution. */
export interface Open {
  readonly formulation: Formulation;
  readonly branch: Branch;
  readonly solution: NodeSolution;
}

/** Misses closer than this are the same (fractions of account value). */
const sameMiss = 1e-6;
/**
 * Room left around a tier's least total (column units, percent), or the feasible set is too thin to step in. What a firmer
 * tier is given may be worth a little to the next, so each gets more than the one before.
 */
const tierSlack = elasticTiers.map((_, t) => 2e-6 * 3 ** t);

/** Negative when `a` is better: firmer tiers first, then cost. */
export function compareNodes(a: Pick<NodeSolution, 'missed' | 'objective'>, b: Pick<NodeSolution, 'missed' | 'objective'>): number {
  for (let t = 0; t < a.missed.length; t += 1) {
    if (Math.abs(a.missed[t] - b.missed[t]) > sameMiss) return a.missed[t] - b.missed[t];
  }
  return a.objective - b.objective;
}

/** Negative when the plan of `a` is the better one, its orders paid. */
export const comparePlans = (a: NodeSolution, b: NodeSolution): number => compareNodes(paid(a), paid(b));

/** A plan as nodes are compared, its orders paid. */
export const paid = ({ missed, cost }: NodeSolution): Pick<NodeSolution, 'missed' | 'objective'> => ({ missed, objective: cost });

/** True when two plans miss their rows by the same amounts. */
export const sameMisses = (a: readonly number[], b: readonly number[]): boolean => a.every((miss, t) => Math.abs(miss - b[t]) <= sameMiss);

/** No row is missed. */
const nothingMissed = elasticTiers.map(() => 0);

/** A branch without a solution: it has no plan, or the solver could not tell. */
export type Unsolved = 'impossible' | 'given up';

export const isSolved = (answer: NodeSolution | Unsolved): answer is NodeSolution => typeof answer === 'object';

/**
 * The best plan of a branch: what is broken is mended tier by tier, then cost is minimized.
 * Most branches can mend as much as the one they grew from (`near`; nothing missed at first), which takes one solve from
 * there; only when that is impossible is the least miss of every tier found, one LP each.
 */
export function solveNode(setting: Setting, formulation: Formulation, branch: Branch, near?: NodeSolution): NodeSolution | Unsolved {
  const { problem, expected, direct } = solveFrom(setting, formulation, branch, near);
  if (direct.status === 'optimal') return nodeSolution(setting, formulation, problem, expected, direct);
  if (direct.status === 'time-limit') return 'given up';
  // Wash rows are a policy of the search, so they may not be what keeps a rule from being met.
  const lifted = formulation.washRows.filter(({ row }) => problem.rowUpper[row] < Infinity);
  for (const { row } of lifted) problem.rowUpper[row] = Infinity;
  const { solver, limits } = setting;
  const isElastic = isMendable(formulation);
  // At the root it is the rules that keep from it as a rule, which the least misses tell as well.
  const again = lifted.length > 0 && (near || !isElastic) ? solver.solve(problem, limits) : direct;
  if (again.status === 'optimal') return nodeSolution(setting, formulation, problem, expected, again);
  if (!isElastic) return unsolved(again);
  const missed = leastMisses(formulation, problem, solver, limits);
  if (typeof missed === 'string') return missed;
  const solution = solver.solve(problem, limits);
  return solution.status === 'optimal' ? nodeSolution(setting, formulation, problem, missed, solution) : 'given up';
}

/** The best plan of a branch among those that mend as much as the one it grew from, in one solve; no plan where none does. */
export function solveAsGood(setting: Setting, formulation: Formulation, branch: Branch, near: NodeSolution): NodeSolution | Unsolved {
  const { problem, expected, direct } = solveFrom(setting, formulation, branch, near);
  return direct.status === 'optimal' ? nodeSolution(setting, formulation, problem, expected, direct) : unsolved(direct);
}

/** The branch's problem, held to what is expected to be missed, and its answer from what is near. */
function solveFrom({ solver, limits }: Setting, formulation: Formulation, branch: Branch, near?: NodeSolution): { problem: Problem; expected: readonly number[]; direct: Solution } {
  const problem = restrict(formulation, branch);
  const expected = near?.missed ?? nothingMissed;
  if (isMendable(formulation)) {
    elasticTiers.forEach((tier, t) => { problem.rowUpper[formulation.tierRows.get(tier)!] = expected[t] * percent + tierSlack[t]; });
  }
  return { problem, expected, direct: solver.solve(problem, limits, near) };
}

/** Whether rows of a tier may be missed. */
const isMendable = ({ elastic }: Formulation): boolean => elastic.some(({ row }) => row.tier !== 'soft');

/** Only what is proved infeasible has no plan. */
const unsolved = ({ status }: Solution): Unsolved => (status === 'infeasible' ? 'impossible' : 'given up');

type Optimal = Extract<Solution, { status: 'optimal' }>;

/** A weight that a solver leaves without meaning an order. */
const crumb = 1e-7;

/** Proving costs a third of solving and many nodes are only passed through, so it waits until somebody asks. */
function nodeSolution(
  setting: Setting, formulation: Formulation, problem: Problem, missed: readonly number[], { x, objective, duals }: Optimal,
): NodeSolution {
  let certificate: Certificate | undefined;
  const proved = (): Certificate => (certificate ??= certify(setting, formulation, problem, duals));
  const plan = formulation.read(x);
  return {
    plan, x, missed, objective, duals, cost: objective + (orderCost(setting.snapshot, plan, crumb) / setting.snapshot.value) * basisPoints,
    get bounds() { return proved().bounds; },
    get choices() { return proved().choices; },
  };
}

/** The least total violation of every tier, firmest first; the problem is left with its tiers held to them. */
function leastMisses({ elastic, tierRows }: Formulation, problem: Problem, solver: Solver, limits: Limits): number[] | Unsolved {
  for (const tier of elasticTiers) problem.rowUpper[tierRows.get(tier)!] = Infinity;
  const missed: number[] = [];
  for (const [t, tier] of elasticTiers.entries()) {
    const columns = elastic.filter(({ row, column }) => row.tier === tier && problem.upper[column] > 0);
    if (columns.length === 0) {
      missed.push(0);
      continue;
    }
    const solution = solver.solve(minimizing(problem, columns.map(({ column }) => column)), limits);
    if (solution.status !== 'optimal') return unsolved(solution);
    const total = Math.max(0, solution.objective);
    missed.push(total / percent);
    problem.rowUpper[tierRows.get(tier)!] = total + tierSlack[t];
  }
  return missed;
}

/** A copy of the problem with the branch's bounds; rows of other regimes and wash rows that the branch has settled are lifted. */
function restrict({ problem, sell0, buy0, washRows, regime, regimeRows }: Formulation, branch: Branch): Problem {
  const lower = problem.lower.slice();
  const upper = problem.upper.slice();
  const rowLower = problem.rowLower.slice();
  const rowUpper = problem.rowUpper.slice();
  regimeRows.forEach((own, k) => {
    if (k === regime) return;
    for (const row of own) {
      rowLower[row] = -Infinity;
      rowUpper[row] = Infinity;
    }
  });
  rowLower[cashRow] -= branch.spent * percent;
  rowUpper[cashRow] -= branch.spent * percent;
  for (const l of branch.bannedSells) upper[sell0 + l] = 0;
  for (const i of branch.bannedBuys) upper[buy0 + i] = 0;
  for (const [l, most] of branch.mostSells) upper[sell0 + l] = Math.min(upper[sell0 + l], most * percent);
  // A lot that may not be sold makes a branch that needs it impossible; solvers say so.
  for (const [l, least] of branch.leastSells) lower[sell0 + l] = upper[sell0 + l] > 0 ? Math.min(upper[sell0 + l], least * percent) : least * percent;
  for (const [i, least] of branch.leastBuys) lower[buy0 + i] = Math.min(upper[buy0 + i], least * percent);
  for (const { row, lots, assets } of washRows) {
    if (lots.every((l) => upper[sell0 + l] === 0) || assets.every((i) => upper[buy0 + i] === 0)) rowUpper[row] = Infinity;
  }
  return { ...problem, lower, upper, rowLower, rowUpper };
}

/** The same feasible set with the sum of some columns as its objective. */
function minimizing(problem: Problem, columns: readonly number[]): Problem {
  const cost = new Float64Array(problem.cost.length);
  for (const column of columns) cost[column] = 1;
  return {
    ...problem, offset: 0, cost, quadratic: new Float64Array(cost.length),
    formCurvature: new Float64Array(problem.formCurvature.length), rowCurvature: new Float64Array(problem.rowCurvature.length),
  };
}
