import Decimal from 'decimal.js';
import { cleanShares, floorToStep, roundToStep } from '../../shared/units';
import { noTrade, type Plan } from './plan';
import type { AccountSnapshot } from './snapshot';

/** A plan in tradable amounts: shares sold of each lot and bought of each asset. */
export interface SharePlan {
  readonly sells: Float64Array;
  readonly buys: Float64Array;
}

/** The plan as weights, so that terms and rows can price it. */
export function toPlan(snapshot: AccountSnapshot, shares: SharePlan): Plan {
  const { assets, lots, value } = snapshot;
  const plan = noTrade(lots.length, assets.length);
  lots.forEach(({ lot, weight, asset }, l) => { plan.sells[l] = shares.sells[l] === lot.quantity ? weight : (shares.sells[l] * assets[asset].price) / value; });
  assets.forEach(({ price }, i) => { plan.buys[i] = (shares.buys[i] * price) / value; });
  return plan;
}

/** Exact sum of shares; whole shares add up exactly as they are. */
export function sumShares(values: readonly number[]): number {
  if (values.every(Number.isInteger)) return values.reduce((total, value) => total + value, 0);
  return values.reduce((total, value) => total.plus(value), new Decimal(0)).toNumber();
}

/** The lots a sale of one asset draws on: first what the plan takes of each, then more of them in this order. */
export interface LotOrder {
  readonly lots: readonly number[];
  /** Shares the plan takes, by position in `lots`. */
  readonly planned: readonly number[];
  /** Shares the lots hold together. */
  readonly usable: number;
}

/** Per asset, the lots that the plan sells, the least gain first. */
export function lotOrders(snapshot: AccountSnapshot, plan: Plan): LotOrder[] {
  return snapshot.assets.map((asset) => {
    if (asset.lotOrder) return inTurn(snapshot, asset.lotOrder, plan);
    const lots = asset.lots.filter((l) => plan.sells[l] > 0).sort((a, b) => snapshot.lots[a].gain - snapshot.lots[b].gain || a - b);
    return {
      lots,
      planned: lots.map((l) => plannedShares(snapshot, plan, l)),
      usable: sumShares(lots.map((l) => snapshot.lots[l].lot.quantity)),
    };
  });
}

/** Lots that take turns, up to the last that the plan sells: each is planned whole, so that any amount fills them in order. */
function inTurn({ lots: facts }: AccountSnapshot, order: readonly number[], plan: Plan): LotOrder {
  const lots = order.slice(0, order.findLastIndex((l) => plan.sells[l] > 0) + 1);
  const planned = lots.map((l) => facts[l].lot.quantity);
  return { lots, planned, usable: sumShares(planned) };
}

/** Shares of a lot in the plan, to the step: losses up and gains down, so that no budget is broken by the rounding. */
function plannedShares({ assets, lots, value }: AccountSnapshot, plan: Plan, l: number): number {
  const { lot, weight, asset, gain } = lots[l];
  if (plan.sells[l] >= weight) return lot.quantity;
  const { price, step } = assets[asset];
  const down = floorToStep((plan.sells[l] * value) / price + 1e-9, step);
  return Math.min(lot.quantity, gain < 0 ? cleanShares(down + step) : down);
}

/** Shares taken of each lot, by position in the order, when `amount` shares are sold. */
export function fillLots(snapshot: AccountSnapshot, { lots, planned }: LotOrder, amount: number): Float64Array {
  const taken = new Float64Array(lots.length);
  let left = amount;
  const take = (k: number, most: number): void => {
    const part = Math.max(0, Math.min(left, most - taken[k]));
    taken[k] = Math.min(cleanShares(taken[k] + part), most);
    left = cleanShares(left - part);
  };
  for (let k = 0; k < lots.length && left > 0; k += 1) take(k, planned[k]);
  for (let k = 0; k < lots.length && left > 0; k += 1) take(k, snapshot.lots[lots[k]].lot.quantity);
  return taken;
}

/** Signed shares per asset to start rounding from: purchases down so that cash holds, sales to the nearest step. */
export function firstOrders(snapshot: AccountSnapshot, plan: Plan, orders: readonly LotOrder[]): Float64Array {
  return Float64Array.from(snapshot.assets, ({ price, step, shares: held, lots }, i) => {
    const sold = sumShares(lots.map((l) => (plan.sells[l] * snapshot.value) / price));
    const bought = (plan.buys[i] * snapshot.value) / price;
    // The solver may leave a crumb of a sale beside a purchase; the larger side is meant.
    if (bought >= sold) return floorToStep(bought - sold + 1e-9, step);
    const { usable } = orders[i];
    if (usable >= held - 1e-9 && sold >= held - step / 2) return -held;
    return -Math.min(roundToStep(sold, step), floorToStep(usable + 1e-9, step));
  });
}

/** The orders with every sale spread over its lots. */
export function toShares(snapshot: AccountSnapshot, orders: readonly LotOrder[], amounts: Float64Array): SharePlan {
  const sells = new Float64Array(snapshot.lots.length);
  amounts.forEach((amount, i) => {
    if (amount >= 0) return;
    const taken = fillLots(snapshot, orders[i], -amount);
    orders[i].lots.forEach((l, k) => { sells[l] = taken[k]; });
  });
  return { sells, buys: amounts.map((amount) => Math.max(0, amount)) };
}
