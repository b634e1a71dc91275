import { conflicts, type Disjunction } from './conflicts';
import { findMisfits, type Misfit } from './discrete';
import { cheapestTreatment, gainOf, treat, type Treatment } from './misfit-treatment';
import { ban, compareNodes, comparePlans, isSolved, paid, solveAsGood, solveNode, type Branch, type NodeSolution, type Open, type Setting } from './node';
import { withFewerOrders, withPaidOrders } from './orders';
import type { AccountSnapshot } from './snapshot';

const mostRounds = 12;
/** A wash row with a price above this (basis points) holds the plan back. */
const binding = 1e-4;

/**
 * What a node leaves open: conflicts of its plan, the largest first; without any, wash rows that hold the plan back although it
 * only sells or only buys, for they are a policy and must not decide.
 */
export function undecided({ snapshot }: Setting, open: Open): readonly Disjunction[] {
  const found = conflicts(snapshot, open.solution.plan);
  return found.length > 0 ? found : heldBack(open);
}

/** Wash rows that hold the plan back, the dearest first. */
function heldBack({ formulation, solution: { duals } }: Open): Disjunction[] {
  return formulation.washRows.filter(({ row }) => Math.abs(duals[row]) > binding)
    .sort((a, b) => Math.abs(duals[b.row]) - Math.abs(duals[a.row]) || a.row - b.row);
}

/** All that a dive settles at once: the conflicts, and wash rows that hold back what no conflict speaks of. */
function unsettled({ snapshot }: Setting, open: Open): readonly Disjunction[] {
  const found = conflicts(snapshot, open.solution.plan);
  const lots = new Set(found.flatMap((each) => each.lots));
  const assets = new Set(found.flatMap((each) => each.assets));
  return [...found, ...heldBack(open).filter((each) => !each.lots.some((l) => lots.has(l)) && !each.assets.some((i) => assets.has(i)))];
}

/**
 * From a node to a plan without conflicts and misfits: everything is settled at once by what its treatments cost at the
 * node's prices, then the rest is solved again, until nothing is left. Undefined when conflicts remain, or once the node is
 * no better than the best plan known: what is settled after it only costs more.
 */
export function diveFrom(setting: Setting, start: Open, count: () => void, best?: NodeSolution): Open | undefined {
  let node = start;
  let clean: Open | undefined;
  const settled = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const known = clean?.solution ?? best;
    if (known && compareNodes(node.solution, paid(known)) >= 0) return clean;
    const open = unsettled(setting, node);
    const misfits = findMisfits(setting.snapshot, node.solution.plan).filter((misfit) => !settled.has(keyOf(misfit)));
    if (open.length === 0 && misfits.length === 0) {
      const fewer = withFewerOrders(setting, node, count);
      if (!fewer) return clean;
      if (fewer === node && (!clean || comparePlans(node.solution, clean.solution) < 0)) clean = node;
      const next = fewer === node ? withPaidOrders(setting, node, count) : fewer;
      if (next === node) return clean;
      node = next;
      continue;
    }
    const next = settle(setting, node, open, misfits, count);
    if (next) node = next;
    else if (open.length > 0) break;
    else for (const misfit of misfits) settled.add(keyOf(misfit));
  }
  return clean ?? (conflicts(setting.snapshot, node.solution.plan).length === 0 ? node : undefined);
}

const keyOf = ({ asset, kind }: Misfit): string => `${asset} ${kind}`;

