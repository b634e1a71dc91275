import { addsUp } from '../table/sums';
import { Sums } from './check-totals';
import type { ImportRow } from '../format';

/** True for a row that could be the total of a class, under a heading in place of a security: a value, and nothing that makes one. */
const isHeading = ({ kind, symbol, description, cusip, quantity, price, unitCost, acquired, marketValue }: ImportRow): boolean =>
  kind !== 'total' && kind !== 'cash' && kind !== 'pending-cash' && cusip === null && (symbol === null || symbol === description) && quantity === null && price === null && unitCost === null && acquired === null && marketValue !== null;

/** `Cash` above the rows of cash that it is the sum of. */
function isCashHeading(rows: readonly ImportRow[], at: number): boolean {
  const { kind, description, marketValue } = rows[at];
  if (kind !== 'cash' || marketValue === null || rows[at + 1]?.kind !== 'cash' || !/^(?:cash|cash (?:&|and) .*|cash equivalents?|money markets?)$/i.test(description ?? '')) return false;
  const end = rows.findIndex((row, k) => k > at && row.kind !== 'cash');
  return addsUp(rows.slice(at + 1, end < 0 ? rows.length : end).map((row) => row.marketValue), marketValue);
}

/** The rows, headings that carry the sum of rows below or above them made totals. One that is no such sum stays what it is. */
export function markHeadings(rows: readonly ImportRow[]): ImportRow[] {
  const counted = rows.map((row, k): ImportRow => (isCashHeading(rows, k) ? { ...row, kind: 'total', symbol: null, quantity: null, price: null, assetType: null } : row));
  if (!counted.some(isHeading)) return counted;
  const asTotals = counted.map((row): ImportRow => (isHeading(row) ? { ...row, kind: 'total' } : row));
  const sums = new Sums(asTotals);
  return counted.map((row, k) => (isHeading(row) && sums.isSumNear(k, row.marketValue ?? 0) ? asTotals[k] : row));
}
