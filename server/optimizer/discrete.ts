import type { Branch } from './node';
import type { Plan } from './plan';
import type { AccountSnapshot } from './snapshot';
import { soldByAsset } from './terms/tickets';

/** A trade that custom or settings do not allow as it is: too small, or leaving too little. */
export interface Misfit {
  readonly asset: number;
  readonly kind: 'small buy' | 'small sale' | 'small remainder';
  /** Weight the trade would need. */
  readonly needed: number;
}

const noise = 1e-8;

/** Least weight of a trade: the greater of the setting's dollars and percent. */
export function minimumTrade({ settings, value }: AccountSnapshot): number {
  return Math.max(settings.minimumTrade / value, settings.minimumTradePercent);
}

/** The misfits of a plan, in order of assets. */
export function findMisfits(snapshot: AccountSnapshot, plan: Plan): Misfit[] {
  const least = minimumTrade(snapshot);
  const sold = soldByAsset(snapshot, plan);
  return snapshot.assets.flatMap((asset, index): Misfit[] => {
    const bought = plan.buys[index];
    const left = asset.weight - sold[index];
    if (bought > noise) {
      const needed = Math.max(least, asset.weight > noise ? 0 : snapshot.settings.minimumPosition);
      return bought < needed - noise ? [{ asset: index, kind: 'small buy', needed }] : [];
    }
    if (sold[index] <= noise || left <= noise) return [];
    if (left < snapshot.settings.minimumPosition - noise) return [{ asset: index, kind: 'small remainder', needed: asset.weight }];
    return sold[index] < least - noise ? [{ asset: index, kind: 'small sale', needed: Math.min(least, asset.weight) }] : [];
  });
}

/**
 * A branch that asks for at least the needed size; sales fill the lots already used first, then those of the least gain, or
 * take their turn. `maySell` tells which lots the rules leave.
 */
export function raise(snapshot: AccountSnapshot, plan: Plan, branch: Branch, { asset, kind, needed }: Misfit, maySell: (lot: number) => boolean): Branch {
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
