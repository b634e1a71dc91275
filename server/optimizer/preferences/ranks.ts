import type { Security, Substitute } from '../../../shared/book/book';

/** Cost of each step down in rank, as a fraction of the amount bought. Our choice: as much as a common spread. */
const step = 0.0002;
/** Further steps cost no more: past the first few choices rank says little. */
const mostSteps = 10;

/** What ranks are compared among. */
export interface Ranked {
  readonly security: Security;
  readonly target: number;
}

/**
 * Cost per dollar bought of each asset. What the model names costs nothing. A stand-in is ranked among the approved
 * substitutes of its original (column Rank), else among the securities of its asset class (column Buy rank): each
 * better rank that is taken there is a step.
 */
export function rankCosts(assets: readonly Ranked[], approved: readonly Substitute[] = []): number[] {
  const present = new Set(assets.map(({ security }) => security.symbol));
  const pairs = approved.filter((pair) => pair.isBought && present.has(pair.for) && present.has(pair.symbol));
  const classes = ranksBy(assets, ({ security }) => security.assetClass.toLowerCase(), ({ security }) => security.buyRank);
  const originals = ranksBy(pairs, (pair) => pair.for, ({ rank }) => rank);
  return assets.map(({ security, target }) => {
    if (target > 0) return 0;
    const own = pairs.filter(({ symbol }) => symbol === security.symbol).map((pair) => stepsTo(originals.get(pair.for), pair.rank));
    const steps = own.length > 0 ? Math.min(...own) : stepsTo(classes.get(security.assetClass.toLowerCase()), security.buyRank);
    return step * Math.min(mostSteps, steps);
  });
}

function ranksBy<Each>(all: readonly Each[], group: (each: Each) => string, rank: (each: Each) => number): Map<string, Set<number>> {
  const ranks = new Map<string, Set<number>>();
  for (const each of all) ranks.set(group(each), (ranks.get(group(each)) ?? new Set()).add(rank(each)));
  return ranks;
}

/** Distinct ranks better than one. */
function stepsTo(ranks: ReadonlySet<number> = new Set(), rank: number): number {
  return [...ranks].filter((other) => other < rank).length;
}
