import type { Formulation } from './formulation';
import { ban, compareNodes, sameMisses, solveNode, type Branch, type NodeSolution } from './node';
import type { AccountSnapshot } from './snapshot';
import type { Limits, Solver } from './solvers/solver';
import { soldByAsset } from './terms/tickets';
import type { SearchResult } from './search';

/** A trade that custom or settings do not allow as it is: too small, or leaving too little. */
interface Misfit {
  readonly asset: number;
  readonly kind: 'small buy' | 'small sale' | 'small remainder';
  /** Weight the trade has, and the weight it would need. */
  readonly size: number;
  readonly needed: number;
}

const noise = 1e-8;
const mostRounds = 8;

/** Least weight of a trade: the greater of the setting's dollars and percent. */
export function minimumTrade({ settings, value }: AccountSnapshot): number {
  return Math.max(settings.minimumTrade / value, settings.minimumTradePercent);
}

/**
 * From a continuous plan to one without trades that are too small: slight ones are dropped, the others raised to the
 * minimum, small remainders sold out; after each round the rest is solved again.
 */
export function discretize(snapshot: AccountSnapshot, found: SearchResult, solver: Solver, limits: Limits): NodeSolution {
  let node: { branch: Branch; solution: NodeSolution } = { branch: found.branch, solution: found.best };
  const settled = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const misfits = findMisfits(snapshot, node.solution).filter(({ asset, kind }) => !settled.has(`${asset} ${kind}`));
    if (misfits.length === 0) break;
    const next = settle(snapshot, found.formulation, node, misfits, solver, limits);
    if (next) node = next;
    else for (const { asset, kind } of misfits) settled.add(`${asset} ${kind}`);
  }
  return node.solution;
}

function findMisfits(snapshot: AccountSnapshot, { plan }: NodeSolution): Misfit[] {
  const least = minimumTrade(snapshot);
  const sold = soldByAsset(snapshot, plan);
  return snapshot.assets.flatMap((asset, index): Misfit[] => {
    const bought = plan.buys[index];
    const left = asset.weight - sold[index];
    if (bought > noise) {
      const needed = Math.max(least, asset.weight > noise ? 0 : snapshot.settings.minimumPosition);
      return bought < needed - noise ? [{ asset: index, kind: 'small buy', size: bought, needed }] : [];
    }
    if (sold[index] <= noise || left <= noise) return [];
    if (left < snapshot.settings.minimumPosition - noise) return [{ asset: index, kind: 'small remainder', size: sold[index], needed: asset.weight }];
    return sold[index] < least - noise ? [{ asset: index, kind: 'small sale', size: sold[index], needed: Math.min(least, asset.weight) }] : [];
  });
}

/** Tries to drop the slight and raise the rest; falls back to raising all, then to dropping all. */
function settle(
  snapshot: AccountSnapshot, formulation: Formulation, node: { branch: Branch; solution: NodeSolution },
  misfits: readonly Misfit[], solver: Solver, limits: Limits,
): { branch: Branch; solution: NodeSolution } | undefined {
  const policies: ((misfit: Misfit) => 'drop' | 'raise')[] = [
    ({ size, needed }) => (size < needed / 2 ? 'drop' : 'raise'), () => 'drop', () => 'raise',
  ];
  const tried = policies.flatMap((policy) => {
    const branch = misfits.reduce((grown, misfit) => (policy(misfit) === 'drop' ? drop(snapshot, grown, misfit) : raise(snapshot, node.solution, grown, misfit)), node.branch);
    const solution = solveNode(formulation, branch, solver, limits);
    return solution ? [{ branch, solution }] : [];
  });
  const [best] = tried.sort((a, b) => compareNodes(a.solution, b.solution));
  return best && sameMisses(best.solution.missed, node.solution.missed) ? best : undefined;
}

function drop(snapshot: AccountSnapshot, branch: Branch, { asset, kind }: Misfit): Branch {
  return kind === 'small buy' ? ban(branch, [], [asset]) : ban(branch, snapshot.assets[asset].lots, []);
}

/** Asks for at least the needed size; sales fill the lots already used first, then the cheapest. */
function raise(snapshot: AccountSnapshot, { plan }: NodeSolution, branch: Branch, { asset, kind, needed }: Misfit): Branch {
  if (kind === 'small buy') return { ...branch, leastBuys: new Map([...branch.leastBuys, [asset, needed]]) };
  const lots = [...snapshot.assets[asset].lots].filter((l) => !branch.bannedSells.has(l))
    .sort((a, b) => Number(plan.sells[b] > noise) - Number(plan.sells[a] > noise) || snapshot.lots[a].gain - snapshot.lots[b].gain || a - b);
  const leastSells = new Map(branch.leastSells);
  let left = needed;
  for (const l of lots) {
    const part = Math.min(left, snapshot.lots[l].weight);
    leastSells.set(l, part);
    left -= part;
    if (left <= 0) break;
  }
  return { ...branch, leastSells };
}
