import type { ProblemBuilder } from './problem';
import type { Row } from './rows/row';
import type { AccountSnapshot } from './snapshot';

/**
 * The convex problem of one account. Columns are in percent of account value and the objective is in basis points,
 * so that all numbers are near one.
 */
export const percent = 100;
export const basisPoints = 10_000;
/** A cost per dollar traded, as objective per column unit. */
export const perColumn = basisPoints / percent;

/** The row that cash follows from, but for costs of orders, which are no convex function of a plan. */
export const cashRow = 0;

/** Columns of a formulation. */
export interface Columns {
  readonly sell0: number;
  readonly buy0: number;
  /** By asset, the form `purchases − sales`: what its weight changes by. */
  readonly moved: readonly number[];
  readonly cash: number;
  /** Net short- and long-term gain realized; absent where nothing is taxed. */
  readonly gains?: { readonly short: number; readonly long: number };
}

/** The most that may be sold of each lot and bought of each asset, in percent. */
export interface Caps {
  readonly sells: Float64Array;
  readonly buys: Float64Array;
}

/** Rows that only cap one sale or one purchase become column bounds; no purchase can exceed what there is to spend. */
export function columnCaps(snapshot: AccountSnapshot, rows: readonly Row[]): Caps {
  const { lots, assets, cash } = snapshot;
  const spendable = lots.reduce((sum, { weight }) => sum + weight, 0) + Math.max(0, cash.weight - Math.min(cash.weight, cash.floor));
  const caps = { sells: Float64Array.from(lots, ({ weight }) => weight), buys: new Float64Array(assets.length).fill(spendable) };
  for (const row of rows) {
    const single = singleColumn(row);
    if (single && row.max !== undefined) caps[single.kind][single.index] = Math.min(caps[single.kind][single.index], row.max / single.factor);
  }
  return { sells: caps.sells.map((cap) => cap * percent), buys: caps.buys.map((cap) => cap * percent) };
}

/** The one sale or purchase a row caps, if that is all it does. */
export function singleColumn({ expression, measure, min }: Row): { kind: 'sells' | 'buys'; index: number; factor: number } | undefined {
  const { sells = [], buys = [], weights = [], cash = 0, constant = 0 } = expression;
  if (measure || min !== undefined || weights.length > 0 || cash !== 0 || constant !== 0 || sells.length + buys.length !== 1) return undefined;
  const [index, factor] = sells[0] ?? buys[0];
  return factor > 0 ? { kind: sells.length === 1 ? 'sells' : 'buys', index, factor } : undefined;
}

/** Sales, purchases, what they make of weights, cash and gains. */
export function addTrades(snapshot: AccountSnapshot, builder: ProblemBuilder, caps: Caps): Columns {
  const { assets, lots, cash: { weight } } = snapshot;
  const sell0 = 0;
  lots.forEach((_, l) => builder.column(0, caps.sells[l]));
  const buy0 = lots.length;
  assets.forEach((_, i) => builder.column(0, caps.buys[i]));
  const moved = assets.map((asset, i) => builder.form([[buy0 + i, 1], ...asset.lots.map((l) => [sell0 + l, -1] as const)]));
  // Room for any plan: a finite box lets multipliers always give a bound.
  const most = (amounts: Float64Array): number => amounts.reduce((sum, amount) => sum + amount, 1);
  const cash = builder.column(weight * percent - most(caps.buys), weight * percent + most(caps.sells));
  builder.row(weight * percent, weight * percent, [
    [cash, 1], ...assets.map((_, i) => [buy0 + i, 1] as const), ...lots.map(({ fee }, l) => [sell0 + l, fee - 1] as const),
  ]);
  return { sell0, buy0, moved, cash, gains: snapshot.tax.taxed ? addGains(snapshot, builder, sell0) : undefined };
}

function addGains({ lots }: AccountSnapshot, builder: ProblemBuilder, sell0: number): { short: number; long: number } {
  const column = (term: 'Short' | 'Long'): number => {
    const entries = lots.flatMap((lot, l) => (lot.term === term && lot.gain !== 0 ? [[sell0 + l, -lot.gain, lot.weight * percent] as const] : []));
    const reach = (sign: number): number => entries.reduce((sum, [, factor, most]) => sum + Math.max(0, -sign * factor * most), 0);
    const gained = builder.column(-reach(-1), reach(1));
    if (entries.length > 0) builder.row(0, 0, [[gained, 1], ...entries.map(([of, factor]) => [of, factor] as const)]);
    return gained;
  };
  return { short: column('Short'), long: column('Long') };
}
