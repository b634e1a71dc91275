import type { Lot, Security } from '../../shared/book/book';
import type { Settings } from '../../shared/book/settings';
import type { Plan } from './plan';
import type { AccountSnapshot, LotFacts } from './snapshot';

/** Lots that a plan sells out of turn: none of `lots` may be sold unless every one of `full` is sold whole. */
export interface OutOfTurn {
  readonly lots: readonly number[];
  readonly full: readonly number[];
  /** How much is sold out of turn, as a weight. */
  readonly size: number;
}

/** Below this weight a sale is solver noise. */
const noise = 1e-7;

/**
 * The order in which the lots of a security are sold under the setting *Lot choice*; undefined where any lot may be named
 * (specific identification, 26 CFR 1.1012-1(c)). `held` comes by acquisition. Shares at average basis go first in,
 * first out (26 CFR 1.1012-1(e)(7)).
 */
export function lotOrder(choice: Settings['lotChoice'], lots: readonly LotFacts[], held: readonly number[]): readonly number[] | undefined {
  if (choice === 'Least tax' || held.length < 2) return undefined;
  if (choice === 'LIFO') return [...held].reverse();
  return choice === 'Highest cost' ? [...held].sort((a, b) => lots[b].unitCost - lots[a].unitCost || a - b) : held;
}

/** Types whose shares may be held at average basis: regulated investment companies (26 CFR 1.1012-1(e)(1)). */
const averaged: ReadonlySet<Security['type']> = new Set(['Mutual fund', 'ETF']);

/** The lots of one security with the basis that counts: their own, or the average of all under *Lot choice* Average. */
export function withBasis(choice: Settings['lotChoice'], type: Security['type'], lots: readonly Lot[]): readonly Lot[] {
  if (choice !== 'Average' || !averaged.has(type) || lots.some(({ unitCost }) => unitCost === null)) return lots;
  const shares = lots.reduce((sum, { quantity }) => sum + quantity, 0);
  const cost = lots.reduce((sum, { quantity, unitCost }) => sum + quantity * unitCost!, 0);
  return shares > 0 ? lots.map((lot) => ({ ...lot, unitCost: cost / shares })) : lots;
}

/** Sales out of turn, by security: split where as much as is sold ends, before that lot or after it, whichever is further off. */
export function outOfTurn({ assets, lots }: AccountSnapshot, plan: Plan): OutOfTurn[] {
  return assets.flatMap((asset): OutOfTurn[] => {
    const order = asset.lotOrder;
    if (!order) return [];
    const split = (count: number): OutOfTurn => {
      const [full, later] = [order.slice(0, count), order.slice(count)];
      const kept = full.reduce((sum, l) => sum + lots[l].weight - plan.sells[l], 0);
      return { lots: later, full, size: Math.min(kept, later.reduce((sum, l) => sum + plan.sells[l], 0)) };
    };
    let left = order.reduce((sum, l) => sum + plan.sells[l], 0);
    const last = order.findIndex((l) => (left -= lots[l].weight) <= noise);
    const worst = [split(last), split(last + 1)].reduce((a, b) => (b.size > a.size ? b : a));
    return last >= 0 && worst.size > noise ? [worst] : [];
  });
}
