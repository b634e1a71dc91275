import Decimal from 'decimal.js';
import type { Account, Lot } from '../book/book';
import { cleanShares } from '../units';
import type { RecentPurchase } from './recent-trades';

/** Shares that a plan sells of one lot. */
export interface LotSale {
  readonly accountId: string;
  readonly lotId: string;
  readonly shares: number;
}

/** A recent purchase of which shares stay, which would replace shares sold at a loss. */
export interface ReplacementLeft {
  readonly purchase: RecentPurchase;
  readonly accountId: string;
  /** The lots that hold nothing but this purchase; empty when they are not known. */
  readonly lotIds: readonly string[];
  /** > 0. */
  readonly shares: number;
}

/**
 * What recent purchases of one wash-sale class leave behind as replacement when these lots are sold together.
 * Shares that are sold on the same day replace nothing for long, so what is sold in full leaves nothing. An open order
 * counts in full, and so does a purchase whose lots are not known or hold more than it bought.
 *
 * @param purchases of one class, as `washHistories` found them
 * @param accounts all accounts that the purchases were made in
 */
export function replacementsLeft(
  purchases: readonly RecentPurchase[],
  accounts: readonly Pick<Account, 'id' | 'lots'>[],
  selling: readonly LotSale[],
): ReplacementLeft[] {
  return purchases.flatMap((purchase): ReplacementLeft[] => {
    const { accountId, quantity } = purchase;
    const lots = lotsOf(purchase, accounts);
    const left = lots.length === 0 ? new Decimal(quantity) : sum(lots.map((lot) => leftOf(accountId, lot, selling)));
    return left.gt(0) ? [{ purchase, accountId, lotIds: lots.map(({ id }) => id), shares: left.toNumber() }] : [];
  });
}

/** The lots that hold a purchase and nothing else; none when they hold more, for then something else was bought too. */
function lotsOf({ accountId, lotIds, quantity }: RecentPurchase, accounts: readonly Pick<Account, 'id' | 'lots'>[]): readonly Lot[] {
  const lots = accounts.find(({ id }) => id === accountId)?.lots.filter(({ id }) => lotIds.includes(id)) ?? [];
  return cleanShares(sum(lots.map((lot) => lot.quantity)).toNumber()) <= cleanShares(quantity) ? lots : [];
}

function leftOf(accountId: string, lot: Lot, selling: readonly LotSale[]): Decimal {
  const sales = selling.filter((sale) => sale.accountId === accountId && sale.lotId === lot.id);
  return Decimal.max(0, new Decimal(lot.quantity).minus(sum(sales.map(({ shares }) => shares))));
}

/**
 * Those that replace shares of one lot: of every other purchase. What one order bought replaces none of its own shares,
 * so selling all of it, or some, is no wash sale by it (Rev. Rul. 56-602, 1956-2 C.B. 527).
 */
export function replacementsOf(accountId: string, lotId: string, left: readonly ReplacementLeft[]): ReplacementLeft[] {
  return left.filter((each) => each.accountId !== accountId || !each.lotIds.includes(lotId));
}

/**
 * When a loss on one lot is no wash sale although purchases are recent: the lots of the same account that must be sold
 * in full together with it, so that no other purchase leaves a replacement. Empty when there is none to begin with;
 * `undefined` when selling cannot help: bought in another account, on order, or lots not known.
 */
export function soldTogetherToClear(accountId: string, lotId: string, left: readonly ReplacementLeft[]): readonly string[] | undefined {
  const others = replacementsOf(accountId, lotId, left);
  const isOwn = others.every((each) => each.accountId === accountId && each.lotIds.length > 0);
  return isOwn ? others.flatMap(({ lotIds }) => lotIds) : undefined;
}

/** Shares left as replacement, by account. */
export function replacementShares(left: readonly ReplacementLeft[]): ReadonlyMap<string, number> {
  const byAccount = new Map<string, number>();
  for (const { accountId, shares } of left) byAccount.set(accountId, new Decimal(byAccount.get(accountId) ?? 0).plus(shares).toNumber());
  return byAccount;
}

const sum = (shares: readonly Decimal.Value[]): Decimal => shares.reduce<Decimal>((total, each) => total.plus(each), new Decimal(0));
