import Decimal from 'decimal.js';
import { holdings } from '../contract/holdings';
import { toPlaces, type IsoDate } from '../units';
import type { ImportRow } from './format';

/** A row for the Securities table; the asset class is for the user to say. */
export interface ImportedSecurity {
  readonly symbol: string;
  /** The file's description. */
  readonly name?: string;
  readonly cusip?: string;
  /** Three letters; absent in the currency of the book. */
  readonly currency?: string;
  /** Dollars per unit of quantity, so per dollar of face for a bond. */
  readonly price: number;
  readonly priceDate?: IsoDate;
  /** Absent when the file does not tell a stock from an ETF. */
  readonly type?: 'Cash' | 'Mutual fund' | 'Bond';
  /** A security known by a description only has no symbol to trade it by. */
  readonly tradable?: 'Hold';
}

const longestSymbol = holdings.columns.symbol.length ?? Infinity;

/** A description in place of a symbol may be too long for one; its end, with rate and maturity, tells bonds apart. */
export const asSymbol = (text: string) => text.slice(-Math.min(text.length, longestSymbol)).trim();

/** Dollars per unit of quantity; files price bonds per 100 of face. */
export function pricePerUnit({ price, marketValue, quantity, assetType }: ImportRow): number | null {
  if (price !== null) return assetType === 'bond' ? new Decimal(price).div(100).toNumber() : price;
  return marketValue === null || !quantity ? null : toPlaces(marketValue / quantity, 6);
}

/** Nasdaq's fifth letter X marks a mutual fund, and XX a money fund. */
export function guessType({ symbol, assetType }: ImportRow): ImportedSecurity['type'] {
  if (assetType === 'bond') return 'Bond';
  if (/^[A-Z]{3}XX$/.test(symbol ?? '')) return 'Cash';
  return /^[A-Z]{4}X$/.test(symbol ?? '') ? 'Mutual fund' : undefined;
}
