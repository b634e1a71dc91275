import Decimal from 'decimal.js';
import { floorToStep, roundToStep } from '../../shared/units';
import { basisPoints, percent } from './formulation';
import { outcome } from './linear';
import { noTrade, type Plan } from './plan';
import { rowValue, violation, type Row, type Tier } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import { cost } from './terms';
import { minimumTrade } from './discrete';

/** A plan in tradable amounts: shares sold of each lot and bought of each asset. */
export interface SharePlan {
  readonly sells: Float64Array;
  readonly buys: Float64Array;
}

/** What a percent of violation beyond the continuous plan's costs while rounding, in basis points: firmest rows highest. */
const penalties: Readonly<Record<Tier, number>> = { fixed: 1e7, limit: 1e6, cash: 1e6, hard: 1e4, repair: 1e3, soft: 0 };
/** What making a row worse than today costs, at once and per percent: more than anything else, so staying always wins. */
const worsePenalty = 1e10;
const tooSmall = 50;
/** Violations below this (fractions of value) are rounding noise. */
const tolerance = 1e-9;
const mostEvaluations = 20_000;

/** The plan as weights, so that terms and rows can price it. */
export function toPlan(snapshot: AccountSnapshot, shares: SharePlan): Plan {
  const { assets, lots, value } = snapshot;
  return {
    sells: Float64Array.from(lots, (lot, l) => (shares.sells[l] === lot.lot.quantity ? lot.weight : (shares.sells[l] * assets[lot.asset].price) / value)),
    buys: Float64Array.from(assets, (asset, i) => (shares.buys[i] * asset.price) / value),
  };
}

/**
 * Rounds a plan to tradable shares and mends what rounding broke: one-step moves of the plan's own trades, the best
 * first, until no move helps. Violations the continuous plan already had are allowed; new ones are not. When no rounding
 * keeps the rows, nothing is traded. `relaxed` allows rows below mandated cash to get worse than today.
 */
export function roundPlan(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan, relaxed: boolean): SharePlan {
  const judge = judgeOf(snapshot, rows, plan, relaxed);
  let orders = ordersOf(snapshot, plan);
  let best = judge(orders);
  let evaluations = 0;
  const bestOf = (candidates: Iterable<Orders>): Orders | undefined => {
    let choice: Orders | undefined;
    for (const candidate of candidates) {
      evaluations += 1;
      const merit = judge(candidate);
      if (merit >= best - 1e-9) continue;
      best = merit;
      choice = candidate;
    }
    return choice;
  };
  while (evaluations < mostEvaluations) {
    // Leaving a trade out mends any row at once, so it is only asked for where steps lead no further.
    const choice = bestOf(steps(snapshot, orders)) ?? bestOf(leaps(snapshot, orders));
    if (!choice) break;
    orders = choice;
  }
  const stay: Orders = { ...orders, shares: new Float64Array(orders.shares.length) };
  return allocate(snapshot, judge(stay) <= best ? stay : orders);
}

/** Signed shares per asset, with the lots each sale draws on in order. */
interface Orders {
  readonly shares: Float64Array;
  readonly lotOrder: readonly (readonly number[])[];
}

/** Sales use the lots the plan sells, fullest first; buys round down so that cash holds, sales to the nearest step. */
function ordersOf(snapshot: AccountSnapshot, plan: Plan): Orders {
  const lotOrder = snapshot.assets.map((asset) => asset.lots
    .filter((l) => plan.sells[l] > 0)
    .sort((a, b) => plan.sells[b] / snapshot.lots[b].weight - plan.sells[a] / snapshot.lots[a].weight || a - b));
  const shares = Float64Array.from(snapshot.assets, (asset, i) => {
    const sold = sum(asset.lots.map((l) => (plan.sells[l] * snapshot.value) / asset.price));
    if (sold === 0) return floorToStep((plan.buys[i] * snapshot.value) / asset.price + 1e-9, asset.step);
    const usable = sum(lotOrder[i].map((l) => snapshot.lots[l].lot.quantity));
    if (usable >= asset.shares - 1e-9 && sold >= asset.shares - asset.step / 2) return -asset.shares;
    return -Math.min(roundToStep(sold, asset.step), floorToStep(usable + 1e-9, asset.step));
  });
  return { shares, lotOrder };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total.plus(value), new Decimal(0)).toNumber();

