import Decimal from 'decimal.js';
import type { ImportRow } from '../format';
import { worth } from '../table/asset-type';

/** The figures of a row that bear on its cost, as stated. */
interface Figures {
  readonly quantity: number | null;
  readonly unitCost: number | null;
  readonly marketValue: number | null;
  readonly gain: number | null;
  /** The whole cost, where the view shows it. */
  readonly totalCost?: number | null;
  readonly assetType: ImportRow['assetType'];
}

/** Cost is as stated, else value less gain, whatever the asset type; a stated cost of 0.00 means that it is unknown. */
export function findCost({ quantity, unitCost, marketValue, gain, assetType, totalCost = null }: Figures): Pick<ImportRow, 'unitCost' | 'costBasis'> {
  const known = marketValue !== null && gain !== null;
  const derived = known ? new Decimal(marketValue).minus(gain).toNumber() : worth(quantity, unitCost, assetType);
  const costBasis = totalCost === null ? derived : signedLike(quantity, totalCost);
  return unitCost === 0 || costBasis === 0 ? { unitCost: null, costBasis: null } : { unitCost, costBasis };
}

/** What was received for a short position is a negative cost, however the view prints it. */
const signedLike = (quantity: number | null, totalCost: number): number => ((quantity ?? 0) < 0 ? -Math.abs(totalCost) : totalCost);
