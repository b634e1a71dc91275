import { outcome } from '../linear';
import type { Plan } from '../plan';
import { activeCovariance } from '../risk-model';
import type { AccountSnapshot } from '../snapshot';
import { termNames, terms } from '../terms';
import { activeWeights } from '../terms/risk';
import { priceOfTax, realizedGains } from '../terms/tax';
import { orderFloor } from '../terms/tickets';
import { yearTax } from '../tax-state';

/** The best trade not made in place of one made, for the same dollars. */
export interface Alternative {
  /** The lot sold, or the security bought, instead; null for cash. */
  readonly instead: number | null;
  /** Dollars that the plan with it costs more than the plan as it is, by exact pricing. */
  readonly extraCost: number;
  /** Dollars of tax of the year among them, before the account's tax care weighs them. */
  readonly extraTax: number;
}

/**
 * Prices what a plan did not do, each alternative as one trade exchanged for another with all others kept. Candidates are
 * ranked by their cost at the margin and the best is priced exactly: an account takes one pass over lots and securities
 * times factors, each trade one look at its own security or class, and no solve. Rules are not asked: see alternative-note.ts.
 */
export class Alternatives {
  /** Dollars per dollar of account and unit of variance. */
  private readonly riskRate: number;
  private readonly rates: { readonly sells: Float64Array; readonly buys: Float64Array };
  private readonly gains: { readonly short: number; readonly long: number };
  private readonly cash: number;
  /** Of each asset with the active portfolio. */
  private readonly covariance: Float64Array;
  /** Dollars per dollar bought of each asset and sold of each lot, at the margin, as far as candidates differ in it. */
  private readonly buyMargin: Float64Array;
  private readonly sellMargin: Float64Array;
  private readonly peers = new Map<string, number[]>();

  constructor(private readonly snapshot: AccountSnapshot, private readonly plan: Plan) {
    const after = outcome(snapshot, plan);
    this.riskRate = terms.risk.express(snapshot).variance ?? 0;
    this.rates = linearRates(snapshot);
    this.gains = realizedGains(snapshot, plan);
    this.cash = after.cash;
    this.covariance = activeCovariance(snapshot.risk, activeWeights(snapshot, after));
    this.buyMargin = Float64Array.from(this.covariance, (covariance, i) => 2 * this.riskRate * covariance + this.rates.buys[i]);
    const slope = { Short: this.taxSlope(1, 0), Long: this.taxSlope(0, 1) };
    this.sellMargin = Float64Array.from(snapshot.lots, ({ term, gain }, l) => this.rates.sells[l] + (term === null ? 0 : gain * slope[term]));
    snapshot.assets.forEach(({ security: { assetClass } }, i) => {
      const peers = this.peers.get(assetClass);
      if (peers) peers.push(i);
      else this.peers.set(assetClass, [i]);
    });
  }

  /** The lot of the same security, not sold whole, that would be the cheapest to sell in place of a lot sold. */
  insteadOfSale(l: number): Alternative | undefined {
    const { lots, assets } = this.snapshot;
    const best = least(assets[lots[l].asset].lots, this.sellMargin, (other) => other !== l && this.left(other) > orderFloor);
    if (best === undefined) return undefined;
    return { instead: best, ...this.exchange(l, best) };
  }

  /** What would be the cheapest to do with the dollars of a purchase: another security of its class that may be bought, or cash. */
  insteadOfPurchase(i: number, mayBuy: (asset: number) => boolean): Alternative {
    const peers = this.peers.get(this.snapshot.assets[i].security.assetClass) ?? [];
    const best = least(peers, this.buyMargin, (other) => other !== i && mayBuy(other));
    const inCash = { instead: null, extraCost: this.move(i, null), extraTax: 0 };
    if (best === undefined) return inCash;
    const inPeer = { instead: best, extraCost: this.move(i, best), extraTax: 0 };
    return inPeer.extraCost <= inCash.extraCost ? inPeer : inCash;
  }

  private left(l: number): number {
    return this.snapshot.lots[l].weight - this.plan.sells[l];
  }

