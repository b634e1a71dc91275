import { activeCovariance } from '../risk-model';
import type { AccountSnapshot } from '../snapshot';
import { stayOf } from '../stay';
import { outcome } from '../linear';
import type { Plan } from '../plan';
import { buyPreference, sellPreference } from '../terms/preference';
import { activeWeights } from '../terms/risk';
import { realizedGains } from '../terms/tax';
import { orderFloor, soldByAsset } from '../terms/tickets';
import { netGainGradient } from './tax-path';

/**
 * Each trade's share of the score, in dollars (positive is a benefit), by the integral along the straight path from
 * no trade to the plan: the midpoint for the quadratic risk, exact segments for netting. The shares add up to the score.
 */
export interface Attribution {
  /** By lot sold. */
  readonly sells: Float64Array;
  /** By asset bought. */
  readonly buys: Float64Array;
}

/** Shares of the score by trade; linear in lots and securities times factors. */
export function attribute(snapshot: AccountSnapshot, plan: Plan): Attribution {
  const { assets, lots, value } = snapshot;
  const marginal = marginalRisk(snapshot, plan);
  const cashRate = cashBenefit(snapshot, plan);
  const { short, long } = realizedGains(snapshot, plan);
  const slope = netGainGradient(snapshot.tax, short * value, long * value);
  const tickets = ticketShares(snapshot, plan);
  const sells = Float64Array.from(lots, (lot, l) => {
    const sold = plan.sells[l];
    if (sold === 0) return 0;
    const asset = assets[lot.asset];
    const tax = lot.term === null ? 0 : lot.gain * (lot.term === 'Short' ? slope.short : slope.long);
    const perDollar = marginal[lot.asset] - tax - lot.waiting - asset.security.spread / 2 - sellPreference(asset) - lot.fee + cashRate * (1 - lot.fee);
    return value * sold * perDollar - tickets.sells[l] * (1 + cashRate);
  });
  const buys = Float64Array.from(assets, (asset, i) => {
    const perDollar = -marginal[i] - asset.security.spread / 2 - buyPreference(asset) - cashRate;
    return value * plan.buys[i] * perDollar - tickets.buys[i] * (1 + cashRate);
  });
  return { sells, buys };
}

/** Dollars of risk saved per dollar sold of each asset, at the midpoint of the path. */
function marginalRisk(snapshot: AccountSnapshot, plan: Plan): Float64Array {
  const before = activeWeights(snapshot, stayOf(snapshot).after);
  const after = activeWeights(snapshot, outcome(snapshot, plan));
  const middle = before.map((weight, i) => (weight + after[i]) / 2);
  const price = 2 * (snapshot.settings.riskPrice / 0.01 ** 2);
  return activeCovariance(snapshot.risk, middle).map((covariance) => price * covariance);
}

/** Benefit per dollar of cash raised: minus the drag on the part of the path above the target. */
function cashBenefit(snapshot: AccountSnapshot, plan: Plan): number {
  const { cash, settings } = snapshot;
  const after = outcome(snapshot, plan).cash;
  const excess = (weight: number): number => Math.max(0, weight - cash.target);
  const moved = after - cash.weight;
  if (Math.abs(moved) < orderFloor) return cash.weight > cash.target ? -settings.cashDrag : 0;
  return (-settings.cashDrag * (excess(after) - excess(cash.weight))) / moved;
}

/** Trade cost per order; a sale's is shared by its lots in proportion. */
function ticketShares(snapshot: AccountSnapshot, plan: Plan): { sells: Float64Array; buys: Float64Array } {
  const sold = soldByAsset(snapshot, plan);
  return {
    sells: Float64Array.from(snapshot.lots, ({ asset }, l) =>
      (sold[asset] > orderFloor ? (snapshot.assets[asset].security.tradeCost * plan.sells[l]) / sold[asset] : 0)),
    buys: Float64Array.from(snapshot.assets, ({ security }, i) => (plan.buys[i] > orderFloor ? security.tradeCost : 0)),
  };
}
