import type { IsoDate } from '../units';
import type { Transaction } from './book';
import { compareText } from './names';
import type { Row } from './rows';

type Find = (typed: string | undefined) => string | undefined;

/**
 * The transactions of known accounts up to `asOf`, in date order. Symbols that are in Securities are spelled as there;
 * others stay as typed, because a security sold out of the book still counts for wash sales. Quantities lose their sign.
 */
export function buildTransactions(rows: readonly Row<'transactions'>[], asOf: IsoDate, findAccount: Find, findSymbol: Find): Transaction[] {
  return rows
    .flatMap((row) => {
      const accountId = findAccount(row.accountId);
      if (accountId === undefined || !row.date || row.date > asOf || !row.action || !row.symbol || !Number.isFinite(row.quantity))
        return [];
      return [
        {
          accountId,
          date: row.date,
          action: row.action,
          symbol: findSymbol(row.symbol) ?? row.symbol.trim(),
          quantity: Math.abs(row.quantity),
          amount: row.amount,
          shortGain: row.shortTermGain,
          longGain: row.longTermGain,
        },
      ];
    })
    .sort(compareTransactions);
}

/** The oldest day the table covers, rows of unknown accounts included; undefined without rows. */
export function coveredFrom(rows: readonly Row<'transactions'>[], asOf: IsoDate): IsoDate | undefined {
  return rows.reduce<IsoDate | undefined>(
    (oldest, { date }) => (date && date <= asOf && (oldest === undefined || date < oldest) ? date : oldest),
    undefined,
  );
}

/** By account ID, the last day on which somebody chose to trade; reinvestments, transfers and open orders are not trades. */
export function lastTrades(transactions: readonly Transaction[]): Map<string, IsoDate> {
  const last = new Map<string, IsoDate>();
  for (const { accountId, action, date } of transactions) {
    const isTrade = action === 'Buy' || action === 'Sell';
    if (isTrade && date > (last.get(accountId) ?? '')) last.set(accountId, date);
  }
  return last;
}

function compareTransactions(a: Transaction, b: Transaction): number {
  return (
    compareText(a.date, b.date) ||
    compareText(a.accountId, b.accountId) ||
    compareText(a.symbol, b.symbol) ||
    compareText(a.action, b.action) ||
    a.quantity - b.quantity ||
    (a.amount ?? 0) - (b.amount ?? 0) ||
    (a.shortGain ?? 0) - (b.shortGain ?? 0) ||
    (a.longGain ?? 0) - (b.longGain ?? 0)
  );
}
