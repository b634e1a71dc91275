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
  return snapshot.assets.flatMap((_, i) => misfitOf(snapshot, i, plan.buys[i], sold[i], least) ?? []);
}

/** What keeps one asset's order, as weights bought and sold, from being allowed; undefined when nothing does. */
export function misfitOf({ assets, settings }: AccountSnapshot, asset: number, bought: number, sold: number, least: number): Misfit | undefined {
  const { weight } = assets[asset];
  const left = weight - sold;
  if (bought > noise) {
    const needed = Math.max(least, weight > noise ? 0 : settings.minimumPosition);
    return bought < needed - noise ? { asset, kind: 'small buy', needed } : undefined;
  }
  if (sold <= noise || left <= noise) return undefined;
  if (left < settings.minimumPosition - noise) return { asset, kind: 'small remainder', needed: weight };
  return sold < least - noise ? { asset, kind: 'small sale', needed: Math.min(least, weight) } : undefined;
}
