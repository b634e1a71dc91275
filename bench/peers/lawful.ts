import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import { isLossBlocked } from '../../server/optimizer/wash-state';
import type { PeerTrades } from './instance';

/**
 * A plan without what section 1091 takes back: no purchase in a class sold at a loss within the window, or sold at a loss by
 * the plan; no sale at a loss in a class bought within it. Purchases shrink to the cash that is left.
 */
export function lawful(snapshot: AccountSnapshot, { sells, buys }: PeerTrades): PeerTrades {
  const { assets, lots, wash, cash, value } = snapshot;
  const lotById = new Map(lots.map((facts) => [facts.lot.id, facts]));
  const assetBySymbol = new Map(assets.map((asset) => [asset.symbol, asset]));
  const kept = sells.filter(({ lotId }) => {
    const facts = lotById.get(lotId);
    return !facts || facts.lossFraction === 0 || !isLossBlocked(wash.get(assets[facts.asset].security.washClass), lotId);
  });
  const soldAtLoss = new Set(kept.flatMap(({ lotId }) => {
    const facts = lotById.get(lotId);
    return facts && facts.lossFraction > 0 ? [assets[facts.asset].security.washClass] : [];
  }));
  const wanted = buys.filter(({ securityId }) => {
    const washClass = assetBySymbol.get(securityId)?.security.washClass ?? securityId;
    return !wash.get(washClass)?.buyBlocked && !soldAtLoss.has(washClass);
  });
  const raised = kept.reduce((sum, { lotId, quantity }) => sum + quantity * priceOfLot(lotId), 0);
  const spent = wanted.reduce((sum, { securityId, quantity }) => sum + quantity * (assetBySymbol.get(securityId)?.price ?? 0), 0);
  const room = Math.max(0, cash.weight * value + raised - Math.min(cash.target, cash.weight) * value);
  const scale = spent > room ? room / spent : 1;
  return { sells: kept, buys: wanted.map(({ securityId, quantity }) => ({ securityId, quantity: quantity * scale })) };

  function priceOfLot(lotId: string): number {
    const facts = lotById.get(lotId);
    return facts ? assets[facts.asset].price : 0;
  }
}