  /** Dollars it costs to sell one lot for another of the same security: weights stay, taxes, fees and linear costs do not. */
  private exchange(from: number, to: number): Omit<Alternative, 'instead'> {
    const { lots, value } = this.snapshot;
    const weight = Math.min(this.plan.sells[from], this.left(to));
    const gains = { ...this.gains };
    for (const [l, moved] of [[from, -weight], [to, weight]] as const) {
      const { term, gain } = lots[l];
      if (term !== null) gains[term === 'Short' ? 'short' : 'long'] += moved * gain;
    }
    const cash = this.cash - weight * (lots[to].fee - lots[from].fee);
    const rest = value * weight * (this.rates.sells[to] - this.rates.sells[from]) + this.cashPrice(cash) - this.cashPrice(this.cash);
    return { extraCost: this.taxPrice(gains) - this.taxPrice(this.gains) + rest, extraTax: this.taxAdded(gains) - this.taxAdded(this.gains) };
  }

  /** Dollars it costs to buy one security for another, or to keep the cash. */
  private move(from: number, to: number | null): number {
    const { risk, value, assets } = this.snapshot;
    const weight = this.plan.buys[from];
    const own = (i: number): number => covarianceOf(risk, i, i);
    const [margin, curvature] = to === null
      ? [-this.covariance[from], own(from)]
      : [this.covariance[to] - this.covariance[from], own(from) + own(to) - 2 * covarianceOf(risk, from, to)];
    const linear = (to === null ? 0 : this.rates.buys[to]) - this.rates.buys[from];
    const tickets = (to === null || this.plan.buys[to] > orderFloor ? 0 : assets[to].security.tradeCost) - assets[from].security.tradeCost;
    const cash = this.cash + (to === null ? weight : 0) - tickets / value;
    return value * weight * (this.riskRate * (2 * margin + weight * curvature) + linear) + tickets + this.cashPrice(cash) - this.cashPrice(this.cash);
  }

  private cashPrice(cash: number): number {
    const { value, settings, cash: { target } } = this.snapshot;
    return value * settings.cashDrag * Math.max(0, cash - target);
  }

  private taxAdded({ short, long }: { short: number; long: number }): number {
    const { tax, value } = this.snapshot;
    return yearTax(tax, short * value, long * value) - yearTax(tax, 0, 0);
  }

  private taxPrice(gains: { short: number; long: number }): number {
    return priceOfTax(this.snapshot.tax, this.taxAdded(gains));
  }

  /** Dollars of priced tax per dollar of gain at the plan, across a dollar on either side. */
  private taxSlope(short: number, long: number): number {
    const at = (dollars: number): number => this.taxPrice({
      short: this.gains.short + (short * dollars) / this.snapshot.value, long: this.gains.long + (long * dollars) / this.snapshot.value,
    });
    return (at(1) - at(-1)) / 2;
  }
}

/** The candidate with the least value; the first of equals. */
function least(candidates: readonly number[], values: Float64Array, isOpen: (candidate: number) => boolean): number | undefined {
  let best: number | undefined;
  for (const candidate of candidates) if (isOpen(candidate) && (best === undefined || values[candidate] < values[best])) best = candidate;
  return best;
}

/** Dollars per dollar sold of each lot and bought of each asset, by every term that is linear in them. */
function linearRates(snapshot: AccountSnapshot): { sells: Float64Array; buys: Float64Array } {
  const rates = { sells: new Float64Array(snapshot.lots.length), buys: new Float64Array(snapshot.assets.length) };
  for (const name of termNames) {
    const { sells, buys } = terms[name].express(snapshot);
    sells?.forEach((rate, l) => { rates.sells[l] += rate; });
    buys?.forEach((rate, i) => { rates.buys[i] += rate; });
  }
  return rates;
}

function covarianceOf({ loadings, size, specific }: AccountSnapshot['risk'], i: number, j: number): number {
  let covariance = i === j ? specific[i] : 0;
  for (let k = 0; k < size; k += 1) covariance += loadings[i * size + k] * loadings[j * size + k];
  return covariance;
}
