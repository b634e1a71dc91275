import type { ImportRow } from '../format';
import { findAssetType } from '../table/asset-type';
import { readCusip } from '../table/cusip';

/** What a row says its security is. */
export type Security = Pick<ImportRow, 'symbol' | 'cusip' | 'assetType'>;

/** The security of a symbol or CUSIP; bonds have neither in the download, only a name. */
export function readSecurity(symbol: string | null, description: string | null): Security {
  const assetType = findAssetType({ symbol, description });
  return { symbol, cusip: assetType === 'option' ? null : readCusip(symbol), assetType };
}

/** True for the settlement fund, which is an account's money: VMFXX, or a name that says so. */
export function isSettlementFund(symbol: string | null, description: string | null): boolean {
  if (symbol !== null) return /^(?:VMFXX|CASH)$/i.test(symbol);
  return /^(?:cash\b|.*settlement fund|vanguard federal money market|vanguard cash (?:deposit|plus))/i.test(description ?? '');
}
