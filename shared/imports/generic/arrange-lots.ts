import Decimal from 'decimal.js';
import type { ImportKind, ImportRow } from '../format';

/** A row of a table of holdings, before it is known whether it is a position or one of its lots. */
export interface HeldRow {
  readonly row: ImportRow;
  /** True when the row leaves its security to the row above: a blank, or a day in the symbol's place. */
  readonly continued: boolean;
  /** True when it says that it stands for lots of several days. */
  readonly several: boolean;
}

/** A row with its kind. */
export interface Arranged extends HeldRow {
  readonly kind: Extract<ImportKind, 'position' | 'lot' | 'total'>;
}

/**
 * Tells positions from their lots. A row is a position when the rows of its security that follow add up to it: in shares,
 * and in cost too when it has a day of its own, for lots of 100, 50 and 50 shares may all be lots. Linear in the rows.
 */
export function arrangeLots(held: readonly HeldRow[]): Arranged[] {
  const dated = held.some(({ row }) => row.acquired !== null || row.lotId !== null);
  const groups = groupBySecurity(held);
  const nested = groups.some((group) => group.length > 2 && endOfLots(group, 0, false) > 1);
  return groups.flatMap((group) => arrangeGroup(group, dated, nested));
}

function groupBySecurity(held: readonly HeldRow[]): HeldRow[][] {
  const groups: HeldRow[][] = [];
  let closed = true;
  for (const item of held) {
    const above = groups.at(-1);
    const same = above !== undefined && keyOf(above[0].row) === keyOf(item.row);
    if (above && (item.continued || (same && !closed))) above.push(item);
    else groups.push([item]);
    // A security that is named again after rows that were not is a second position.
    closed = item.continued;
  }
  return groups;
}

const keyOf = ({ account, symbol, cusip, description, accountType }: ImportRow) => [account, symbol ?? cusip ?? description, accountType].join('\u0000');

function arrangeGroup(group: readonly HeldRow[], dated: boolean, nested: boolean): Arranged[] {
  if (group.length === 1) return [{ ...group[0], kind: dated && isLot(group[0], nested) ? 'lot' : 'position' }];
  const arranged: Arranged[] = [];
  let loose = new Decimal(0);
  let lots = 0;
  for (let k = 0; k < group.length; k += 1) {
    const end = endOfLots(group, k, nested);
    if (end > k) {
      group.slice(k, end + 1).forEach((item, n) => arranged.push({ ...item, kind: n === 0 ? 'position' : 'lot' }));
      k = end;
      lots = 0;
      continue;
    }
    const { row } = group[k];
    const sumsUp = lots >= 2 && row.acquired === null && row.lotId === null && row.quantity !== null && isNear(loose, row.quantity, lots);
    const kind = sumsUp ? 'total' : dated && isLot(group[k], nested) ? 'lot' : 'position';
    arranged.push({ ...group[k], kind });
    lots = sumsUp ? 0 : lots + 1;
    loose = sumsUp ? new Decimal(0) : loose.plus(row.quantity ?? 0);
  }
  return arranged;
}

/** Among rows with days, one without is a lot of unknown day, unless others show that positions have rows of their own. */
const isLot = ({ row, continued, several }: HeldRow, nested: boolean): boolean => !several && (row.acquired !== null || row.lotId !== null || !nested || continued);

/** Nobody has more lots of one position; beyond this adding up stops, so that a file of one security stays quick. */
const mostLots = 5000;

/** Index of the last lot of the position at `from`; `from` itself when it is no position with lots. */
function endOfLots(group: readonly HeldRow[], from: number, nested: boolean): number {
  const { row } = group[from];
  if (from + 1 >= group.length) return from;
  if (row.quantity !== null) {
    let sum = new Decimal(0);
    for (let k = from + 1; k < group.length && k - from <= mostLots; k += 1) {
      sum = sum.plus(group[k].row.quantity ?? 0);
      if (isNear(sum, row.quantity, k - from) && areLots(row, group.slice(from + 1, k + 1), nested)) return k;
      if (sum.abs().gt(Math.abs(row.quantity) + 0.01)) break;
    }
  }
  const undated = row.acquired === null && row.lotId === null;
  const next = group[from + 1];
  if (!undated || !(next.continued || (nested && next.row.acquired !== null))) return from;
  let end = from + 1;
  while (end + 1 < group.length && (next.continued ? group[end + 1].continued : group[end + 1].row.acquired !== null)) end += 1;
  return end;
}

/** Rows whose shares add up to `head` are its lots when they alone have days, or when their costs add up as well. */
function areLots(head: ImportRow, lots: readonly HeldRow[], nested: boolean): boolean {
  const marked = lots.every(({ continued }) => continued);
  if (head.acquired === null && head.lotId === null) return marked || lots.some(({ row }) => row.acquired !== null || row.lotId !== null);
  const costs = lots.map(({ row }) => row.costBasis);
  const unknown = head.costBasis === null && costs.every((cost) => cost === null);
  const sum = costs.reduce<Decimal>((total, cost) => total.plus(cost ?? 0), new Decimal(0));
  const costsAgree = unknown ? marked || nested : head.costBasis !== null && sum.minus(head.costBasis).abs().lte(0.01 + 0.01 * lots.length);
  if (lots.length > 1) return costsAgree;
  return costsAgree && (marked || nested) && lots[0].row.acquired === head.acquired;
}

/** Quantities are printed with four decimals. */
const isNear = (sum: Decimal, quantity: number, lots: number): boolean => sum.minus(quantity).abs().lte(0.00005 * (lots + 1));
