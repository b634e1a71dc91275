import type { IsoDate } from '../units';
import { nameKey } from './names';
import { isInForce } from './overrides';
import type { Row } from './rows';

/** A price that an override puts in place of that of Securities. */
export interface UsedPrice {
  readonly symbol: string;
  readonly price: number;
  readonly override: Row<'overrides'>;
}

/**
 * The overrides *Use price* in force, by lower-cased symbol. Prices are one for the whole book, so only scope Firm counts; of
 * two rows for one symbol none does, and a check has reported them.
 */
export function usedPrices(overrides: readonly Row<'overrides'>[], asOf: IsoDate): Map<string, UsedPrice> {
  const found = new Map<string, UsedPrice | undefined>();
  for (const row of overrides) {
    const { override, scope, symbol, value } = row;
    if (override !== 'Use price' || scope !== 'Firm' || !symbol?.trim() || !isInForce(row, asOf)) continue;
    if (value === undefined || !(Number.isFinite(value) && value > 0)) continue;
    const key = nameKey(symbol);
    found.set(key, found.has(key) ? undefined : { symbol: symbol.trim(), price: value, override: row });
  }
  return new Map([...found].flatMap(([key, used]) => (used ? [[key, used] as const] : [])));
}

/** Securities with the prices of the run. */
export function withUsedPrices(rows: readonly Row<'securities'>[], overrides: readonly Row<'overrides'>[], asOf: IsoDate): readonly Row<'securities'>[] {
  const used = usedPrices(overrides, asOf);
  if (used.size === 0) return rows;
  return rows.map((row) => {
    const found = used.get(nameKey(row.symbol ?? ''));
    return found ? { ...row, price: found.price, priceDate: asOf } : row;
  });
}
