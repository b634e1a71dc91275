import { dayNumber } from '../../shared/dates';
import type { IsoDate } from '../../shared/units';

/** Prices by symbol over days in rising order; NaN where there is none. */
export interface PriceHistory {
  readonly days: readonly IsoDate[];
  readonly symbols: readonly string[];
  /** One array of `days.length` prices per symbol. */
  readonly prices: readonly Float64Array[];
}

/** Returns by symbol; entry `t` is over the period that ends on `days[t]`. NaN where a price is missing at either end. */
export interface Returns {
  readonly days: readonly IsoDate[];
  readonly symbols: readonly string[];
  readonly values: readonly Float64Array[];
  /** Trading periods a year: 252 for days, 52 for weeks, 12 for months. */
  readonly periodsPerYear: number;
  /** Days left out because most symbols have no price on them, such as weekends of a single one. */
  readonly sparseDays: number;
}

export type ReturnKind = 'simple' | 'log';

/**
 * Returns from one day with prices to the next. A gap is not bridged: a return over many days is no return of one day.
 * Days on which fewer than half as many symbols have a price as on the fullest day are left out first.
 */
export function returnsOf({ days, symbols, prices }: PriceHistory, kind: ReturnKind = 'simple'): Returns {
  const filled = days.map((_, t) => prices.reduce((count, series) => count + Number(series[t] > 0), 0));
  const enough = Math.max(...filled, 0) / 2;
  const kept = days.flatMap((_, t) => (filled[t] >= enough && filled[t] > 0 ? [t] : []));
  const step = (from: number, to: number): number => (kind === 'log' ? Math.log(to / from) : to / from - 1);
  return {
    days: kept.slice(1).map((t) => days[t]),
    symbols,
    values: prices.map((series) => Float64Array.from({ length: Math.max(0, kept.length - 1) }, (_, k) => step(series[kept[k]], series[kept[k + 1]]))),
    periodsPerYear: periodsPerYear(kept.map((t) => days[t])),
    sparseDays: days.length - kept.length,
  };
}

/** By the gap between two days in the middle of all gaps, in calendar days. */
function periodsPerYear(days: readonly IsoDate[]): number {
  const gaps = days.slice(1).map((day, k) => dayNumber(day) - dayNumber(days[k])).sort((a, b) => a - b);
  const gap = gaps[Math.floor(gaps.length / 2)] ?? 1;
  return gap <= 4 ? 252 : gap <= 10 ? 52 : 12;
}

/** A return of such size is more often a split that prices were not adjusted for than news. */
const extreme = 0.5;

/** Returns of extreme size, the largest first. */
export function extremeReturns({ symbols, days, values }: Returns): { readonly symbol: string; readonly day: IsoDate; readonly size: number }[] {
  return symbols
    .flatMap((symbol, i) => days.flatMap((day, t) => (Math.abs(values[i][t]) > extreme ? [{ symbol, day, size: values[i][t] }] : [])))
    .sort((a, b) => Math.abs(b.size) - Math.abs(a.size));
}