/** Settles what is open and the clearest misfits in one solve; where that can't be, the largest conflict either way, or all misfits alike. */
function settle(setting: Setting, node: Open, open: readonly Disjunction[], misfits: readonly Misfit[], count: () => void): Open | undefined {
  const { snapshot } = setting;
  const prefers = (each: Disjunction): boolean => prefersSale(snapshot, node.solution, each);
  const decided = open.reduce((grown, each) => decide(grown, each, prefers(each), snapshot), node.branch);
  const involved = new Set(open.flatMap(({ lots, assets }) => [...assets, ...lots.map((l) => snapshot.lots[l].asset)]));
  const clear = clearest(node, misfits.filter(({ asset }) => !involved.has(asset)));
  const treatAll = (branch: Branch, of: readonly Misfit[], how: (misfit: Misfit) => Treatment): Branch =>
    of.reduce((grown, misfit) => treat(snapshot, node, grown, misfit, how(misfit)), branch);
  const solveBy = (solve: typeof solveAsGood) => (branch: Branch): Open | undefined => {
    count();
    const solution = solve(setting, node.formulation, branch, node.solution);
    return isSolved(solution) ? { formulation: node.formulation, branch, solution } : undefined;
  };
  const [asGood, atAll] = [solveBy(solveAsGood), solveBy(solveNode)];
  const mixed = treatAll(decided, clear, (misfit) => cheapestTreatment(node, misfit));
  const first = asGood(mixed);
  if (first) return first;
  if (open.length > 0) {
    const [largest] = open;
    const either = (sells: boolean): Open | undefined => atAll(decide(node.branch, largest, sells, snapshot));
    return either(prefers(largest)) ?? either(!prefers(largest)) ?? atAll(mixed) ?? atAll(leaveAlone(node.branch, largest));
  }
  const alike = (of: readonly Misfit[]): Branch[] => (['leave out', 'enlarge'] as const).map((treatment) => treatAll(decided, of, () => treatment));
  for (const branch of alike(misfits)) {
    const next = asGood(branch);
    if (next) return next;
  }
  // Too little left is better than a rule missed for it.
  const orders = misfits.filter(({ kind }) => kind !== 'small remainder');
  if (orders.length === 0) return undefined;
  // An order below the minimum is no order: where every way out of it misses more of a rule, the one that misses least is left.
  return (orders.length < misfits.length ? alike(orders) : [mixed, ...alike(orders)]).flatMap((branch) => atAll(branch) ?? [])
    .sort((a, b) => compareNodes(a.solution, b.solution))[0];
}

/** A branch on one side of a disjunction. */
export function decide(branch: Branch, { lots, assets, full = [] }: Disjunction, sells: boolean, snapshot: AccountSnapshot): Branch {
  if (!sells) return ban(branch, lots, []);
  const leastSells = full.length === 0 ? branch.leastSells : new Map([...branch.leastSells, ...full.map((l) => [l, snapshot.lots[l].weight] as const)]);
  return { ...ban(branch, [], assets), leastSells };
}

/** A branch on no side of a disjunction, where what was asked for before bars both: nothing of it is traded. */
function leaveAlone(branch: Branch, { lots, assets }: Disjunction): Branch {
  const without = (least: ReadonlyMap<number, number>, of: readonly number[]): Map<number, number> => new Map([...least].filter(([each]) => !of.includes(each)));
  return { ...ban(branch, lots, assets), leastSells: without(branch.leastSells, lots), leastBuys: without(branch.leastBuys, assets) };
}

/** Whether selling the lots is worth more than what it excludes: by a node's prices, or by what is closer where lots take turns. */
function prefersSale({ lots }: AccountSnapshot, { choices: { hold, buy, sell, sellGains }, plan }: NodeSolution, { lots: sold, assets, full }: Disjunction): boolean {
  if (full) {
    const amount = (of: readonly number[], weigh: (l: number) => number): number => of.reduce((sum, l) => sum + weigh(l), 0);
    const wanted = amount([...full, ...sold], (l) => plan.sells[l]);
    return wanted > amount(full, (l) => lots[l].weight) - lots[full.at(-1)!].weight / 2;
  }
  const members = [...new Set([...assets, ...sold.map((l) => lots[l].asset)])];
  const price = (of: (i: number) => number): number => members.reduce((sum, i) => sum + of(i), 0);
  return price((i) => Math.min(hold[i], sell[i])) <= price((i) => Math.min(hold[i], buy[i], sellGains[i]));
}

/** Prices change with every round, so of many misfits only the clearest half is settled in one. */
const fewMisfits = 8;

function clearest(node: Open, misfits: readonly Misfit[]): readonly Misfit[] {
  if (misfits.length <= fewMisfits) return misfits;
  const clear = (misfit: Misfit): number => Math.abs(gainOf(node, misfit));
  return [...misfits].sort((a, b) => clear(b) - clear(a) || a.asset - b.asset).slice(0, Math.max(fewMisfits, Math.ceil(misfits.length / 2)));
}
