import { nearestCovariance } from '../analytics/nearest-covariance';
import { positiveSemidefinite } from '../analytics/covariance';
import { buildFactorCovariance, buildFactorModel } from '../book/factor-model';
import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { nearest } from '../contract/nearest';
import { isCashSymbol, percent, where, type Context, type Finding } from './check';

type Factor = TableRow<'factorCovariance'>;

/** Volatility a year that a security may have; a single stock calmer than the first is likelier a slip of units. */
const plausible = { stock: 0.05, least: 0.0005, most: 1.5 };
/** Two covariances are one when the correlation differs by no more. */
const symmetryTolerance = 1e-4;

/** K01: a pair of factors given twice with different covariances. */
export function* asymmetricFactors(context: Context): Generator<Finding> {
  const factors = context.tables.factorCovariance ?? [];
  const byName = new Map(factors.map((one) => [nameKey(one.factor), one]));
  const variance = (one: Factor): number => Math.max(0, covarianceOf(one, one.factor) ?? 0);
  for (const one of factors) {
    for (const [name, value] of Object.entries(one.covariances)) {
      const other = byName.get(nameKey(name));
      const back = other && covarianceOf(other, one.factor);
      // Each pair is reported from its later row.
      if (!other || back === undefined || (one.row ?? 0) < (other.row ?? 0)) continue;
      if (Math.abs(back - value) <= symmetryTolerance * Math.sqrt(variance(one) * variance(other))) continue;
      yield {
        table: 'factorCovariance', row: one.row, column: name, rowKey: one.factor, found: value, subject: [one.factor, name].map(nameKey).sort().join('\n'),
        message: `Covariance of ${one.factor} and ${name} is ${value} at ${where(context, 'factorCovariance', one.row, name)}, and ${back} the other way round.`,
        fix: 'Make both cells equal, or clear one of them.',
      };
    }
  }
}

/** K02: covariances that cannot occur together, and how far the nearest ones are that can. */
export function* impossibleFactors(context: Context): Generator<Finding> {
  const rows = context.tables.factorCovariance ?? [];
  const model = buildFactorCovariance(rows);
  if (positiveSemidefinite(model.covariance)) return;
  const { most, change } = nearestCovariance(model.covariance);
  const [one, other] = [model.factors[most.row], model.factors[most.column]];
  const row = rows.find(({ factor }) => nameKey(factor) === nameKey(one))?.row;
  const show = (value: number): string => String(Number(value.toPrecision(4)));
  yield {
    table: 'factorCovariance', row, column: other, rowKey: one, found: show(most.from),
    message: `The covariances in Factor covariance cannot all be true at once (${where(context, 'factorCovariance', row, other)}): some mix of factors would have a negative variance. `
      + `The nearest that can be true differ by ${percent(Number(change.toPrecision(2)))} of the whole, most in ${one} and ${other}: ${show(most.to)} instead of ${show(most.from)}.`,
    fix: 'Maybe one covariance has the wrong sign or a blank cell should be filled. "rebal risk nearest" writes the nearest ones into a copy.',
  };
}

/** K03: securities that are held or wanted, and that the factor model does not know. */
export function* withoutExposures(context: Context): Generator<Finding> {
  const { tables, index } = context;
  if (!tables.exposures?.length || !tables.factorCovariance?.length) return;
  const known = new Set(tables.exposures.map(({ symbol }) => nameKey(symbol)));
  const covered = new Set((tables.assetClasses ?? []).filter(({ riskProxy }) => riskProxy && known.has(nameKey(riskProxy))).map(({ assetClass }) => nameKey(assetClass)));
  for (const { symbol, assetClass, row } of tables.securities) {
    if (known.has(nameKey(symbol)) || covered.has(nameKey(assetClass ?? '')) || isCashSymbol(context, symbol) || index.dependents(symbol).length === 0) continue;
    yield {
      table: 'securities', row, column: 'symbol', rowKey: symbol, found: symbol,
      message: `${symbol} at ${where(context, 'securities', row, 'symbol')} has no exposures: its risk comes from its risk class, as if it moved with nothing in Exposures.`,
      fix: 'Add it to Exposures, or give its asset class a Risk proxy that is there.',
    };
  }
}

