import type { AccountSnapshot } from '../snapshot';
import type { Plan } from '../plan';
import type { Term } from './term';

/** Smallest weight that counts as an order; below it a plan's number is solver noise. */
export const orderFloor = 1e-9;

/** Dollars sold of each asset, as fractions of account value. */
export function soldByAsset(snapshot: AccountSnapshot, plan: Plan): Float64Array {
  const sold = new Float64Array(snapshot.assets.length);
  snapshot.lots.forEach((lot, l) => { sold[lot.asset] += plan.sells[l]; });
  return sold;
}

/** Dollars a plan's orders cost, one by one; `floor` is the smallest weight that counts as one. */
export function orderCost(snapshot: AccountSnapshot, plan: Plan, floor = orderFloor): number {
  if (snapshot.assets.every(({ security }) => security.tradeCost === 0)) return 0;
  const sold = soldByAsset(snapshot, plan);
  return snapshot.assets.reduce((sum, { security }, i) =>
    sum + security.tradeCost * (Number(sold[i] > floor) + Number(plan.buys[i] > floor)), 0);
}

/** Dollars of trade costs and redemption fees a plan pays. */
export function ticketCost(snapshot: AccountSnapshot, plan: Plan): number {
  return orderCost(snapshot, plan) + snapshot.lots.reduce((sum, lot, l) => sum + lot.fee * plan.sells[l], 0) * snapshot.value;
}

/** Trade cost per order, and redemption fees on lots sold too soon. */
export const tickets: Term = {
  name: 'tickets',
  express: ({ lots }) => ({ sells: Float64Array.from(lots, (lot) => lot.fee) }),
  price: ticketCost,
};
