import type { AccountSnapshot } from '../snapshot';
import type { SharePlan } from '../shares';
import { asDollars, asPercent } from '../rows/row';
import type { Row } from '../rows/row';

/** Why a trade is proposed: a stable code and one sentence of at most 140 characters. */
export interface Reason {
  readonly code: string;
  readonly why: string;
}

/** Characters of a Why. */
export const longest = 140;
const sentence = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

/** Rows the account breaks today and the plan mends: they explain the trades that serve them. */
export interface Mended {
  readonly row: Row;
  /** Sign of the change of each asset's weight that mends the row. */
  readonly serves: (asset: number, direction: 'buy' | 'sell') => boolean;
}

/** The request that a trade serves: nothing explains it better. */
const requestFor = (mended: readonly Mended[], asset: number, direction: 'buy' | 'sell'): Row | undefined =>
  mended.find(({ row, serves }) => row.code === 'manual-trade' && serves(asset, direction))?.row;

/** The reason to sell a lot: the request or the client's rule it serves, the loss it harvests, the cash it raises, else the weight it trims. */
export function sellReason(snapshot: AccountSnapshot, l: number, plan: SharePlan, mended: readonly Mended[]): Reason {
  const lot = snapshot.lots[l];
  const asset = snapshot.assets[lot.asset];
  const tax = taxNote(lot.term, lot.gain * plan.sells[l] * asset.price);
  const served = (tier: Row['tier']): Row | undefined => mended.find(({ row, serves }) => row.tier === tier && serves(lot.asset, 'sell'))?.row;
  const rule = requestFor(mended, lot.asset, 'sell') ?? served('hard');
  if (rule) return { code: rule.code, why: sentence(`${capital(rule.name)} (${rule.source})${tax}`) };
  if (lot.lossFraction > 0 && lot.term && snapshot.tax.minus > 0) {
    return { code: 'harvest', why: sentence(`Harvest: lot is ${asPercent(lot.lossFraction)} under cost${tax}${asset.target > 0 ? '' : '; not in the model'}`) };
  }
  const cash = served('cash');
  if (cash) return { code: 'raise-cash', why: sentence(`${capital(cash.name)}: ${weights(asset)}${tax}`) };
  if (asset.target === 0) return { code: 'not-in-model', why: sentence(`${asset.symbol} is not in the model: ${asPercent(asset.weight)} held${tax}`) };
  const band = served('repair');
  if (band) return { code: band.code, why: sentence(`${capital(band.name)}: ${weights(asset)}${tax}`) };
  if (asset.weight > asset.target) return { code: 'overweight', why: sentence(`Over target: ${weights(asset)}${tax}`) };
  return { code: 'rebalance', why: sentence(`Makes room for trades that lower tracking error more: ${weights(asset)}${tax}`) };
}

/** The reason to buy a security: the request or the rule it serves, else the gap it fills, else what it stands in for. */
export function buyReason(snapshot: AccountSnapshot, i: number, mended: readonly Mended[], barred: ReadonlyMap<number, string>): Reason {
  const asset = snapshot.assets[i];
  const asked = requestFor(mended, i, 'buy');
  if (asked) return { code: asked.code, why: sentence(`${capital(asked.name)} (${asked.source})`) };
  if (asset.target === 0) {
    const original = snapshot.assets.findIndex((other, j) =>
      barred.has(j) && (other.target > 0 || other.weight > 0) && other.security.riskClass === asset.security.riskClass);
    if (original >= 0) return { code: 'substitute', why: sentence(`Stands in for ${snapshot.assets[original].symbol}: ${barred.get(original)}`) };
    return { code: 'counterweight', why: 'Lowers tracking error where the securities of the model cannot be traded' };
  }
  const band = mended.find(({ serves }) => serves(i, 'buy'));
  if (band) return { code: band.row.code, why: sentence(`${capital(band.row.name)}: ${weights(asset)}`) };
  if (asset.weight < asset.target) return { code: 'underweight', why: sentence(`Under target: ${weights(asset)}`) };
  return { code: 'counterweight', why: sentence(`Stands in for what cannot be bought: ${weights(asset)}`) };
}

const weights = ({ symbol, weight, target }: { symbol: string; weight: number; target: number }): string =>
  `${symbol} is ${asPercent(weight)}, target ${asPercent(target)}`;

function taxNote(term: 'Short' | 'Long' | null, gain: number): string {
  if (!term || Math.abs(gain) < 0.5) return '';
  return `; ${term === 'Short' ? 'short' : 'long'}-term ${gain > 0 ? 'gain' : 'loss'} ${asDollars(Math.abs(gain))}`;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
