import { conflicts } from './conflicts';
import { findMisfits } from './discrete';
import { basisPoints, percent } from './formulation';
import { cashRow } from './formulation-columns';
import { ban, comparePlans, isSolved, solveAsGood, solveNode, type Open, type Setting } from './node';
import { orderCost, orderFloor, soldByAsset } from './terms/tickets';

/** Orders tried to do without, after all that don't pay at once. */
const mostAttempts = 3;
/** What leaving an order out should gain at least to be tried (basis points). */
const worthTrying = 0.25;
/** Below this weight a trade is solver noise. */
const noise = 1e-7;

/** The node itself when it has few enough orders; else one in which only the orders that gain most are left. */
export function withFewerOrders(setting: Setting, node: Open, count: () => void): Open | undefined {
  const { mostOrders = Infinity } = setting;
  const ordered = ordersOf(setting, node, noise);
  if (ordered.length <= mostOrders) return node;
  const kept = new Set(ordered.sort((a, b) => gainOfOrder(node, b) - gainOfOrder(node, a) || a - b).slice(0, mostOrders));
  const others = [...setting.snapshot.assets.keys()].filter((i) => !kept.has(i));
  return without(setting, node, others, count, solveNode);
}

/**
 * The node, or a better one in which orders that don't earn their cost are left out: what they gain at the node's prices says
 * which, and the rest is solved again without them. Nothing is left out that a rule needs.
 */
export function withPaidOrders(setting: Setting, node: Open, count: () => void): Open {
  const { assets, value } = setting.snapshot;
  if (node.solution.cost === node.solution.objective) return node;
  const charged = ordersOf(setting, node, noise).filter((i) => assets[i].security.tradeCost > 0)
    .sort((a, b) => gainOfOrder(node, a) - gainOfOrder(node, b) || a - b);
  const unpaid = charged.filter((i) => gainOfOrder(node, i) < 0);
  // No plan without an order costs less than the node's bound and what the order gains, and none saves more than the order costs.
  const room = node.solution.cost - node.solution.bounds[node.formulation.regime] - worthTrying;
  const isDear = (i: number): boolean => (assets[i].security.tradeCost / value) * basisPoints > 2 * worthTrying;
  const doubtful = charged.filter((i) => isDear(i) && gainOfOrder(node, i) < room).slice(0, mostAttempts);
  const saved = unpaid.reduce((sum, i) => sum - gainOfOrder(node, i), 0);
  const attempts = [...(saved > worthTrying ? [unpaid] : []), ...doubtful.map((i) => [i])];
  for (const assets of attempts) {
    const next = without(setting, node, assets, count, solveAsGood);
    if (next && comparePlans(next.solution, node.solution) < 0) return next;
  }
  return node;
}

/**
 * The plan with its orders paid for from its cash, which convex problems take for whole: the same orders, solved again with what
 * they cost taken out. The node itself where that is worth little or can't be.
 */
export function withOrdersPaid(setting: Setting, node: Open, count: () => void): Open {
  const { snapshot } = setting;
  const spent = orderCost(snapshot, node.solution.plan) / snapshot.value;
  if (Math.abs(node.solution.duals[cashRow]) * spent * percent < worthTrying) return node;
  const ordered = new Set(ordersOf(setting, node, orderFloor));
  const others = [...snapshot.assets.keys()].filter((i) => !ordered.has(i));
  const next = without(setting, { ...node, branch: { ...node.branch, spent } }, others, count, solveAsGood);
  const isSound = next && findMisfits(snapshot, next.solution.plan).length === 0 && conflicts(snapshot, next.solution.plan).length === 0;
  return isSound ? next : node;
}

/** Assets with an order above a weight. */
function ordersOf({ snapshot }: Setting, { solution: { plan } }: Open, least: number): number[] {
  const sold = soldByAsset(snapshot, plan);
  return [...snapshot.assets.keys()].filter((i) => sold[i] > least || plan.buys[i] > least);
}

/** What an asset's order gains over leaving it alone, at the node's prices (basis points). */
function gainOfOrder({ solution: { plan, choices: { hold, buy, sell } } }: Open, i: number): number {
  return hold[i] - (plan.buys[i] > noise ? buy[i] : sell[i]);
}

function without(
  setting: Setting, { formulation, branch, solution: near }: Open, assets: readonly number[], count: () => void, solve: typeof solveAsGood,
): Open | undefined {
  const banned = ban(branch, assets.flatMap((i) => setting.snapshot.assets[i].lots), assets);
  count();
  const solution = solve(setting, formulation, banned, near);
  return isSolved(solution) ? { formulation, branch: banned, solution } : undefined;
}
