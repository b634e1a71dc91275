import type { Tables } from '../contract';
import type { FactorModel } from './book';
import { compareText, nameKey } from './names';
import type { Row } from './rows';

type Input = Pick<Tables, 'exposures' | 'factorCovariance' | 'assetClasses'>;

/**
 * The factor model, when there are both exposures and factors. Factors are those of Factor covariance, in name order; a pair
 * that its rows give twice counts as the first of them says, one that no row gives is uncorrelated. Exposures of symbols that
 * neither the book nor a risk proxy knows are left out. Of two rows for one name the first counts.
 */
export function buildFactorModel({ exposures = [], factorCovariance = [], assetClasses = [] }: Input, findSymbol: (typed: string) => string | undefined): FactorModel | undefined {
  const { factors, covariance } = buildFactorCovariance(factorCovariance);
  if (exposures.length === 0 || factors.length === 0) return undefined;
  const keys = factors.map(nameKey);
  const proxies = proxySymbols(assetClasses, findSymbol);
  const wanted = new Set(proxies.values());
  const bySymbol = firstByName(exposures, ({ symbol }) => symbol);
  return {
    factors,
    covariance,
    exposures: new Map([...bySymbol.values()].flatMap((row) => {
      const symbol = findSymbol(row.symbol.trim()) ?? row.symbol.trim();
      if (findSymbol(symbol) === undefined && !wanted.has(symbol)) return [];
      const given = byKey(row.exposures);
      return [[symbol, { factors: keys.map((key) => given.get(key) ?? 0), specific: Math.max(0, row.specificRisk) }] as const];
    }).sort(([a], [b]) => compareText(a, b))),
    proxies,
  };
}

/** The factors in name order and their covariance. */
export function buildFactorCovariance(rows: readonly Row<'factorCovariance'>[]): Pick<FactorModel, 'factors' | 'covariance'> {
  const named = [...firstByName(rows, ({ factor }) => factor).values()]
    .map(({ factor, covariances }) => ({ name: factor.trim(), given: byKey(covariances) }))
    .sort((a, b) => compareText(a.name, b.name));
  const factors = named.map(({ name }) => name);
  return { factors, covariance: named.map((_, i) => named.map((__, j) => pair(named[Math.min(i, j)], named[Math.max(i, j)]))) };
}

interface NamedRow {
  readonly name: string;
  readonly given: ReadonlyMap<string, number>;
}

const pair = (one: NamedRow, other: NamedRow): number => one.given.get(nameKey(other.name)) ?? other.given.get(nameKey(one.name)) ?? 0;

function firstByName<One>(rows: readonly One[], name: (row: One) => string): Map<string, One> {
  const found = new Map<string, One>();
  for (const row of rows) {
    const key = nameKey(name(row));
    if (key !== '' && !found.has(key)) found.set(key, row);
  }
  return found;
}

const byKey = (values: Readonly<Record<string, number>>): Map<string, number> =>
  new Map(Object.entries(values).map(([name, value]) => [nameKey(name), value]));

function proxySymbols(rows: readonly Row<'assetClasses'>[], findSymbol: (typed: string) => string | undefined): Map<string, string> {
  return new Map([...firstByName(rows.filter(({ riskProxy }) => riskProxy), ({ assetClass }) => assetClass)].map(([key, { riskProxy }]) => {
    const typed = riskProxy!.trim();
    return [key, findSymbol(typed) ?? typed];
  }));
}
