import Decimal from 'decimal.js';
import type { ImportRow } from '../format';

/** The same rows of a list of lots; a row without a day that the lots right below it add up to is their position, so nothing counts twice. */
export function markParents(rows: readonly ImportRow[]): ImportRow[] {
  return rows.map((row, index) => (row.kind === 'lot' && row.acquired === null && isSumOf(row, lotsBelow(rows, index)) ? { ...row, kind: 'position' } : row));
}

function lotsBelow(rows: readonly ImportRow[], index: number): ImportRow[] {
  const lots: ImportRow[] = [];
  for (let next = index + 1; next < rows.length; next += 1) {
    const row = rows[next];
    if (row.kind !== 'lot' || row.acquired === null || row.account !== rows[index].account || row.symbol !== rows[index].symbol) break;
    lots.push(row);
  }
  return lots;
}

function isSumOf({ quantity }: ImportRow, lots: readonly ImportRow[]): boolean {
  if (quantity === null || lots.length === 0 || lots.some((lot) => lot.quantity === null)) return false;
  const sum = lots.reduce((total, lot) => total.plus(lot.quantity ?? 0), new Decimal(0));
  return sum.minus(quantity).abs().lte(0.00005 * (lots.length + 1));
}
