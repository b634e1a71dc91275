import type { IsoDate } from '../units';
import type { Account, Book, Product, Substitute } from './book';
import { compareText, nameKey } from './names';
import type { Row } from './rows';
import { parseTaxTypes } from './tax-types';

/** Finds the symbol of a security however its case is typed. */
type FindSymbol = (typed: string | undefined) => string | undefined;

/**
 * The approved pairs by original, rank and symbol. Undefined when the table has no rows: then nobody has said what may
 * stand in for what. A row for a product is one for each symbol that implements it. Rows of unknown securities, and of a security
 * for itself, are left out.
 */
export function buildSubstitutes(rows: readonly Row<'substitutes'>[], findSymbol: FindSymbol, products: readonly Product[] = []): Substitute[] | undefined {
  if (rows.length === 0) return undefined;
  const held = (name: string): string[] => products.filter((product) => nameKey(product.name) === nameKey(name)).map((product) => product.implements);
  return rows
    .flatMap((row) => (findSymbol(row.for) === undefined ? held(row.for ?? '').map((symbol) => ({ ...row, for: symbol })) : [row]))
    .flatMap((row) => toSubstitute(row, findSymbol) ?? [])
    .sort((a, b) => compareText(a.for, b.for) || a.rank - b.rank || compareText(a.symbol, b.symbol) || compareText(JSON.stringify(a), JSON.stringify(b)));
}

function toSubstitute(row: Row<'substitutes'>, findSymbol: FindSymbol): Substitute | undefined {
  const original = findSymbol(row.for);
  const symbol = findSymbol(row.substitute);
  if (original === undefined || symbol === undefined || original === symbol) return undefined;
  return {
    for: original,
    symbol,
    isHeld: row.use !== 'Buy when harvesting',
    isBought: row.use !== 'Hold instead',
    rank: row.rank ?? 1,
    hurdle: row.hurdle,
    taxTypes: parseTaxTypes(row.taxTypes).taxTypes,
    from: row.from,
    until: row.until,
  };
}

/** The pairs approved for an account today; empty where it accepts no substitutes, undefined where there is no table. */
export function approvedSubstitutes(
  { substitutes, asOf }: Pick<Book, 'substitutes' | 'asOf'>,
  { taxType, settings }: Pick<Account, 'taxType' | 'settings'>,
): readonly Substitute[] | undefined {
  if (!settings.acceptSubstitutes) return [];
  return substitutes?.filter((substitute) => substitute.taxTypes.includes(taxType) && isInForce(substitute, asOf));
}

function isInForce({ from, until }: Substitute, asOf: IsoDate): boolean {
  return (from === undefined || from <= asOf) && (until === undefined || asOf <= until);
}
