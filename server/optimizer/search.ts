import { conflicts } from './conflicts';
import { elasticTiers, formulate, type Formulation } from './formulation';
import { ban, compareNodes, solveNode, trunk, type Branch, type NodeSolution } from './node';
import { nothingYields, type Row, type Tier, type Yielding } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import type { Limits, Solver } from './solvers/solver';
import { tax } from './terms/tax';

/** The best continuous plan found, with what it takes to go on from it. */
export interface SearchResult {
  readonly best: NodeSolution;
  readonly formulation: Formulation;
  readonly branch: Branch;
  /** No plan that misses as little costs less than this, basis points of account value. */
  readonly bound: number;
  /** Tiers that gave way to firmer rows; none as a rule. */
  readonly yields: Yielding;
  readonly nodes: number;
}

interface Open {
  readonly formulation: Formulation;
  readonly branch: Branch;
  readonly solution: NodeSolution;
}

/**
 * Nodes solved at most per account: many for a small one, few for a large one whose every node is dear. The gap says what
 * that may cost. A count and not a clock, so that the same account always gets the same plan.
 */
function mostNodes({ lots, assets }: AccountSnapshot): number {
  return Math.min(240, Math.max(6, Math.floor(12_000 / (lots.length + assets.length))));
}

/** A miss or an improvement of one below this fraction of value is noise. */
const noticed = 1e-6;
/** A node must promise this much (basis points) to be worth opening. */
const worthOpening = 1e-4;

/** In the order in which rules give way: bands to a client's rule, then everything but prohibitions to mandated cash. */
const yieldings: readonly { readonly to: Tier; readonly tiers: Yielding }[] = [
  { to: 'hard', tiers: new Set<Tier>(['repair']) },
  { to: 'cash', tiers: new Set<Tier>(['limit', 'hard', 'repair']) },
];

/** Best-first search over tax regimes, wash-sale disjunctions and buy-or-sell of one security; rules give way only when they must. */
export function search(snapshot: AccountSnapshot, rows: readonly Row[], solver: Solver, limits: Limits): SearchResult | undefined {
  let best = searchRegimes(snapshot, rows, solver, limits, nothingYields);
  for (const { to, tiers } of yieldings) {
    const tier = elasticTiers.indexOf(to);
    const missed = best ? best.best.missed[tier] : Infinity;
    if (missed <= noticed || !rows.some((row) => tiers.has(row.tier))) continue;
    const yielded = searchRegimes(snapshot, rows, solver, limits, tiers);
    if (yielded && yielded.best.missed[tier] < missed - noticed) best = yielded;
  }
  return best;
}

function searchRegimes(snapshot: AccountSnapshot, rows: readonly Row[], solver: Solver, limits: Limits, yields: Yielding): SearchResult | undefined {
  const regimes = tax.express(snapshot).tax ?? [undefined];
  const open: Open[] = [];
  const most = mostNodes(snapshot);
  let nodes = 0;
  for (const regime of regimes) {
    const formulation = formulate(snapshot, rows, regime, yields);
    const solution = solveNode(formulation, trunk, solver, limits);
    nodes += 1;
    if (solution) open.push({ formulation, branch: trunk, solution });
  }
  if (open.length === 0) return undefined;
  let best: Open | undefined;
  const offer = (candidate: Open | undefined): void => {
    if (candidate && (!best || compareNodes(candidate.solution, best.solution) < 0)) best = candidate;
  };
  while (open.length > 0 && nodes < most) {
    open.sort((a, b) => compareNodes(a.solution, b.solution));
    const node = open[0];
    if (best && compareNodes({ ...node.solution, objective: node.solution.objective + worthOpening }, best.solution) >= 0) break;
    open.shift();
    const [worst] = conflicts(snapshot, node.solution.plan);
    if (!worst) {
      offer(node);
      continue;
    }
    if (!best) {
      const dive = diveFrom(snapshot, node, solver, limits);
      nodes += dive.nodes;
      offer(dive.found);
    }
    for (const branch of [ban(node.branch, worst.lots, []), ban(node.branch, [], worst.assets)]) {
      const solution = solveNode(node.formulation, branch, solver, limits);
      nodes += 1;
      if (solution) open.push({ ...node, branch, solution });
    }
  }
  open.sort((a, b) => compareNodes(a.solution, b.solution));
  best ??= open.length > 0 ? diveFrom(snapshot, open[0], solver, limits).found : undefined;
  if (!best) return undefined;
  const bound = open.reduce((least, { solution }) => (compareNodes(solution, best!.solution) < 0 ? Math.min(least, solution.bound) : least), best.solution.bound);
  return { best: best.solution, formulation: best.formulation, branch: best.branch, bound, yields, nodes };
}

/** Settles every conflict in favor of its larger side, solves again, and repeats until none is left. */
function diveFrom(snapshot: AccountSnapshot, start: Open, solver: Solver, limits: Limits): { found?: Open; nodes: number } {
  let node: Open = start;
  let nodes = 0;
  for (let found = conflicts(snapshot, node.solution.plan); found.length > 0; found = conflicts(snapshot, node.solution.plan)) {
    let { branch } = node;
    for (const { lots, assets, sold, bought } of found) branch = sold > bought ? ban(branch, [], assets) : ban(branch, lots, []);
    const solution = solveNode(node.formulation, branch, solver, limits);
    nodes += 1;
    if (!solution) return { nodes };
    node = { ...node, branch, solution };
  }
  return { found: node, nodes };
}
