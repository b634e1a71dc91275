import type { Security } from './book';
import { compareText, nameFinder, nameKey, oneSpelling } from './names';
import type { Row } from './rows';

/** The symbol of cash; one share of it is one unit of the book's currency. */
export const cashSymbol = 'CASH';

/** Buy rank of a security whose rank is blank: after every ranked one. */
export const unranked = 1_000_000;

const defaultSpread = 0.0002;
const roundToByType: Record<Security['type'], number> = {
  Stock: 1,
  ETF: 1,
  Bond: 1,
  Other: 1,
  'Mutual fund': 0.001,
  Cash: 0.01,
};

/** True for what counts as cash: `CASH` itself and sweep funds (Type Cash). */
export function isCash(security: Security): boolean {
  return security.type === 'Cash';
}

/** Spellings that rows of other tables may use in another case. */
export interface Spellings {
  readonly assetClasses?: Iterable<string>;
  readonly riskClasses?: Iterable<string>;
}

/**
 * The securities by symbol, in symbol order, with `CASH` always there. Prices are in the book's currency (price × FX).
 * A row without symbol or with a price that is not positive is left out; of two rows for one symbol the first counts.
 */
export function buildSecurities(rows: readonly Row<'securities'>[], spellings: Spellings = {}): Map<string, Security> {
  const assetClass = oneSpelling(
    rows.map((row) => row.assetClass),
    spellings.assetClasses,
  );
  const riskClass = oneSpelling(
    rows.flatMap((row) => [row.riskClass, row.assetClass]),
    [...(spellings.assetClasses ?? []), ...(spellings.riskClasses ?? [])],
  );
  const washClass = oneSpelling(rows.map((row) => row.washSaleClass));
  const sector = oneSpelling(rows.map((row) => row.sector));
  const issuer = oneSpelling(rows.map((row) => row.issuer));
  const found = new Map<string, Security>([[cashSymbol, cash()]]);
  const seen = new Set<string>();
  for (const row of rows) {
    const symbol = nameKey(row.symbol ?? '') === nameKey(cashSymbol) ? cashSymbol : (row.symbol ?? '').trim();
    if (symbol === '' || seen.has(symbol) || !(symbol === cashSymbol || isPositive(row.price))) continue;
    seen.add(symbol);
    const security = toSecurity(row, symbol);
    found.set(symbol, {
      ...security,
      assetClass: assetClass(security.assetClass),
      riskClass: riskClass(security.riskClass),
      washClass: row.washSaleClass ? washClass(row.washSaleClass) : symbol,
      sector: row.sector && sector(row.sector),
      issuer: row.issuer && issuer(row.issuer),
    });
  }
  return new Map([...found].sort(([a], [b]) => compareText(a, b)));
}

/** Finds the symbol of a security however its case is typed. */
export function symbolFinder(securities: ReadonlyMap<string, Security>): (typed: string | undefined) => string | undefined {
  return nameFinder(securities.keys());
}

const isPositive = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value) && value > 0;
const orZero = (value: number | undefined): number => (isPositive(value) ? value : 0);

function cash(): Security {
  return {
    symbol: cashSymbol,
    name: 'Cash',
    price: 1,
    assetClass: 'Cash',
    type: 'Cash',
    washClass: cashSymbol,
    riskClass: 'Cash',
    buyRank: unranked,
    tradable: 'Yes',
    roundTo: roundToByType.Cash,
    tradeCost: 0,
    spread: 0,
    redemptionFee: 0,
    feeDays: 0,
  };
}

function toSecurity(row: Row<'securities'>, symbol: string): Security {
  const assetClass = row.assetClass ?? 'Unclassified';
  // A row for CASH may name it and class it, but a dollar stays a dollar.
  if (symbol === cashSymbol) {
    return { ...cash(), name: row.name ?? 'Cash', assetClass, riskClass: row.riskClass ?? assetClass, row: row.row };
  }
  const type = row.type ?? 'ETF';
  return {
    symbol,
    name: row.name,
    price: row.price! * (isPositive(row.fx) ? row.fx : 1),
    assetClass,
    type,
    sector: row.sector,
    issuer: row.issuer,
    washClass: row.washSaleClass ?? symbol,
    riskClass: row.riskClass ?? assetClass,
    buyRank: row.buyRank ?? unranked,
    tradable: row.tradable ?? 'Yes',
    roundTo: isPositive(row.roundTo) ? row.roundTo : roundToByType[type],
    tradeCost: orZero(row.tradeCost),
    spread: row.spread === 0 ? 0 : orZero(row.spread ?? (type === 'Cash' ? 0 : defaultSpread)),
    redemptionFee: orZero(row.redemptionFee),
    feeDays: orZero(row.feeDays),
    yield: row.yield,
    qualifiedShare: row.qualifiedShare,
    rating: row.rating,
    nextDistribution: row.nextDistribution,
    row: row.row,
  };
}