/** K04: securities whose risk by the factor model is of implausible size. */
export function* implausibleRisks(context: Context): Generator<Finding> {
  const { exposures = [] } = context.tables;
  const model = buildFactorModel(context.tables, (symbol) => symbol);
  if (!model) return;
  for (const { symbol, row } of exposures) {
    const exposure = model.exposures.get(symbol.trim());
    if (!exposure) continue;
    const { factors, specific } = exposure;
    const variance = factors.reduce((sum, a, j) => sum + a * factors.reduce((inner, b, k) => inner + b * model.covariance[j][k], 0), specific ** 2);
    const volatility = Math.sqrt(Math.max(0, variance));
    const least = context.index.security(symbol)?.type === 'Stock' ? plausible.stock : plausible.least;
    if ((volatility >= least && volatility <= plausible.most) || isCashSymbol(context, symbol)) continue;
    yield {
      table: 'exposures', row, column: 'specificRisk', rowKey: symbol, found: volatility, subject: volatility > plausible.most ? 'large' : 'small',
      message: `Factors and specific risk give ${symbol} a volatility of ${percent(volatility)} a year at ${where(context, 'exposures', row)}.`,
      fix: volatility > plausible.most ? 'Maybe covariances or exposures are in percent where fractions are meant.' : 'Maybe covariances are of one day or month, not of a year.',
    };
  }
}

/** K05: Exposures and Factor covariance that do not name the same factors. */
export function* unmatchedFactors(context: Context): Generator<Finding> {
  const { exposures = [], factorCovariance = [] } = context.tables;
  if (exposures.length === 0 && factorCovariance.length === 0) return;
  if (exposures.length === 0 || factorCovariance.length === 0) {
    const [has, lacks, table] = exposures.length > 0 ? ['Exposures', 'Factor covariance', 'exposures' as const] : ['Factor covariance', 'Exposures', 'factorCovariance' as const];
    yield { table, message: `${has} has rows, ${lacks} has none.`, fix: 'A factor model needs both sheets. Fill the other one, or clear this one.' };
    return;
  }
  const factors = new Map(factorCovariance.map(({ factor }) => [nameKey(factor), factor]));
  const exposed = new Set<string>();
  for (const { row, exposures: given } of exposures) {
    for (const name of Object.keys(given)) if (exposed.size < exposed.add(nameKey(name)).size && !factors.has(nameKey(name))) yield unknownFactor(context, 'exposures', row, name, factors);
  }
  for (const one of factorCovariance) {
    for (const name of Object.keys(one.covariances)) if (!factors.has(nameKey(name))) yield unknownFactor(context, 'factorCovariance', one.row, name, factors);
    if (covarianceOf(one, one.factor) === undefined) yield lacking(context, one, `has no variance: its own column ${JSON.stringify(one.factor)} is missing or blank`);
    if (!exposed.has(nameKey(one.factor))) yield lacking(context, one, 'has no column in Exposures');
  }
}

function unknownFactor(context: Context, table: 'exposures' | 'factorCovariance', row: number | undefined, name: string, factors: ReadonlyMap<string, string>): Finding {
  const meant = nearest(nameKey(name), factors.keys());
  return {
    table, row, column: name, found: name, subject: `column ${nameKey(name)}`,
    message: `Column "${name}" at ${where(context, table, row, name)} holds numbers and is no factor: Factor covariance has no such row.`,
    fix: meant === undefined ? 'Add the factor to Factor covariance, or move the column out of the table.' : `Maybe it means "${factors.get(meant)}".`,
  };
}

function lacking(context: Context, { factor, row }: Factor, what: string): Finding {
  return {
    table: 'factorCovariance', row, column: 'factor', rowKey: factor, found: factor, subject: `${nameKey(factor)} ${what}`,
    message: `Factor ${factor} at ${where(context, 'factorCovariance', row, 'factor')} ${what}.`,
    fix: 'Maybe the header there is spelled otherwise.',
  };
}

/** A factor's covariance with another; undefined when its row does not say. */
function covarianceOf({ covariances }: Factor, name: string): number | undefined {
  return covariances[name] ?? Object.entries(covariances).find(([other]) => nameKey(other) === nameKey(name))?.[1];
}
