import { regress, type Regression } from './regression';
import type { Returns } from './returns';
import { shrunkCovariance, shrunkVariances } from './shrinkage';
import { statisticalFactors } from './statistical-factors';
import { effectiveCount, timeWeights } from './weights';

/** Fewest returns that a security must have to be fitted. */
export const minimumReturns = 60;
/** Fewest securities of a sector that give it a factor: below, the factor would mostly be one of them. */
const minimumSector = 5;

export interface FitOptions {
  /** Sector by symbol; with sectors large enough there are a market factor and one per sector before the statistical ones. */
  readonly sectors?: ReadonlyMap<string, string>;
  /** Number of statistical factors; absent: as many as stand above noise. */
  readonly factors?: number;
  /** Periods after which an observation counts half; absent: all count the same. */
  readonly halfLife?: number;
}

/** A factor model estimated from returns, a year. */
export interface FittedModel {
  readonly factors: readonly string[];
  /** The first factors are the market and sectors. */
  readonly bySector: boolean;
  readonly covariance: readonly (readonly number[])[];
  readonly exposures: readonly { readonly symbol: string; readonly factors: readonly number[]; readonly specific: number }[];
  /** Symbols with too short a history, and how many returns they have. */
  readonly left: readonly { readonly symbol: string; readonly returns: number }[];
  /** Share of the securities' variance that factors explain, the average. */
  readonly explained: number;
  readonly shrinkage: { readonly covariance: number; readonly specific: number };
}

/** One factor while it is being estimated. `of` says which securities it is for; absent: all. */
interface Factor {
  readonly name: string;
  readonly returns: Float64Array;
  readonly sector?: string;
}

/** Undefined when there is nothing to fit: no security with enough returns. */
export function fitFactorModel({ symbols, values, days, periodsPerYear }: Returns, { sectors, factors: count, halfLife }: FitOptions = {}): FittedModel | undefined {
  const counts = values.map((series) => series.reduce((sum, value) => sum + Number(Number.isFinite(value)), 0));
  const kept = symbols.flatMap((_, i) => (counts[i] >= minimumReturns && !isFlat(values[i]) ? [i] : []));
  if (kept.length === 0) return undefined;
  const weights = timeWeights(days.length, halfLife);
  const universe = kept.map((i) => ({ symbol: symbols[i], sector: sectors?.get(symbols[i]), returns: values[i] }));
  const bySector = largeSectors(universe).length > 0;
  const factors = factorsOf(universe, weights, bySector, count);
  const fits = universe.map(({ returns, sector }) => {
    const own = factors.flatMap((factor, k) => (factor.sector === undefined || factor.sector === sector ? [k] : []));
    return { own, ...regress(returns, own.map((k) => factors[k].returns), weights) };
  });
  const { covariance, exposures } = normalized(factors, fits, weights);
  const specific = specificVariances(fits, universe.map(({ returns }) => returns), weights);
  return {
    factors: factors.map(({ name }) => name),
    bySector,
    covariance: covariance.estimate.map((row) => row.map((value) => value * periodsPerYear)),
    exposures: universe.map(({ symbol }, i) => ({ symbol, factors: exposures[i], specific: Math.sqrt(specific.estimate[i] * periodsPerYear) })),
    left: symbols.flatMap((symbol, i) => (kept.includes(i) ? [] : [{ symbol, returns: counts[i] }])),
    explained: mean(fits.map(({ residualVariance }, i) => 1 - residualVariance / varianceOf(universe[i].returns, weights))),
    shrinkage: { covariance: covariance.intensity, specific: specific.intensity },
  };
}

interface Member {
  readonly symbol: string;
  readonly sector?: string;
  readonly returns: Float64Array;
}

