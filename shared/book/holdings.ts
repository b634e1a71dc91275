import { toCents } from '../units';
import type { Lot, Security } from './book';
import { compareText } from './names';
import type { Row } from './rows';
import { cashSymbol, isCash } from './securities';

/** What one account holds: dollars of cash, and lots in the order of symbol, day, cost and quantity. */
export interface Held {
  readonly cash: number;
  readonly unsettledCash: number;
  readonly lots: readonly Lot[];
}

/** One row of Holdings with its security found. */
export interface HoldingRow {
  readonly row: Row<'holdings'>;
  readonly security: Security;
}

/**
 * An account's cash and lots from its rows. Quantities that are not positive make no lot; lots always have
 * distinct IDs that do not depend on the order of rows.
 */
export function heldOf(accountId: string, rows: readonly HoldingRow[]): Held {
  const cashRows = withoutRepeats(rows.filter(({ security }) => isCash(security)));
  const cash = toCents(cashRows.reduce((sum, { row, security }) => sum + row.quantity * security.price, 0));
  const unsettled = toCents(cashRows.reduce((sum, { row, security }) => sum + (row.unsettled ?? 0) * security.price, 0));
  const lots = rows
    .filter(({ row, security }) => !isCash(security) && row.quantity > 0)
    .map(toLot)
    .sort(compareLots);
  return { cash, unsettledCash: Math.max(0, unsettled), lots: withIds(accountId, lots) };
}

/** The same cash figure stated twice is one figure; lots of a sweep fund (with a lot ID or a day) add up. */
function withoutRepeats(rows: readonly HoldingRow[]): HoldingRow[] {
  const seen = new Set<string>();
  return [...rows].sort(compareCash).filter(({ row, security: { symbol } }) => {
    if (symbol !== cashSymbol && (row.lotId !== undefined || row.acquired !== undefined)) return true;
    const figure = `${row.quantity} ${symbol}`;
    return seen.has(figure) ? false : Boolean(seen.add(figure));
  });
}

function compareCash(a: HoldingRow, b: HoldingRow): number {
  return (
    compareText(a.security.symbol, b.security.symbol) || a.row.quantity - b.row.quantity || (b.row.unsettled ?? 0) - (a.row.unsettled ?? 0)
  );
}

type LotWithoutId = Omit<Lot, 'id'> & { readonly id?: string };

function toLot({ row, security }: HoldingRow): LotWithoutId {
  const acquired = row.acquired ?? null;
  const start = row.holdingPeriodStart;
  return {
    id: row.lotId?.trim() || undefined,
    symbol: security.symbol,
    quantity: row.quantity,
    unitCost: unitCostOf(row),
    acquired,
    // A holding period may begin before the purchase (gifts, wash sales), never after it.
    heldFrom: start !== undefined && (acquired === null || start <= acquired) ? start : acquired,
    row: row.row,
  };
}

/** Dollars per share; the total basis wins over the unit cost because it carries no rounding. */
function unitCostOf(row: HoldingRow['row']): number | null {
  if (row.covered === 'Unknown basis') return null;
  const cost = row.costBasis !== undefined ? row.costBasis / row.quantity : row.unitCost;
  return cost !== undefined && Number.isFinite(cost) && cost >= 0 ? cost : null;
}

/** By everything that tells lots apart, so that equal sets of rows give equal lots in whatever order they come. */
function compareLots(a: LotWithoutId, b: LotWithoutId): number {
  return (
    compareText(a.symbol, b.symbol) ||
    compareText(a.acquired ?? '9999', b.acquired ?? '9999') ||
    compareNumbers(a.unitCost ?? Infinity, b.unitCost ?? Infinity) ||
    a.quantity - b.quantity ||
    compareText(a.heldFrom ?? '', b.heldFrom ?? '') ||
    compareText(a.id ?? '', b.id ?? '') ||
    (a.row ?? 0) - (b.row ?? 0)
  );
}

/** Not a subtraction: two unknown costs (infinite) are equal. */
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Keeps the IDs that were given and makes the missing ones: account, symbol, day, sequence. A repeated ID gets a sequence too. */
function withIds(accountId: string, lots: readonly LotWithoutId[]): Lot[] {
  const given = new Set(lots.flatMap(({ id }) => id ?? []));
  const used = new Set<string>();
  const next = new Map<string, number>();
  const numbered = (stem: string, separator: string, first: number): string => {
    let sequence = next.get(stem) ?? first;
    while (used.has(`${stem}${separator}${sequence}`) || given.has(`${stem}${separator}${sequence}`)) sequence += 1;
    next.set(stem, sequence + 1);
    return `${stem}${separator}${sequence}`;
  };
  return lots.map((lot) => {
    const made =
      lot.id === undefined
        ? numbered(`${accountId}-${lot.symbol}-${lot.acquired ?? 'undated'}`, '-', 1)
        : used.has(lot.id)
          ? numbered(lot.id, '#', 2)
          : lot.id;
    used.add(made);
    return { ...lot, id: made };
  });
}
