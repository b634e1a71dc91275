import type { Account, Lot, Transaction } from '../book/book';
import { addDays, daysBetween } from '../dates';
import type { IsoDate } from '../units';
import { isWithin, newestFirst, type RecentPurchase } from './recent-trades';

/** A lot may carry the settlement day where its transaction carries the trade day: a long weekend at most. */
const settlementDays = 4;

/** Ties lots to the purchases that made them, and adds the purchases that only a lot's acquisition day tells of. */
export function withLots(
  purchases: readonly RecentPurchase[],
  accounts: readonly Pick<Account, 'id' | 'lots'>[],
  transactions: readonly Transaction[],
  asOf: IsoDate,
  windowDays: number,
): RecentPurchase[] {
  const made = new Map<RecentPurchase, string[]>();
  const untold: RecentPurchase[] = [];
  for (const { id: accountId, lots } of accounts) {
    for (const lot of lots) {
      const { acquired: date, symbol, quantity } = lot;
      if (date === null || !isWithin(date, asOf, windowDays + settlementDays)) continue;
      const source = nearest(purchases, accountId, lot);
      if (source) made.set(source, [...(made.get(source) ?? []), lot.id]);
      else if (isWithin(date, asOf, windowDays) && !isTransferred(transactions, accountId, lot)) {
        untold.push({ date, accountId, symbol, quantity, kind: 'lot', lotIds: [lot.id], clearOn: addDays(date, windowDays + 1) });
      }
    }
  }
  return newestFirst([...purchases.map((purchase) => ({ ...purchase, lotIds: (made.get(purchase) ?? []).sort() })), ...untold]);
}

/** The purchase that made a lot: same account and symbol, nearest day within settlement, then the same quantity. */
function nearest(purchases: readonly RecentPurchase[], accountId: string, lot: Lot): RecentPurchase | undefined {
  const days = (purchase: RecentPurchase): number => Math.abs(daysBetween(purchase.date, lot.acquired as IsoDate));
  const distance = (purchase: RecentPurchase): number => days(purchase) + (purchase.quantity === lot.quantity ? 0 : 0.5);
  return purchases
    .filter((purchase) => purchase.kind !== 'on order' && purchase.accountId === accountId && purchase.symbol === lot.symbol)
    .filter((purchase) => days(purchase) <= settlementDays)
    .reduce<RecentPurchase | undefined>((best, purchase) => (best && distance(best) <= distance(purchase) ? best : purchase), undefined);
}

/** A lot that came by transfer may be dated with the transfer's day; that is no purchase. */
function isTransferred(transactions: readonly Transaction[], accountId: string, lot: Lot): boolean {
  return transactions.some(
    (transaction) =>
      transaction.action === 'Transfer in' &&
      transaction.accountId === accountId &&
      transaction.symbol === lot.symbol &&
      transaction.date === lot.acquired,
  );
}
