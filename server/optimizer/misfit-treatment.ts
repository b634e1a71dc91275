import { minimumTrade, type Misfit } from './discrete';
import { ban, type Branch, type Open } from './node';
import type { Plan } from './plan';
import type { AccountSnapshot } from './snapshot';

/** Ways out of a misfit: the trade is left out, made as large as needed, or made small enough to leave the smallest position. */
export type Treatment = 'leave out' | 'enlarge' | 'leave the least';

/** Below this weight a trade is solver noise. */
const noise = 1e-8;

/** The treatment that costs least at the node's prices. */
export function cheapestTreatment({ solution: { choices } }: Open, { asset, kind }: Misfit): Treatment {
  const { hold, buy, sell, sellOut } = choices;
  if (kind === 'small buy') return hold[asset] > buy[asset] ? 'enlarge' : 'leave out';
  if (hold[asset] <= sell[asset]) return 'leave out';
  return kind === 'small remainder' && sell[asset] < sellOut[asset] ? 'leave the least' : 'enlarge';
}

/** What treating a misfit is worth over leaving the asset alone, at the node's prices (basis points). */
export function gainOf({ solution: { choices } }: Open, { asset, kind }: Misfit): number {
  return choices.hold[asset] - (kind === 'small buy' ? choices.buy[asset] : choices.sell[asset]);
}

/** The branch with a misfit treated; whatever trades is ruled out on the other side of the same security. */
export function treat(snapshot: AccountSnapshot, { solution: { plan }, formulation: { problem, sell0 } }: Open, branch: Branch, misfit: Misfit, treatment: Treatment): Branch {
  const { asset, kind } = misfit;
  const { lots } = snapshot.assets[asset];
  if (treatment === 'leave out') return kind === 'small buy' ? ban(branch, [], [asset]) : ban(branch, lots, []);
  const oneSided = kind === 'small buy' ? ban(branch, lots, []) : ban(branch, [], [asset]);
  if (treatment === 'leave the least') return leaveLeast(snapshot, plan, oneSided, misfit);
  return enlarge(snapshot, plan, oneSided, misfit, (l) => problem.upper[sell0 + l] > 0);
}

/**
 * A branch that asks for at least the needed size; sales fill the lots already used first, then those of the least gain, or
 * take their turn. `maySell` tells which lots the rules leave.
 */
export function enlarge(snapshot: AccountSnapshot, plan: Plan, branch: Branch, { asset, kind, needed }: Misfit, maySell: (lot: number) => boolean): Branch {
  if (kind === 'small buy') return { ...branch, leastBuys: new Map([...branch.leastBuys, [asset, needed]]) };
  const { lots: held, lotOrder } = snapshot.assets[asset];
  const isOpen = (l: number): boolean => maySell(l) && !branch.bannedSells.has(l);
  const barred = lotOrder?.findIndex((l) => !isOpen(l)) ?? -1;
  const lots = lotOrder ? lotOrder.slice(0, barred < 0 ? undefined : barred) : held.filter(isOpen)
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

/**
 * A branch that sells no more than leaves the smallest position: of the lots the plan sells, less of the one sold in part, then
 * of those of the most gain, or of the last in turn. A sale that is too small then is left out.
 */
function leaveLeast(snapshot: AccountSnapshot, plan: Plan, branch: Branch, { asset }: Misfit): Branch {
  const { weight, lots: held, lotOrder } = snapshot.assets[asset];
  const most = weight - snapshot.settings.minimumPosition;
  if (most < minimumTrade(snapshot)) return ban(branch, held, []);
  const isPart = (l: number): boolean => plan.sells[l] < snapshot.lots[l].weight - noise;
  const sold = (lotOrder?.toReversed() ?? [...held].sort((a, b) =>
    Number(isPart(b)) - Number(isPart(a)) || snapshot.lots[b].gain - snapshot.lots[a].gain || a - b)).filter((l) => plan.sells[l] > noise);
  let over = sold.reduce((sum, l) => sum + plan.sells[l], -most);
  const mostSells = new Map(branch.mostSells);
  for (const l of sold) {
    const less = Math.min(over, plan.sells[l]);
    over -= less;
    mostSells.set(l, plan.sells[l] - less);
  }
  return { ...ban(branch, held.filter((l) => !mostSells.has(l) || mostSells.get(l) === 0), []), mostSells };
}
