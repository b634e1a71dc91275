import type { IsoDate } from '../../units';
import type { ImportRow } from '../format';

/** A row, the contract it belongs to, and the day it is as of. */
export interface DatedRow {
  readonly row: ImportRow;
  /** What tells contracts of one symbol apart: conid, else symbol and currency. */
  readonly contract: string;
  readonly reportDate: IsoDate | null;
}

/**
 * One day's holdings in reading order: a query that breaks out by day repeats them, so only each account's last day counts (the others
 * are skipped), and lots that the file lists after all positions are moved below their own.
 */
export function settleHoldings(dated: readonly DatedRow[]): ImportRow[] {
  const current = onLastDay(dated);
  const lots = new Map<string, ImportRow[]>();
  const parents = new Set(current.filter(({ row }) => row.kind === 'position').map(keyOf));
  for (const held of current) {
    const key = keyOf(held);
    if (held.row.kind !== 'lot' || !parents.has(key)) continue;
    const below = lots.get(key) ?? [];
    below.push(held.row);
    lots.set(key, below);
  }
  return current.flatMap((held) => {
    const key = keyOf(held);
    if (held.row.kind === 'lot' && parents.has(key)) return [];
    if (held.row.kind !== 'position') return [held.row];
    const below = lots.get(key) ?? [];
    lots.delete(key);
    return [held.row, ...below];
  });
}

const keyOf = ({ row, contract }: DatedRow) => JSON.stringify([row.account, contract]);

/** The same rows; those of an account's earlier days as `skip`. */
export function onLastDay(dated: readonly DatedRow[]): DatedRow[] {
  const last = new Map<string | null, IsoDate>();
  for (const { row, reportDate } of dated) {
    if (reportDate !== null && reportDate > (last.get(row.account) ?? '')) last.set(row.account, reportDate);
  }
  return dated.map((held) => {
    const { row, reportDate } = held;
    const isEarlier = reportDate !== null && reportDate < (last.get(row.account) ?? '');
    return isEarlier ? { ...held, row: { ...row, kind: 'skip' } } : held;
  });
}

/** Cash by currency; the sum in the base currency counts only where it is all an account has, and no row by currency might be its own. */
export function settleCash(rows: readonly ImportRow[], isBase: (row: ImportRow) => boolean): ImportRow[] {
  const summed = new Set(rows.filter(isBase).map(({ account }) => account));
  const byCurrency = rows.filter((row) => !isBase(row));
  const detailed = new Set(byCurrency.map(({ account }) => account));
  const isUnclear = byCurrency.some(({ kind, account }) => kind !== 'cash' || !summed.has(account));
  return rows.map((row) => (isBase(row) && (isUnclear || detailed.has(row.account)) ? { ...row, kind: 'skip' } : row));
}
