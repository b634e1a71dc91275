import type { ImportRow } from '../format';
import { worth } from '../table/asset-type';
import { lessKnown } from '../table/sums';

/** The figures of a row that bear on its cost, as stated. */
interface Figures {
  readonly quantity: number | null;
  readonly unitCost: number | null;
  readonly cost: number | null;
  readonly gain: number | null;
  readonly marketValue: number | null;
  readonly assetType: ImportRow['assetType'];
}

/** A cost and a unit cost of 0 mean that Pershing does not know them; without a column for the cost it follows from the others. */
export function findCost({ quantity, unitCost, cost, gain, marketValue, assetType }: Figures): Pick<ImportRow, 'unitCost' | 'costBasis'> {
  const known = (amount: number | null) => (amount === 0 ? null : amount);
  const derived = known(worth(quantity, unitCost, assetType)) ?? (gain ? lessKnown(marketValue, gain) : null);
  return { unitCost: known(unitCost), costBasis: cost === null ? derived : known(cost) };
}
