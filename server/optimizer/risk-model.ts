import type { FactorModel, RiskClass, Security } from '../../shared/book/book';
import { cholesky } from '../../shared/analytics/cholesky';
import { classLoadings, factors, sectorVolatility, specificVolatility } from './default-risk';

/**
 * Annual covariance of a universe in factor form with unit factors: `Σ = B Bᵀ + diag(σ²)`.
 * `loadings` is row-major, one row of `size` numbers per security.
 */
export interface RiskModel {
  readonly level: 0 | 1 | 2;
  readonly size: number;
  readonly loadings: Float64Array;
  /** Specific variance per security, 1/year. */
  readonly specific: Float64Array;
  /** What the level's table lacks, so that a lower level stands in: at level 1 risk classes, at level 2 symbols. */
  readonly missing: readonly string[];
}

type Row = ReadonlyMap<string, number>;

/** How one level sees a security; undefined when it knows nothing of it. */
interface Sight {
  readonly row: Row;
  /** Specific volatility a year. */
  readonly specific: number;
}

/**
 * The best risk model the data allow: level 2 with a factor model, level 1 with risk classes, else the documented defaults.
 * What a level does not know is seen by the next one below, uncorrelated with the level's own factors.
 */
export function riskModel(securities: readonly Security[], riskClasses: readonly RiskClass[], factorModel?: FactorModel): RiskModel {
  const byClass = riskClasses.length > 0 ? classRows(riskClasses) : undefined;
  const level = factorModel ? 2 : byClass ? 1 : 0;
  const missing = new Set<string>();
  const sights = securities.map((security): Sight => {
    const factored = factorModel && factorSight(security, factorModel);
    if (factored) return factored;
    const row = byClass?.get(normal(security.riskClass));
    if (security.type !== 'Cash' && (factorModel ?? (byClass && !row))) missing.add(factorModel ? security.symbol : security.riskClass);
    return { row: row ?? defaultRow(security), specific: specificVolatility[security.type] };
  });
  const names = [...new Set(sights.flatMap(({ row }) => [...row.keys()]))].sort();
  const loadings = new Float64Array(sights.length * names.length);
  sights.forEach(({ row }, i) => names.forEach((name, k) => { loadings[i * names.length + k] = row.get(name) ?? 0; }));
  const specific = Float64Array.from(sights, (sight) => sight.specific ** 2);
  return { level, size: names.length, loadings, specific, missing: [...missing].sort() };
}

const normal = (name: string): string => name.trim().toLowerCase();

/**
 * Level 2: own exposures, else those of the asset class's risk proxy. A security is not as diversified as a fund that stands in
 * for it, so its specific risk is then at least the default of its type.
 */
function factorSight(security: Security, model: FactorModel): Sight | undefined {
  if (security.type === 'Cash') return undefined;
  const own = model.exposures.get(security.symbol);
  if (own) return { row: factorRow(own.factors, model), specific: own.specific };
  const proxy = model.exposures.get(model.proxies.get(normal(security.assetClass)) ?? '');
  return proxy && { row: factorRow(proxy.factors, model), specific: Math.max(proxy.specific, specificVolatility[security.type]) };
}

/** One Cholesky factor per model: every account of a book uses the same. */
const factorRoots = new WeakMap<FactorModel, number[][]>();

/** `x·chol(Ω)`: exposures to unit factors. */
function factorRow(exposures: readonly number[], model: FactorModel): Row {
  const root = factorRoots.get(model) ?? cholesky(model.covariance);
  factorRoots.set(model, root);
  return numbered('factor', exposures.map((_, k) => exposures.reduce((sum, exposure, i) => sum + exposure * root[i][k], 0)));
}

/** A row over unit factors that have no names but their numbers; zeros are left out. */
const numbered = (kind: string, values: readonly number[]): Row =>
  new Map(values.flatMap((value, k): [string, number][] => (value === 0 ? [] : [[`${kind}:${String(k).padStart(4, '0')}`, value]])));

/** Level 0: loadings of the asset class, plus a sector factor for what names a sector. */
function defaultRow(security: Security): Row {
  const row = new Map<string, number>();
  if (security.type === 'Cash') return row;
  for (const [factor, beta] of Object.entries(classLoadings(security.assetClass))) {
    row.set(`default:${factor}`, beta * (factors[factor] ?? factors.Unknown));
  }
  if (security.sector && security.type === 'Stock') row.set(`sector:${normal(security.sector)}`, sectorVolatility);
  return row;
}

/** Level 1: a Cholesky factor of the classes' covariance, one row per class. */
function classRows(classes: readonly RiskClass[]): Map<string, Row> {
  const covariance = classes.map((a) => classes.map((b) => {
    const correlation = a === b ? 1 : a.correlations[b.name] ?? b.correlations[a.name] ?? 0;
    return a.volatility * b.volatility * correlation;
  }));
  const factor = cholesky(covariance);
  return new Map(classes.map((riskClass, i) => [normal(riskClass.name), numbered('class', factor[i])]));
}

/** `aᵀΣa` of active weights (fractions), cash left out because it is riskless; the tracking error is its root. */
export function activeVariance(model: RiskModel, active: Float64Array): number {
  const exposure = factorExposure(model, active);
  let variance = 0;
  for (let k = 0; k < model.size; k += 1) variance += exposure[k] ** 2;
  for (let i = 0; i < active.length; i += 1) variance += model.specific[i] * active[i] ** 2;
  return variance;
}

/** `Bᵀa`: exposure to each unit factor. */
export function factorExposure(model: RiskModel, active: Float64Array): Float64Array {
  const exposure = new Float64Array(model.size);
  for (let i = 0; i < active.length; i += 1) {
    if (active[i] === 0) continue;
    for (let k = 0; k < model.size; k += 1) exposure[k] += model.loadings[i * model.size + k] * active[i];
  }
  return exposure;
}

/** `Σa`: covariance of each security with the active portfolio. */
export function activeCovariance(model: RiskModel, active: Float64Array): Float64Array {
  const exposure = factorExposure(model, active);
  return Float64Array.from(active, (weight, i) => {
    let value = model.specific[i] * weight;
    for (let k = 0; k < model.size; k += 1) value += model.loadings[i * model.size + k] * exposure[k];
    return value;
  });
}
