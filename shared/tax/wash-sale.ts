import type { Account, Transaction } from '../book/book';
import type { IsoDate } from '../units';
import { withLots } from './lot-purchases';
import { lossSalesAround, purchasesAround, type LossSale, type RecentPurchase } from './recent-trades';

/**
 * What recent trades forbid: a loss is disallowed when substantially identical shares are bought within the window
 * before or after the sale, in any account of the household, IRAs included (IRC §1091; IRS Pub. 550, Wash Sales;
 * Rev. Rul. 2008-5). Dates are trade dates; the window counts the day `windowDays` away.
 */

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
