import type { ImportRow } from '../format';
import { readCusip } from '../table/cusip';

/** What a row's symbol and type say about the security. */
export type SecurityFacts = Pick<ImportRow, 'symbol' | 'cusip' | 'assetType'>;

/** `SPY 07/03/2026 550.00 P`; a spreadsheet may have dropped zeros. */
const option = /^\S{1,7} \d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2}) [\d.,]+ [CP]$/i;
const ticker = /^[A-Z]{1,5}(?:[./][A-Z]{1,3})?$/;

/**
 * Bonds and delisted shares have a CUSIP for a symbol, whose leading zeros a spreadsheet drops. `type` is the asset type column;
 * a bond fund is "Fixed Income" there too, so a ticker is never a bond.
 */
export function identify(text: string | null, type: string | null): SecurityFacts {
  const symbol = text === null || /^no number$/i.test(text) ? null : text;
  if (symbol === null) return { symbol, cusip: null, assetType: null };
  if (option.test(symbol) || /^options?$/i.test(type ?? '')) return { symbol, cusip: null, assetType: 'option' };
  const cusip = readCusip(symbol);
  const isBond = !ticker.test(symbol) && /fixed income|\bbonds?\b|treasur|\bcds?\b|certificates? of deposit/i.test(type ?? '');
  return { symbol: cusip ?? symbol, cusip, assetType: isBond ? 'bond' : null };
}
