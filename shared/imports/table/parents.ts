import Decimal from 'decimal.js';
import type { ImportRow } from '../format';

/** The same rows of a list of lots; a row without a day that the lots right below it add up to is their position, so nothing counts twice. */
export function markParents(rows: readonly ImportRow[]): ImportRow[] {
  return rows.map((row, index) => (row.kind === 'lot' && row.acquired === null && isSumOf(row, lotsBelow(rows, index)) ? { ...row, kind: 'position' } : row));
}

function lotsBelow(rows: readonly ImportRow[], index: number): ImportRow[] {
  const below = rows.slice(index + 1);
  const end = below.findIndex((row) => row.kind !== 'lot' || row.acquired === null || row.account !== rows[index].account || row.symbol !== rows[index].symbol);
  return end < 0 ? below : below.slice(0, end);
}

function isSumOf({ quantity }: ImportRow, lots: readonly ImportRow[]): boolean {
  if (quantity === null || lots.length === 0 || lots.some((lot) => lot.quantity === null)) return false;
  const sum = lots.reduce((total, lot) => total.plus(lot.quantity ?? 0), new Decimal(0));
  return sum.minus(quantity).abs().lte(0.00005 * (lots.length + 1));
}
