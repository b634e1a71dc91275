import type { TradeRequest } from '../../shared/book/book';
import { floorToStep, roundToStep } from '../../shared/units';
import type { AccountSnapshot, Asset } from './snapshot';

/** What a request comes to for one security: shares, positive to buy, and how many of each lot where lots are named. */
export interface RequestedShares {
  readonly asset: number;
  /** Tradable; sales are negative. */
  readonly shares: number;
  readonly lots: readonly { readonly lot: number; readonly shares: number }[];
}

/** The trades that a request asks for, in tradable shares; none where there is nothing to trade. A swap is two. */
export function requestedShares(request: TradeRequest, snapshot: AccountSnapshot): RequestedShares[] {
  const { assets, value } = snapshot;
  const i = assets.findIndex(({ symbol }) => symbol === request.symbol);
  if (i < 0) return [];
  const asset = assets[i];
  if (request.action === 'Buy') return traded(i, Math.max(0, sizeIn(asset, request, value)));
  const sold = soldShares(asset, request, value);
  const sale = sold > 0 ? [{ asset: i, shares: -sold, lots: namedLots(request, snapshot, i, sold) }] : [];
  if (request.action !== 'Swap') return sale;
  const into = assets.findIndex(({ symbol }) => symbol === request.into);
  return into < 0 ? [] : [...sale, ...traded(into, floorToStep((sold * asset.price) / assets[into].price, assets[into].step))];
}

const traded = (asset: number, shares: number): RequestedShares[] => (shares > 0 ? [{ asset, shares, lots: [] }] : []);

/** Shares to sell: a size within half a step of the position sells it out, whatever fraction it holds. */
function soldShares(asset: Asset, request: TradeRequest, value: number): number {
  if (!request.size) return asset.shares;
  const wanted = request.size.unit === 'weight' ? -sizeIn(asset, request, value) : sizeIn(asset, request, value);
  return wanted >= asset.shares - asset.step / 2 ? asset.shares : Math.max(0, wanted);
}

/** A size in shares, to the nearest step; a weight counts from what is held. */
function sizeIn({ price, shares, step }: Asset, { size }: TradeRequest, value: number): number {
  if (!size) return 0;
  if (size.unit === 'shares') return roundToStep(size.amount, step);
  if (size.unit === 'dollars') return Math.max(step, roundToStep(size.amount / price, step));
  const change = (size.amount * value) / price - shares;
  return Math.sign(change) * roundToStep(Math.abs(change), step);
}

/** The lots a sale takes where the request names one or an order. */
function namedLots({ lotId, lotChoice }: TradeRequest, { assets, lots }: AccountSnapshot, i: number, sold: number): RequestedShares['lots'] {
  const held = assets[i].lots;
  const named = lotId === undefined ? undefined : held.filter((l) => lots[l].lot.id === lotId);
  const order = named ?? (lotChoice && inOrder[lotChoice](held, lots)) ?? [];
  let left = sold;
  return order.flatMap((lot) => {
    const shares = Math.min(left, lots[lot].lot.quantity);
    left -= shares;
    return shares > 0 ? [{ lot, shares }] : [];
  });
}

/** Lots of a security come by acquisition. */
const inOrder: Readonly<Record<NonNullable<TradeRequest['lotChoice']>, (held: readonly number[], lots: AccountSnapshot['lots']) => readonly number[]>> = {
  FIFO: (held) => held,
  LIFO: (held) => [...held].reverse(),
  'Highest cost': (held, lots) => [...held].sort((a, b) => lots[b].unitCost - lots[a].unitCost || a - b),
};
