import type { Transaction } from '../book/book';
import { addDays, daysBetween } from '../dates';
import type { IsoDate } from '../units';

/** Shares acquired so recently that a loss on the same wash-sale class would be disallowed. */
export interface RecentPurchase {
  readonly date: IsoDate;
  readonly accountId: string;
  readonly symbol: string;
  readonly quantity: number;
  /** `lot`: known only from a lot's acquisition day, no transaction tells of it. */
  readonly kind: 'bought' | 'reinvested' | 'on order' | 'lot';
  /** Lots of the book that this purchase made: selling all of them at a loss is no wash sale by this purchase. */
  readonly lotIds: readonly string[];
  /** First day on which a loss sale is clear of this purchase; absent for an open order, which has no end. */
  readonly clearOn?: IsoDate;
}

/** A recent sale whose loss a purchase would disallow. */
export interface LossSale {
  readonly date: IsoDate;
  readonly accountId: string;
  readonly symbol: string;
  readonly quantity: number;
  /** False when the sale's gain is not stated, so that it may have been a loss. */
  readonly known: boolean;
  /** First day on which a purchase is clear of this sale. */
  readonly clearOn: IsoDate;
}

const purchaseKinds: Readonly<Partial<Record<Transaction['action'], RecentPurchase['kind']>>> = {
  Buy: 'bought',
  Reinvest: 'reinvested',
  'Open order': 'on order',
};

/** Purchases within the window on either side of `day`, open orders whatever their date; newest first. Transfers are none. */
export function purchasesAround(transactions: readonly Transaction[], day: IsoDate, windowDays: number): RecentPurchase[] {
  return newestFirst(
    transactions.flatMap((transaction): RecentPurchase[] => {
      const { date, accountId, symbol, quantity } = transaction;
      const kind = purchaseKinds[transaction.action];
      if (!kind) return [];
      if (kind === 'on order') return [{ date, accountId, symbol, quantity, kind, lotIds: [] }];
      return isWithin(date, day, windowDays)
        ? [{ date, accountId, symbol, quantity, kind, lotIds: [], clearOn: addDays(date, windowDays + 1) }]
        : [];
    }),
  );
}

/** Sales within the window on either side of `day` that were, or may have been, at a loss; newest first. */
export function lossSalesAround(transactions: readonly Transaction[], day: IsoDate, windowDays: number): LossSale[] {
  return newestFirst(
    transactions.flatMap((transaction): LossSale[] => {
      const { action, date, accountId, symbol, quantity, shortGain, longGain } = transaction;
      const known = shortGain !== undefined || longGain !== undefined;
      const atLoss = !known || (shortGain ?? 0) < 0 || (longGain ?? 0) < 0;
      if (action !== 'Sell' || !atLoss || !isWithin(date, day, windowDays)) return [];
      return [{ date, accountId, symbol, quantity, known, clearOn: addDays(date, windowDays + 1) }];
    }),
  );
}

/** True for a day that is at most `windowDays` away, before or after. */
export const isWithin = (date: IsoDate, day: IsoDate, windowDays: number): boolean => Math.abs(daysBetween(date, day)) <= windowDays;

/** Newest first, and a total order, so that the order of the input rows changes nothing. */
export function newestFirst<T extends RecentPurchase | LossSale>(trades: T[]): T[] {
  const rest = (trade: T): string =>
    JSON.stringify([trade.accountId, trade.symbol, 'kind' in trade ? [trade.kind, trade.lotIds] : trade.known]);
  return trades.sort((a, b) => compare(b.date, a.date) || b.quantity - a.quantity || compare(rest(a), rest(b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
