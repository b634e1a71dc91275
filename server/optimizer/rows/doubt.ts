import { doubtWords, type Doubt, type DoubtKind } from '../../../shared/book/doubts';
import type { AccountSnapshot } from '../snapshot';
import type { Policy, Row } from './row';

/** What depends on a doubtful row: buys and sales of its security, buys and losses of its wash-sale class, its lot, any buy. */
interface Dependents {
  readonly buys: 'security' | 'class' | 'any';
  readonly sells?: 'security' | 'lot';
  /** Losses of the class may be wash sales. */
  readonly losses?: true;
}

/** A lot that is kept realizes nothing, so its gain enters no year and no budget; what it may be at a loss is not bought beside it. */
const dependents: Readonly<Record<DoubtKind, Dependents>> = {
  price: { buys: 'security', sells: 'security' },
  quantity: { buys: 'security', sells: 'security' },
  security: { buys: 'security', sells: 'security' },
  basis: { buys: 'class', sells: 'lot' },
  date: { buys: 'class', sells: 'lot', losses: true },
  transaction: { buys: 'class', losses: true },
  cash: { buys: 'any' },
};

/** Doubtful rows that an account is decided beside: its own, those of its wash-sale scope, and those of securities it may touch. */
export function doubtsIn({ account, assets }: Pick<AccountSnapshot, 'account' | 'assets'>): Doubt[] {
  return [...(account.doubts ?? []), ...assets.flatMap(({ security }) => security.doubt ?? [])];
}

/** Trades that depend on a doubtful row are held back, whatever else asks for them: nothing relaxes it. */
export const doubt: Policy = (snapshot) => doubtsIn(snapshot).flatMap((each): Row[] => {
  const row = { source: each.source, code: 'doubt', tier: 'fixed' as const, max: 0 };
  const words = doubtWords(each);
  const { assets, lots } = snapshot;
  return [
    ...boughtAssets(each, snapshot).map((i): Row => ({ ...row, name: `${assets[i].symbol} is not bought: ${words}`, expression: { buys: [[i, 1]] } })),
    ...soldLots(each, snapshot).map((l): Row => ({ ...row, name: `${lotName(snapshot, l)} is not sold: ${words}`, expression: { sells: [[l, 1]] } })),
    ...lossLots(each, snapshot).map((l): Row => ({ ...row, name: `${assets[lots[l].asset].symbol} is not sold at a loss: ${words}`, expression: { sells: [[l, 1]] } })),
  ];
});

const lotName = ({ assets, lots }: AccountSnapshot, l: number): string => `${assets[lots[l].asset].symbol} lot ${lots[l].lot.id}`;

const isOwn = ({ accountId }: Doubt, { account }: AccountSnapshot): boolean => accountId === undefined || accountId === account.id;

function boughtAssets(each: Doubt, snapshot: AccountSnapshot): number[] {
  // Of a day in doubt in another account only losses depend: that lot is kept, so nothing is sold there that a purchase could wash.
  if (!isOwn(each, snapshot) && each.kind !== 'transaction') return [];
  const { buys } = dependents[each.kind];
  return snapshot.assets.flatMap(({ symbol, security }, i) =>
    (buys === 'any' || (buys === 'class' ? security.washClass === each.washClass : symbol === each.symbol) ? [i] : []));
}

function soldLots(each: Doubt, snapshot: AccountSnapshot): number[] {
  const { sells } = dependents[each.kind];
  if (!sells || !isOwn(each, snapshot)) return [];
  const { assets, account: { requests = [] } } = snapshot;
  return snapshot.lots.flatMap(({ lot, asset }, l) => {
    const { symbol, lotOrder } = assets[asset];
    if (sells === 'lot' && lot.row !== each.lotRow) {
      // Where lots are sold in an order of cost or day, the turn of each depends on the one in doubt.
      const isOrdered = lotOrder !== undefined || requests.some((request) => request.symbol === symbol && request.lotChoice !== undefined);
      return symbol === each.symbol && isOrdered ? [l] : [];
    }
    return sells === 'lot' || symbol === each.symbol ? [l] : [];
  });
}

function lossLots(each: Doubt, { assets, lots }: AccountSnapshot): number[] {
  if (!dependents[each.kind].losses) return [];
  return lots.flatMap(({ asset, lossFraction }, l) => (lossFraction > 0 && assets[asset].security.washClass === each.washClass ? [l] : []));
}
