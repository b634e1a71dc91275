import Decimal from 'decimal.js';
import type { ImportRow } from '../format';

type Described = Pick<ImportRow, 'symbol' | 'description' | 'quantity' | 'price' | 'marketValue'>;

/** Merrill does not say what a security is, but the value does: a bond is priced per 100 of face, an option per one of 100 shares. */
export function findAssetType({ symbol, description, quantity, price, marketValue }: Described): ImportRow['assetType'] {
  if (symbol?.includes('#') || /^(?:call|put)\s/i.test(description ?? '')) return 'option';
  if (!quantity || !price || !marketValue) return null;
  const ratio = new Decimal(marketValue).div(quantity).div(price).abs().toNumber();
  const near = (unit: number) => Math.abs(ratio / unit - 1) < 0.02;
  return near(0.01) ? 'bond' : near(100) ? 'option' : null;
}
