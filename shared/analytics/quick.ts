import { apportionCents, toCents } from '../units';
import { bandAround, type BandRule } from './bands';

/**
 * A rebalance on the back of an envelope: dollars to trade per position, without lots, taxes or risk.
 * Trades always add up to the cash flow, to the cent; none sells more than is held.
 */
export type QuickStyle = 'full' | 'buyonly' | 'tobandedge';

export interface QuickRequest {
  /** Dollars held per position. */
  readonly values: readonly number[];
  /** Fractions that add up to 1. */
  readonly targets: readonly number[];
  /** Dollars to invest; negative to withdraw. */
  readonly cashFlow: number;
  /** Dollars; smaller trades are left out and the others make up for them. */
  readonly minTrade: number;
  readonly style: QuickStyle;
  /** For `tobandedge`: the band around each target. */
  readonly band: BandRule;
}

/** Dollars to trade (buys positive), or why there is no answer: the flow cannot be met in this style. */
export type QuickAnswer = { readonly trades: number[] } | { readonly impossible: 'withdrawal above value' | 'withdrawal needs sales' };

/** The trades of a quick rebalance. Throws a RangeError when lists differ in length. */
export function quickTrades(request: QuickRequest): QuickAnswer {
  const { values, targets, cashFlow, style } = request;
  if (values.length !== targets.length) throw new RangeError(`${values.length} values and ${targets.length} targets`);
  const total = sum(values) + cashFlow;
  if (total < 0) return { impossible: 'withdrawal above value' };
  if (style === 'buyonly' && cashFlow < 0) return { impossible: 'withdrawal needs sales' };
  return { trades: inCents(withoutSmallTrades(request, total), cashFlow) };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * Leaves trades under the minimum out, the smallest first and at most half of them at a time, and solves again without
 * them. A small trade stays when the flow could not be met without it: the flow comes first.
 */
function withoutSmallTrades(request: QuickRequest, total: number): number[] {
  let trading = request.values.map((_, i) => i);
  let trades = solve(request, trading, total);
  const kept = new Set<number>();
  for (;;) {
    const small = smallTrades(trades, trading, request.minTrade).filter((i) => !kept.has(i));
    if (small.length === 0) return trades;
    for (let size = Math.ceil(small.length / 2); size > 0; size = Math.floor(size / 2)) {
      const left = new Set(small.slice(0, size));
      const rest = trading.filter((i) => !left.has(i));
      const next = solve(request, rest, total);
      if (isBalanced(next, request.cashFlow)) {
        [trading, trades] = [rest, next];
        break;
      }
      if (size === 1) kept.add(small[0]);
    }
  }
}

/** Positions whose trade is under the minimum, smallest trade first. */
function smallTrades(trades: readonly number[], trading: readonly number[], minTrade: number): number[] {
  const size = (i: number): number => Math.abs(toCents(trades[i]));
  return trading.filter((i) => size(i) > 0 && size(i) < minTrade).sort((a, b) => size(a) - size(b) || a - b);
}

/** True when the trades add up to the flow, to the cent. */
const isBalanced = (trades: readonly number[], cashFlow: number): boolean => Math.abs(sum(trades) - cashFlow) < 0.005;

/** Trades of the positions in `trading`; the others stay as they are, so the flow falls on these alone. */
function solve(request: QuickRequest, trading: readonly number[], total: number): number[] {
  const { values, targets, cashFlow } = request;
  const wanted = sum(trading.map((i) => values[i])) + cashFlow;
  const shape = trading.map((i) => positions[request.style](values[i], targets[i], total, request.band));
  const level = levelFor(shape, wanted, total);
  const trades = values.map(() => 0);
  trading.forEach((i, k) => {
    trades[i] = shape[k](level) - values[i];
  });
  return trades;
}

/**
 * A position's dollars after trading, rising with a level that all positions share; the level is then set so that
 * the dollars add up. Full: its share of a common total. Buy only: the same, never below what is held.
 * To band edge: what is held plus its share of what is to be spread, kept within the band.
 */
type Position = (level: number) => number;
const positions: Readonly<Record<QuickStyle, (value: number, target: number, total: number, band: BandRule) => Position>> = {
  full: (_, target) => (level) => Math.max(0, target * level),
  buyonly: (value, target) => (level) => (target === 0 ? value : Math.max(value, target * level)),
  tobandedge: (value, target, total, band) => {
    const { min, max } = bandAround(target, band);
    return (level) => Math.min(max * total, Math.max(min * total, value + target * level));
  },
};

/** The level at which the positions add up to `wanted`, by bisection on a rising function; the nearest level when they cannot. */
function levelFor(shape: readonly Position[], wanted: number, total: number): number {
  const at = (level: number): number => sum(shape.map((position) => position(level)));
  if (at(0) === wanted) return 0;
  let reach = Math.max(1, Math.abs(total), Math.abs(wanted));
  for (let doubling = 0; doubling < 64 && (at(reach) < wanted || at(-reach) > wanted); doubling += 1) reach *= 2;
  let [low, high] = [-reach, reach];
  for (let halving = 0; halving < 200; halving += 1) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (at(middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}

/** To the cent, so that the trades still add up to the flow; what is not traded stays untouched. */
function inCents(trades: readonly number[], cashFlow: number): number[] {
  const traded = trades.flatMap((trade, i) => (toCents(trade) === 0 ? [] : [i]));
  const cents = apportionCents(
    traded.map((i) => trades[i]),
    cashFlow,
  );
  const rounded = trades.map(() => 0);
  traded.forEach((i, k) => {
    rounded[i] = cents[k];
  });
  return rounded;
}
