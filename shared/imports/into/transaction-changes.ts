import type { TableRow } from '../../contract';
import type { Cell } from '../../workbook/port';
import type { TableWrite } from '../preview';
import { bySale, isEqual, sumOf, transactionKey, type ImportedTransaction } from './transactions';

/** What becomes of Transactions: rows are only added, each once. */
export interface TransactionChanges {
  readonly same: number;
  readonly write: TableWrite;
}

/** Transactions that the table does not have; sales that add up to those it has are the same, whatever lots they are told by. */
export function changeTransactions(book: readonly TableRow<'transactions'>[], fresh: readonly ImportedTransaction[]): TransactionChanges {
  const known = new Map<string, number>();
  for (const row of book) if (row.action !== 'Open order') count(known, transactionKey({ ...row, action: row.action as ImportedTransaction['action'] }), 1);
  const sold = bySale(book.filter(({ action }) => action === 'Sell'));
  const settled = new Set([...bySale(fresh.filter(({ action }) => action === 'Sell'))].filter(([key, rows]) => isEqual(sumOf(sold.get(key) ?? []), sumOf(rows))).flatMap(([, rows]) => rows));
  const added = fresh.filter((row) => !settled.has(row) && count(known, transactionKey(row), -1) < 0);
  return {
    same: fresh.length - added.length,
    write: { table: 'transactions', changed: [], gone: [], added: added.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Record<string, Cell>) },
  };
}

/** The count after the change; it never falls below zero for the next. */
function count(counts: Map<string, number>, key: string, by: number): number {
  const after = (counts.get(key) ?? 0) + by;
  counts.set(key, Math.max(0, after));
  return after;
}
