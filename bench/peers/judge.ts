import { outcome } from '../../server/optimizer/linear';
import { noTrade } from '../../server/optimizer/plan';
import { activeVariance } from '../../server/optimizer/risk-model';
import { toPlan, type SharePlan } from '../../server/optimizer/shares';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import { yearTax } from '../../server/optimizer/tax-state';
import { priceTerms, termNames } from '../../server/optimizer/terms';
import { activeWeights } from '../../server/optimizer/terms/risk';
import { priceOfTax, realizedGains } from '../../server/optimizer/terms/tax';
import type { Judged } from '../report';
import { isCashTarget } from './instance-book';
import type { Instance, PeerTrades } from './instance';
import { washHits } from './wash-hits';

/** Shares beyond a lot that count as rounding. */
const rounding = 1e-6;
/** Dollars of overdraft that count as rounding. */
const overdraft = 1;

/**
 * The same measures for every plan. A lot sold beyond its shares is priced as sold whole, purchases outside the universe are
 * left out of the price; both are counted, so that a plan that breaks rules cannot hide it.
 */
export function judge(instance: Instance, snapshot: AccountSnapshot, trades: PeerTrades): Omit<Judged, 'who' | 'cpuMs' | 'mostScore'> {
  const { shares, oversold, unknown } = sharesOf(snapshot, trades);
  const plan = toPlan(snapshot, shares);
  const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
  const [before, after] = [outcome(snapshot, stay), outcome(snapshot, plan)];
  const wash = washHits(instance, snapshot, shares);
  const { short, long } = realizedGains(snapshot, plan);
  const tax = yearTax(snapshot.tax, short * snapshot.value + wash.short, long * snapshot.value + wash.long) - yearTax(snapshot.tax, 0, 0);
  const [stayPrices, planPrices] = [priceTerms(snapshot, stay), priceTerms(snapshot, plan)];
  const others = termNames.filter((name) => name !== 'tax').reduce((sum, name) => sum + stayPrices[name] - planPrices[name], 0);
  return {
    instance: instance.id,
    driftBefore: drift(instance, snapshot, before), driftAfter: drift(instance, snapshot, after),
    trackingErrorBefore: Math.sqrt(activeVariance(snapshot.risk, activeWeights(snapshot, before))),
    trackingErrorAfter: Math.sqrt(activeVariance(snapshot.risk, activeWeights(snapshot, after))),
    tax, oversoldLots: oversold, washHits: wash.count,
    breaches: unknown + breaches(instance, snapshot, shares) + Number(after.cash * snapshot.value < -overdraft),
    turnover: [...plan.sells, ...plan.buys].reduce((sum, weight) => sum + weight, 0) / 2,
    score: others - priceOfTax(snapshot.tax, tax),
  };
}

function sharesOf({ lots, assets }: AccountSnapshot, { sells, buys }: PeerTrades): { shares: SharePlan; oversold: number; unknown: number } {
  const shares = { sells: new Float64Array(lots.length), buys: new Float64Array(assets.length) };
  const lotIndex = new Map(lots.map(({ lot }, l) => [lot.id, l]));
  const assetIndex = new Map(assets.map(({ symbol }, i) => [symbol, i]));
  const unknown = { sells: 0, buys: 0 };
  const add = (into: Float64Array, index: number | undefined, quantity: number): number => {
    if (index !== undefined) into[index] += quantity;
    return Number(index === undefined && quantity > 0);
  };
  for (const { lotId, quantity } of sells) unknown.sells += add(shares.sells, lotIndex.get(lotId), quantity);
  for (const { securityId, quantity } of buys) unknown.buys += add(shares.buys, assetIndex.get(securityId), quantity);
  const oversold = lots.filter(({ lot }, l) => shares.sells[l] > lot.quantity + rounding).length;
  lots.forEach(({ lot }, l) => { shares.sells[l] = Math.min(shares.sells[l], lot.quantity); });
  return { shares, oversold: oversold + unknown.sells, unknown: unknown.buys };
}

/** Securities bought or sold against the instance's restrictions. */
function breaches({ restrictions }: Instance, { assets }: AccountSnapshot, { sells, buys }: SharePlan): number {
  const bought = new Set(assets.filter((_, i) => buys[i] > 0).map(({ symbol }) => symbol));
  const sold = new Set(assets.filter(({ lots }) => lots.some((l) => sells[l] > 0)).map(({ symbol }) => symbol));
  return restrictions.filter(({ securityId, canBuy, canSell }) => (!canBuy && bought.has(securityId)) || (!canSell && sold.has(securityId))).length;
}

/** Half the sum of |weight − target| by class: whichever of its identifiers is held fills a class; no target is a target of 0. */
function drift({ targets }: Instance, { assets }: AccountSnapshot, { weights, cash }: { weights: Float64Array; cash: number }): number {
  const left = new Map(assets.map(({ symbol }, i) => [symbol, weights[i]]));
  const byClass = targets.map((target) => {
    const held = target.identifiers.reduce((sum, id) => sum + (left.get(id) ?? 0), isCashTarget(target) ? cash : 0);
    target.identifiers.forEach((id) => left.delete(id));
    return Math.abs(held - target.weight);
  });
  const rest = [...left.values()].reduce((sum, weight) => sum + Math.abs(weight), targets.some(isCashTarget) ? 0 : Math.abs(cash));
  return (byClass.reduce((sum, off) => sum + off, 0) + rest) / 2;
}
