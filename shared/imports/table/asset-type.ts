import Decimal from 'decimal.js';
import type { ImportRow } from '../format';
import { perUnit } from './sums';

/** What a file shows of a security in place of its type. */
interface Described {
  readonly symbol: string | null;
  readonly description: string | null;
}

/** `AMAT260424C400`, `-SPY260219P500.5`, `ARKK 270115 P 100.00`. */
const optionSymbol = /^-?[A-Z.]{1,6}\d?\s*\d{6}\s*[CP]\s*\d+(?:\.\d+)?$/i;
/** `CALL (AAPL) APPLE INC …`, `AMAT APR 24 2026 $400 CALL`. */
const optionDescription = /^(?:CALL|PUT) \(|\$\s?[\d,.]+ (?:CALL|PUT)$/i;
/** A rate and a day: `… 05.00000% 12/01/2041 …`, `… INDEX NOTE 1.875 01/15/36 …`. */
const bondDescription = /(?:\d\.\d+\s?%?|\d\s?%)\s+\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?!\d)/;

/** Options and bonds by how custodians write their symbols and descriptions; null for everything else. */
export function findAssetType({ symbol, description }: Described): 'option' | 'bond' | null {
  if (optionSymbol.test(symbol ?? '') || optionDescription.test(description ?? '')) return 'option';
  return bondDescription.test(description ?? '') ? 'bond' : null;
}

/** The same of a cell that holds a symbol or, of options and bonds, a description in its place: `… CD 4.10% 03/15/2028`. */
export const findTypeOfName = (name: string | null): 'option' | 'bond' | null => findAssetType({ symbol: name, description: name });

/** Dollars of a stated price times quantity: a bond is priced per 100 of face, an option is for 100 shares. */
export const pricedPer = (assetType: ImportRow['assetType']): number => (assetType === 'bond' ? 0.01 : assetType === 'option' ? 100 : 1);

/** Dollars at a stated price; null when either is unknown. */
export function worth(quantity: number | null, price: number | null, assetType: ImportRow['assetType']): number | null {
  if (quantity === null || price === null) return null;
  return new Decimal(quantity).times(price).times(pricedPer(assetType)).toNumber() + 0; // Nothing of a short position is 0, not -0.
}

/** The price, as files state it, of which `dollars` is the worth; to a millionth. Null when it cannot be known. */
export function priceOf(dollars: number | null, quantity: number | null, assetType: ImportRow['assetType']): number | null {
  return perUnit(dollars, quantity === null ? null : new Decimal(quantity).times(pricedPer(assetType)).toNumber());
}
