import type { RiskClass, Security } from '../../shared/book/book';
import { classLoadings, factors, sectorVolatility, specificVolatility } from './default-risk';

/**
 * Annual covariance of a universe in factor form with unit factors: `Σ = B Bᵀ + diag(σ²)`.
 * `loadings` is row-major, one row of `size` numbers per security.
 */
export interface RiskModel {
  readonly level: 0 | 1;
  readonly size: number;
  readonly loadings: Float64Array;
  /** Specific variance per security, 1/year. */
  readonly specific: Float64Array;
  /** Risk classes named by securities but absent from the table: these securities use the defaults. */
  readonly missing: readonly string[];
}

type Row = ReadonlyMap<string, number>;

/** The best risk model the data allow: level 1 when risk classes are given, else the documented defaults. */
export function riskModel(securities: readonly Security[], riskClasses: readonly RiskClass[]): RiskModel {
  const byClass = riskClasses.length > 0 ? classRows(riskClasses) : undefined;
  const missing = new Set<string>();
  const rows = securities.map((security): Row => {
    const row = byClass?.get(normal(security.riskClass));
    if (row) return row;
    if (byClass && security.type !== 'Cash') missing.add(security.riskClass);
    return defaultRow(security);
  });
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
  const loadings = new Float64Array(rows.length * names.length);
  rows.forEach((row, i) => names.forEach((name, k) => { loadings[i * names.length + k] = row.get(name) ?? 0; }));
  const specific = Float64Array.from(securities, (security) => specificVolatility[security.type] ** 2);
  return { level: byClass ? 1 : 0, size: names.length, loadings, specific, missing: [...missing].sort() };
}

const normal = (name: string): string => name.trim().toLowerCase();

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
  return new Map(classes.map((riskClass, i) => [
    normal(riskClass.name),
    new Map(factor[i].flatMap((value, k): [string, number][] => (value === 0 ? [] : [[`class:${String(k).padStart(4, '0')}`, value]]))),
  ]));
}

/** Lower Cholesky factor of a positive semi-definite matrix; a pivot that is zero within rounding gives a zero column. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let j = 0; j < size; j += 1) {
    let pivot = matrix[j][j];
    for (let k = 0; k < j; k += 1) pivot -= lower[j][k] ** 2;
    if (pivot <= 1e-12 * Math.max(1e-4, matrix[j][j])) continue;
    lower[j][j] = Math.sqrt(pivot);
    for (let i = j + 1; i < size; i += 1) {
      let value = matrix[i][j];
      for (let k = 0; k < j; k += 1) value -= lower[i][k] * lower[j][k];
      lower[i][j] = value / lower[j][j];
    }
  }
  return lower;
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
