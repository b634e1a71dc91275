import type { Substitute } from '../../../shared/book/book';

/** An approved substitute that is held where its original is short of its target. */
export interface StandIn {
  /** Indexes of the substitute and its original. */
  readonly asset: number;
  readonly original: number;
  /** Fraction of account value that stands in. */
  readonly weight: number;
  /** Fraction of the amount that a switch back must gain; 0: held one-for-one. */
  readonly hurdle: number;
}

/** What is held, against what is wanted. */
export interface Holding {
  readonly symbol: string;
  readonly weight: number;
  readonly target: number;
}

/**
 * Which part of each held substitute fills the gap of an original. Gaps are filled in order of rank, each with what a
 * substitute holds above its own target; what is held beyond every gap stands in for nothing and is merely overweight.
 * `defaultHurdle` is in basis points.
 */
export function standIns(assets: readonly Holding[], approved: readonly Substitute[], defaultHurdle: number): StandIn[] {
  const index = new Map(assets.map(({ symbol }, i) => [symbol, i]));
  const gap = assets.map(({ weight, target }) => Math.max(0, target - weight));
  const spare = assets.map(({ weight, target }) => Math.max(0, weight - target));
  return approved.flatMap((pair): StandIn[] => {
    const [asset, original] = [index.get(pair.symbol), index.get(pair.for)];
    if (!pair.isHeld || asset === undefined || original === undefined) return [];
    const weight = Math.min(spare[asset], gap[original]);
    if (weight <= 0) return [];
    spare[asset] -= weight;
    gap[original] -= weight;
    return [{ asset, original, weight, hurdle: (pair.hurdle ?? defaultHurdle) / 10_000 }];
  });
}
