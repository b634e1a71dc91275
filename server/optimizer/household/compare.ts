import { outcome } from '../linear';
import { rowsOf } from '../rows';
import { rowValue } from '../row-value';
import { violation, type Row, type Tier } from '../rows/row';
import { toPlan, type SharePlan } from '../shares';
import type { AccountSnapshot } from '../snapshot';
import { cost } from '../terms';

/** Firmest first; what a plan misses of a firmer tier weighs more than all below. */
const tiers: readonly Tier[] = ['fixed', 'cash', 'limit', 'hard', 'repair'];
/** Misses that differ by less (fraction of value) are alike. */
const alike = 1e-7;

/** What a plan misses by tier, firmest first (fractions of value), and what it costs with its soft rows, dollars. */
export interface Weighed {
  readonly missed: readonly number[];
  readonly cost: number;
}

/** Weighs a plan by the rows that count. */
export function weigh(snapshot: AccountSnapshot, shares: SharePlan, counts: (row: Row) => boolean = () => true): Weighed {
  const plan = toPlan(snapshot, shares);
  const after = outcome(snapshot, plan);
  const missed = tiers.map(() => 0);
  let soft = 0;
  for (const row of rowsOf(snapshot).filter(counts)) {
    const by = violation(row, rowValue(row, snapshot, plan, after));
    if (row.tier === 'soft') soft += (row.price ?? 0) * by;
    else missed[tiers.indexOf(row.tier)] += by;
  }
  return { missed, cost: cost(snapshot, plan) + soft * snapshot.value };
}

/** Below zero when `a` is the better plan, above when `b` is; plans that miss alike are told apart by their cost. */
export function comparePlans(a: Weighed, b: Weighed): number {
  const firmest = a.missed.map((missed, tier) => missed - b.missed[tier]).find((change) => Math.abs(change) > alike);
  return firmest ?? a.cost - b.cost;
}

/** Whether the plans differ in what they miss. */
export const missesDiffer = (a: Weighed, b: Weighed): boolean => a.missed.some((missed, tier) => Math.abs(missed - b.missed[tier]) > alike);
