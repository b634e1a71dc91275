import { toPlaces } from '../units';
import type { LossSale, RecentPurchase } from './recent-trades';

const verbs: Readonly<Record<RecentPurchase['kind'], string>> = {
  bought: 'bought',
  reinvested: 'reinvested',
  'on order': 'on an open order of',
  lot: 'acquired',
};

const where = (accountId: string): string => (accountId ? ` in ${accountId}` : '');

/** A purchase in words: `12 bought 2026-11-03 in 4471-0088`. */
export function purchaseEvidence({ quantity, kind, date, accountId }: RecentPurchase): string {
  return `${toPlaces(quantity, 6)} ${verbs[kind]} ${date}${where(accountId)}`;
}

/** A sale in words: `30 sold at a loss 2026-11-03 in 4471-0088`. */
export function saleEvidence({ quantity, known, date, accountId }: LossSale): string {
  const text = `${toPlaces(quantity, 6)} sold${known ? ' at a loss' : ''} ${date}${where(accountId)}`;
  return known ? text : `${text}, gain not stated, so possibly at a loss`;
}

/**
 * Why a loss sale is not clear, and until when: `Blocked until 2026-12-04: 12 bought 2026-11-03 in 4471-0088`.
 * The purchase that blocks longest is named, further ones are counted. `undefined` without purchases.
 */
export function lossSaleBlock(purchases: readonly RecentPurchase[]): string | undefined {
  if (purchases.length === 0) return undefined;
  const longest = purchases.reduce((a, b) => ((b.clearOn ?? '9999-12-31') > (a.clearOn ?? '9999-12-31') ? b : a));
  const until = longest.clearOn ? ` until ${longest.clearOn}` : '';
  const more = purchases.length > 1 ? ` and ${purchases.length - 1} more` : '';
  return `Blocked${until}: ${purchaseEvidence(longest)}${more}`;
}
