import Decimal from 'decimal.js';
import type { ImportRow } from '../format';
import { worth } from '../table/asset-type';
import { lessKnown } from '../table/sums';
import { findUnit } from './arithmetic';
import { isBondName, isOption } from './securities';

/** The figures of a holding as stated, and what tells its kind of security. */
export interface Stated {
  readonly quantity: number | null;
  readonly price: number | null;
  readonly marketValue: number | null;
  readonly unitCost: number | null;
  readonly costBasis: number | null;
  readonly gain: number | null;
  readonly texts: readonly (string | null)[];
  readonly cusip?: string | null;
  readonly assetClass: string | null;
}

type Figures = Pick<ImportRow, 'quantity' | 'price' | 'marketValue' | 'unitCost' | 'costBasis' | 'assetType'>;

/** Completes a holding: its value from the price, its cost from the gain or the cost of one. A cost of 0 is one that nobody knows. */
export function completeFigures(stated: Stated): Figures {
  const { quantity, price, gain } = stated;
  const assetType = findAssetType(stated);
  const stale = stated.costBasis === 0 || (stated.unitCost === 0 && stated.costBasis === null);
  const unitCost = stated.unitCost === 0 || stale ? null : stated.unitCost;
  const byUnit = stale ? null : worth(quantity, unitCost, assetType);
  const byGain = gain === null || stale ? null : gain;
  const bought = stale ? null : (stated.costBasis ?? byUnit);
  const marketValue = stated.marketValue ?? valueByGain(stated) ?? worth(quantity, price, assetType) ?? (bought === null || byGain === null ? null : new Decimal(bought).plus(byGain).toNumber());
  const left = stale ? null : lessKnown(marketValue, byGain);
  const costBasis = stale ? null : (stated.costBasis ?? (isFiner(left, byUnit) ? left : byUnit));
  return { quantity, price, marketValue, unitCost, costBasis: costBasis === 0 ? null : costBasis, assetType };
}

/** Cost and gain make the value to the cent, and need no unit of the price. */
const valueByGain = ({ costBasis, gain }: Stated): number | null => (costBasis && gain !== null ? new Decimal(costBasis).plus(gain).toNumber() : null);

/** Value less gain is to the cent, where a cost of one is rounded and leaves out the commission; both must speak of the same cost. */
const isFiner = (left: number | null, byUnit: number | null): boolean => byUnit === null || (left !== null && Math.abs(left - byUnit) <= Math.max(20, Math.abs(byUnit) * 0.02));

const bondClass = /\b(?:corporate|municipal|muni|treasury|agency|government|us) (?:bond|note|bill)s?\b|^(?:bonds?|notes?|cds?)$|certificates? of deposit|^fixed income securit|^government securit/i;
/** A fund of bonds is none. */
const isFundName = /\b(?:etf|fund|fd|index|idx)\b/i;
/** The seventh and eighth characters of a CUSIP are digits for equity, and have a letter for debt. */
const isDebtNumber = /^[0-9A-Z]{6}(?:[A-Z][0-9A-Z]|[0-9][A-Z])\d$/;

/** An option is written as one; a bond is priced per 100 of face, which its value shows, or is called one where there is nothing to compare. */
function findAssetType(stated: Stated): 'bond' | 'option' | null {
  const { quantity, price, marketValue, unitCost, costBasis, texts, cusip, assetClass } = stated;
  if (isOption(texts) || /^(?:call |put )?options?$/i.test(assetClass ?? '')) return 'option';
  const unit = findUnit(quantity, price, marketValue ?? valueByGain(stated)) ?? findUnit(quantity, unitCost, costBasis);
  if (unit !== null) return unit === 0.01 ? 'bond' : null;
  if (texts.some((text) => isFundName.test(text ?? ''))) return null;
  return texts.some(isBondName) || bondClass.test(assetClass ?? '') || isDebtNumber.test(cusip ?? '') ? 'bond' : null;
}