/** With sectors: the market, then each sector's mean beyond it, then principal components of what is left; else those alone. */
function factorsOf(universe: readonly Member[], weights: Float64Array, bySector: boolean, count?: number): Factor[] {
  const named: Factor[] = [];
  let rest = universe.map(({ returns }) => returns);
  if (bySector) {
    const market = { name: 'Market', returns: averageOf(rest) };
    rest = rest.map((series) => regress(series, [market.returns], weights).residuals);
    const sectors = sectorFactors(universe, rest);
    named.push(market, ...sectors);
    rest = rest.map((series, i) => {
      const own = sectors.filter(({ sector }) => sector === universe[i].sector);
      return regress(series, own.map(({ returns }) => returns), weights).residuals;
    });
  }
  const components = statisticalFactors(rest, weights, bySector ? count : count === undefined ? undefined : Math.max(1, count));
  return [...named, ...components.map((returns, k) => ({ name: `Factor ${k + 1}`, returns }))];
}

/** Sectors with enough members, each with the places of its members. */
function largeSectors(universe: readonly Member[]): (readonly [string, readonly number[]])[] {
  const members = new Map<string, number[]>();
  universe.forEach(({ sector }, i) => {
    if (sector !== undefined) members.set(sector, [...members.get(sector) ?? [], i]);
  });
  return [...members].filter(([, places]) => places.length >= minimumSector).sort(([a], [b]) => (a < b ? -1 : 1));
}

function sectorFactors(universe: readonly Member[], rest: readonly Float64Array[]): Factor[] {
  return largeSectors(universe).map(([sector, places]) => ({
    // Factors are known by name, and so are columns: a sector called Market needs another.
    name: /^(market|symbol|ticker|security.*|specific.*|factor.*|residual.*|idiosyncratic.*|name)$/i.test(sector) ? `${sector} sector` : sector,
    sector,
    returns: averageOf(places.map((i) => rest[i])),
  }));
}

/** The mean of the series that have a value, by period; 0 when none has. */
function averageOf(series: readonly Float64Array[]): Float64Array {
  return series[0].map((_, t) => mean(series.flatMap((values) => (Number.isFinite(values[t]) ? [values[t]] : []))));
}

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

type Fit = Regression & { readonly own: readonly number[] };

/** Factors scaled so that exposures are one by root mean square and positive on average, with their shrunk covariance. */
function normalized(factors: readonly Factor[], fits: readonly Fit[], weights: Float64Array) {
  const raw = fits.map(({ own, slopes }) => factors.map((_, k) => (own.includes(k) ? slopes[own.indexOf(k)] : 0)));
  const scales = factors.map(({ sector }, k) => {
    // Market and sectors are returns of something; only principal components come without a size or sign.
    if (sector !== undefined || factors[k].name === 'Market') return 1;
    const column = raw.map((row) => row[k]);
    const size = Math.sqrt(mean(column.map((value) => value ** 2)));
    return size > 0 ? size * (mean(column) < 0 ? -1 : 1) : 1;
  });
  return {
    exposures: raw.map((row) => row.map((value, k) => value / scales[k])),
    covariance: shrunkCovariance(factors.map(({ returns }, k) => returns.map((value) => value * scales[k])), weights),
  };
}

/** Residual variances with their degrees of freedom given back, shrunk. */
function specificVariances(fits: readonly Fit[], returns: readonly Float64Array[], weights: Float64Array) {
  const estimates = fits.map(({ residuals, residualVariance, slopes }, i) => {
    const has = (t: number): boolean => Number.isFinite(returns[i][t]);
    const count = effectiveCount(weights, has);
    const variance = residualVariance * (count / Math.max(1, count - slopes.length - 1));
    let [fourth, total] = [0, 0];
    residuals.forEach((value, t) => {
      if (!has(t)) return;
      fourth += weights[t] * (value ** 2 - residualVariance) ** 2;
      total += weights[t];
    });
    return { variance, noise: fourth / total / count };
  });
  return shrunkVariances(estimates.map(({ variance }) => variance), estimates.map(({ noise }) => noise));
}

function varianceOf(series: Float64Array, weights: Float64Array): number {
  return regress(series, [], weights).residualVariance;
}

/** A price that never moves, as of a money fund kept at one dollar, says nothing of risk. */
function isFlat(series: Float64Array): boolean {
  return series.every((value) => !Number.isFinite(value) || Math.abs(value) < 1e-12);
}
