import Decimal from 'decimal.js';
import { findUnit } from './arithmetic';

/** True for a header whose amounts are in hundredths of its currency: `Price (pence)`, `Unit cost (p)`, `Price GBX`. */
export const isInPence = (header: string): boolean => /\bpence\b|\(p\)|\bGBX\b|\bGBp\b/.test(header);

/** Pence as pounds. */
export const toPounds = (pence: number): number => new Decimal(pence).div(100).toNumber();

/** A price beside `GBX`, in pounds when that is what makes the value. */
export function priceInPounds(currency: string | null, { quantity, price, marketValue }: { readonly quantity: number | null; readonly price: number | null; readonly marketValue: number | null }): number | null {
  const inPence = currency !== null && /^GB(?:X|p)$/.test(currency) && findUnit(quantity, price, marketValue) === 0.01;
  return price !== null && inPence ? toPounds(price) : price;
}
