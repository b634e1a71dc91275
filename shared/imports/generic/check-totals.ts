import Decimal from 'decimal.js';
import type { ImportRow } from '../format';

/** A total that is not the sum of any rows it could stand for. */
export interface WrongTotal {
  readonly total: ImportRow;
  /** Sum of all rows of its account above it, in dollars. */
  readonly sum: number;
}

/**
 * Compares totals with the rows they could stand for: those above, since another total, since the beginning or of the account;
 * or those below, as far as another total, where a heading carries it. Lots of a position are not counted beside it. A list of totals
 * alone is none of sums, but one total has lost its rows.
 */
export function findWrongTotals(rows: readonly ImportRow[]): WrongTotal[] {
  if (!rows.some(({ kind }) => kind === 'total')) return [];
  const sums = new Sums(rows);
  const wrong = rows.flatMap((total, index) => {
    if (total.kind !== 'total' || total.marketValue === null) return [];
    const amount = total.marketValue;
    return sums.isSumNear(index, amount) ? [] : [{ total, sum: sums.ofAccount(total.account, index) }];
  });
  return sums.any || rows.length === 1 ? wrong : [];
}

/** How many totals before and after one are looked at, so that a file of totals stays quick. */
const reach = 40;

/** Sums of the values of any run of rows. */
export class Sums {
  private readonly before: Decimal[] = [new Decimal(0)];
  private readonly unknown: number[] = [0];
  private readonly counted: number[] = [0];
  private readonly isCounted: boolean[] = [];
  private readonly bounds: number[] = [];

  constructor(private readonly rows: readonly ImportRow[]) {
    let position: ImportRow | undefined;
    rows.forEach((row, k) => {
      if (row.kind === 'position') position = row;
      const counts = row.kind === 'position' || row.kind === 'cash' || row.kind === 'pending-cash' || (row.kind === 'lot' && !isLotOf(row, position));
      this.isCounted.push(counts);
      this.before.push(counts ? this.before[k].plus(row.marketValue ?? 0) : this.before[k]);
      this.unknown.push(this.unknown[k] + (counts && row.marketValue === null ? 1 : 0));
      this.counted.push(this.counted[k] + (counts ? 1 : 0));
      if (row.kind === 'total') this.bounds.push(k);
    });
  }

  /** False when nothing was counted, as in a list of totals alone. */
  get any(): boolean {
    return (this.counted.at(-1) ?? 0) > 0;
  }

  /** Whether the rows of any run that ends at `index`, or begins there, add up to `amount`, or its account's rows do. */
  isSumNear(index: number, amount: number): boolean {
    const { account } = this.rows[index];
    const at = this.bounds.indexOf(index);
    const starts = [0, ...this.bounds.slice(Math.max(0, at - reach), at)];
    const ends = [...this.bounds.slice(at + 1, at + 1 + reach), this.rows.length];
    if (starts.some((start) => this.matches(start, index, amount, account)) || ends.some((end) => this.matches(index, end, amount, account))) return true;
    return Math.abs(this.ofAccount(account, index) - amount) <= 0.01 + 0.005 * this.counted[index];
  }

  /** Sum of the counted rows of an account above a row. */
  ofAccount(account: string | null, index: number): number {
    return this.rows.slice(0, index).reduce((sum, row, k) => (this.isCounted[k] && row.account === account ? sum.plus(row.marketValue ?? 0) : sum), new Decimal(0)).toNumber();
  }

  /** Values are printed to the cent, each up to half a cent off; a sum with an unknown value of the same account contradicts nothing. */
  private matches(start: number, end: number, amount: number, account: string | null): boolean {
    const rows = this.counted[end] - this.counted[start];
    if (rows === 0) return false;
    if (this.unknown[end] > this.unknown[start]) return this.hasUnknown(start, end, account);
    return this.before[end].minus(this.before[start]).minus(amount).abs().lte(0.01 + 0.005 * rows);
  }

  private hasUnknown(start: number, end: number, account: string | null): boolean {
    return this.rows.slice(start, end).some((row, k) => this.isCounted[start + k] && row.marketValue === null && (account === null || row.account === account));
  }
}

const isLotOf = (lot: ImportRow, position: ImportRow | undefined): boolean => position !== undefined && position.account === lot.account && position.symbol === lot.symbol;
