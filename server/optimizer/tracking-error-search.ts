import { basisPoints } from './formulation';
import { outcome } from './linear';
import { activeVariance } from './risk-model';
import type { Row } from './rows/row';
import type { SearchResult } from './search';
import type { AccountSnapshot } from './snapshot';
import { activeWeights } from './terms/risk';

/** Rounding to shares moves tracking error a little, so the search stays this much below the cap. */
const margin = 0.999;
/** The price of risk grows by this factor until the cap holds, at most to the largest weight, and is then narrowed. */
const growth = 8;
const largestWeight = 8 ** 3;
const narrowings = 5;

/**
 * A search under a cap on tracking error. The cap is a convex row whose multiplier is a price of risk (S. Boyd and
 * L. Vandenberghe, Convex Optimization, ch. 5): risk is weighed more until the plan is within, and every weight tried
 * proves a bound. Where no weight brings it within, the plan of least risk is what is left.
 */
export function withinTrackingError(
  snapshot: AccountSnapshot, rows: readonly Row[], searchAt: (riskWeight: number) => SearchResult | undefined,
): SearchResult | undefined {
  const cap = rows.find(({ measure }) => measure === 'tracking error')?.max;
  const free = searchAt(1);
  if (cap === undefined || !free || trackingErrorOf(snapshot, free) <= cap) return free;
  const { found, bound } = raisePrice(snapshot, cap, free, searchAt);
  return { ...found, bound: trackingErrorOf(snapshot, found) <= cap ? bound : -Infinity };
}

function raisePrice(
  snapshot: AccountSnapshot, cap: number, free: SearchResult, searchAt: (riskWeight: number) => SearchResult | undefined,
): { found: SearchResult; bound: number } {
  let [low, high, found, bound] = [1, 1, free, free.bound];
  /** Whether the cap holds at a weight; the result is kept when it is the better one. */
  const holdsAt = (weight: number): boolean => {
    const next = searchAt(weight);
    if (!next) return false;
    // What is paid for risk beyond its price is given back at the cap.
    bound = Math.max(bound, next.bound - (weight - 1) * (snapshot.settings.riskPrice / 0.01 ** 2) * cap ** 2 * basisPoints);
    const holds = trackingErrorOf(snapshot, next) <= margin * cap;
    if (holds || trackingErrorOf(snapshot, next) < trackingErrorOf(snapshot, found)) found = next;
    return holds;
  };
  while (high < largestWeight) {
    low = high;
    high *= growth;
    if (holdsAt(high)) break;
  }
  if (trackingErrorOf(snapshot, found) > cap) return { found, bound };
  for (let k = 0; k < narrowings; k += 1) {
    const middle = Math.sqrt(low * high);
    if (holdsAt(middle)) high = middle;
    else low = middle;
  }
  return { found, bound };
}

/** Ex-ante tracking error a year of what a search found. */
function trackingErrorOf(snapshot: AccountSnapshot, { best }: SearchResult): number {
  return Math.sqrt(Math.max(0, activeVariance(snapshot.risk, activeWeights(snapshot, outcome(snapshot, best.plan)))));
}
