import type { Account, Lot, Transaction } from '../book/book';
import { addDays, daysBetween } from '../dates';
import type { IsoDate } from '../units';

/**
 * What recent trades forbid: a loss is disallowed when substantially identical shares are bought within the window
 * before or after the sale, in any account of the household, IRAs included (IRC §1091; IRS Pub. 550, Wash Sales;
 * Rev. Rul. 2008-5). Dates are trade dates; the window counts the day `windowDays` away.
 */

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

/** The recent past of one wash-sale class. */
export interface WashHistory {
  /** Newest first. */
  readonly recentPurchases: readonly RecentPurchase[];
  /** Newest first. */
  readonly lossSales: readonly LossSale[];
  /** First day on which the class may be bought again; absent when nothing forbids it. */
  readonly buyBlockedUntil?: IsoDate;
}

export interface WashScope {
  /** The accounts looked at together: one, a household, or linked households; held-away accounts and IRAs too. */
  readonly accounts: readonly Pick<Account, 'id' | 'taxType' | 'lots'>[];
  readonly transactions: readonly Transaction[];
  readonly washClassOf: (symbol: string) => string;
  readonly asOf: IsoDate;
  readonly windowDays: number;
}

/** What the recent past forbids, by wash-sale class; classes without recent trades are absent. */
export function washHistories({ accounts, transactions, washClassOf, asOf, windowDays }: WashScope): ReadonlyMap<string, WashHistory> {
  const taxTypes = new Map(accounts.map((account) => [account.id, account.taxType]));
  const ours = transactions.filter((transaction) => taxTypes.has(transaction.accountId));
  const purchases = withLots(purchasesAround(ours, asOf, windowDays), accounts, ours, asOf, windowDays);
  // A loss inside an IRA is no loss under the law, so only taxable sales block purchases.
  const sales = lossSalesAround(
    ours.filter(({ accountId }) => taxTypes.get(accountId) === 'Taxable'),
    asOf,
    windowDays,
  );
  const classes = new Set([...purchases, ...sales].map(({ symbol }) => washClassOf(symbol)));
  return new Map(
    [...classes].sort().map((name) => {
      const lossSales = sales.filter(({ symbol }) => washClassOf(symbol) === name);
      const recentPurchases = purchases.filter(({ symbol }) => washClassOf(symbol) === name);
      return [name, { recentPurchases, lossSales, buyBlockedUntil: lossSales[0]?.clearOn }];
    }),
  );
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

const isWithin = (date: IsoDate, day: IsoDate, windowDays: number): boolean => Math.abs(daysBetween(date, day)) <= windowDays;

/** A total order, so that the order of the input rows changes nothing. */
function newestFirst<T extends RecentPurchase | LossSale>(trades: T[]): T[] {
  const rest = (trade: T): string =>
    JSON.stringify([trade.accountId, trade.symbol, 'kind' in trade ? [trade.kind, trade.lotIds] : trade.known]);
  return trades.sort((a, b) => compare(b.date, a.date) || b.quantity - a.quantity || compare(rest(a), rest(b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A lot may carry the settlement day where its transaction carries the trade day: a long weekend at most. */
const settlementDays = 4;

/** Ties lots to the purchases that made them, and adds the purchases that only a lot's acquisition day tells of. */
function withLots(
  purchases: readonly RecentPurchase[],
  accounts: WashScope['accounts'],
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
  return newestFirst([...purchases.map((purchase) => ({ ...purchase, lotIds: (made.get(purchase) ?? []).sort(compare) })), ...untold]);
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