/** All orders that differ by one step of one trade. */
function* steps(snapshot: AccountSnapshot, orders: Orders): Generator<Orders> {
  for (let i = 0; i < orders.shares.length; i += 1) {
    const now = orders.shares[i];
    const { step, shares: held } = snapshot.assets[i];
    const isWhole = now === -held;
    if (now > 0) yield* changed(snapshot, orders, i, [exact(now + step), exact(now - step)]);
    else if (now < 0) yield* changed(snapshot, orders, i, [isWhole ? -floorToStep(held - step / 1e6, step) : exact(now + step), exact(now - step)]);
  }
}

/** All orders that leave one trade out or sell one position out. */
function* leaps(snapshot: AccountSnapshot, orders: Orders): Generator<Orders> {
  for (let i = 0; i < orders.shares.length; i += 1) {
    const now = orders.shares[i];
    if (now > 0) yield* changed(snapshot, orders, i, [0]);
    else if (now < 0) yield* changed(snapshot, orders, i, [0, -snapshot.assets[i].shares]);
  }
}

/** The orders with one trade changed to each of some amounts, those left out that turn it around or sell more than its lots hold. */
function* changed(snapshot: AccountSnapshot, orders: Orders, i: number, amounts: readonly number[]): Generator<Orders> {
  const now = orders.shares[i];
  const { shares: held } = snapshot.assets[i];
  const usable = sum(orders.lotOrder[i].map((l) => snapshot.lots[l].lot.quantity));
  for (const next of amounts) {
    const isTooMuch = next === -held ? usable < held - 1e-9 : -next > usable + 1e-12;
    if (next === now || Math.sign(next) === -Math.sign(now) || (next < 0 && isTooMuch)) continue;
    const shares = orders.shares.slice();
    shares[i] = next;
    yield { ...orders, shares };
  }
}

const exact = (shares: number): number => new Decimal(shares.toFixed(9)).toNumber();

/** Shares per lot: each sale fills its lots in order. */
function allocate(snapshot: AccountSnapshot, { shares, lotOrder }: Orders): SharePlan {
  const sells = new Float64Array(snapshot.lots.length);
  shares.forEach((amount, i) => {
    let left = new Decimal(Math.max(0, -amount));
    for (const l of lotOrder[i]) {
      const part = Decimal.min(left, snapshot.lots[l].lot.quantity);
      sells[l] = part.toNumber();
      left = left.minus(part);
    }
  });
  return { sells, buys: Float64Array.from(shares, (amount) => Math.max(0, amount)) };
}

/** Cost of orders in basis points, plus what they break beyond the continuous plan and, dearer, beyond today. */
function judgeOf(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan, relaxed: boolean): (orders: Orders) => number {
  const planned = violations(snapshot, rows, plan);
  const today = violations(snapshot, rows, noTrade(snapshot.lots.length, snapshot.assets.length));
  const worst = rows.map(({ tier }, r) => (relaxed && tier !== 'fixed' && tier !== 'cash' ? Math.max(planned[r], today[r]) : today[r]));
  return (orders) => {
    const rounded = toPlan(snapshot, allocate(snapshot, orders));
    const missed = violations(snapshot, rows, rounded);
    let merit = (cost(snapshot, rounded) / snapshot.value) * basisPoints + smallTrades(snapshot, orders);
    rows.forEach(({ tier }, r) => {
      if (tier === 'soft') return;
      if (missed[r] > planned[r] + tolerance) merit += penalties[tier] * (missed[r] - planned[r]) * percent;
      if (missed[r] > worst[r] + tolerance) merit += worsePenalty * (1 + (missed[r] - worst[r]) * percent);
    });
    return merit;
  };
}

function violations(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): number[] {
  const after = outcome(snapshot, plan);
  return rows.map((row) => violation(row, rowValue(row, snapshot, plan, after)));
}

/** A price on trades below the minimum, so that rounding does not make one; closing a position is never too small. */
function smallTrades(snapshot: AccountSnapshot, { shares }: Orders): number {
  const least = minimumTrade(snapshot);
  return shares.reduce((total, amount, i) => {
    const { price, shares: held } = snapshot.assets[i];
    const traded = (Math.abs(amount) * price) / snapshot.value;
    if (amount === 0 || amount === -held || traded >= least - tolerance) return total;
    return total + tooSmall * (1 + (least - traded) * percent);
  }, 0);
}
