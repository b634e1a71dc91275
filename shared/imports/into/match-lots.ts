import Decimal from 'decimal.js';
import type { IsoDate } from '../../units';

/** What tells one tax lot from another. */
export interface LotKey {
  readonly lotId?: string;
  readonly acquired?: IsoDate;
  readonly quantity: number;
  /** Dollars, for the lot. */
  readonly costBasis?: number;
}

/** Lots of one security in one account, before and after. */
export interface LotMatches<Old, Fresh> {
  /** The same lot, whatever changed of it. */
  readonly pairs: readonly (readonly [Old, Fresh])[];
  readonly gone: readonly Old[];
  readonly added: readonly Fresh[];
}

type Test = (old: LotKey, fresh: LotKey) => boolean;

const both = <Value>(a: Value | undefined, b: Value | undefined): boolean => a !== undefined && a === b;
const near = (a: number | undefined, b: number | undefined, tolerance: number): boolean =>
  a !== undefined && b !== undefined && new Decimal(a).minus(b).abs().lte(tolerance);
/** Custodians print three to six decimals of a share. */
const sameQuantity: Test = (old, fresh) => near(old.quantity, fresh.quantity, 0.0005);
const sameCost: Test = (old, fresh) => near(old.costBasis, fresh.costBasis, 0.01);
const sameDay: Test = (old, fresh) => old.acquired === fresh.acquired;
const oneDayUnknown: Test = (old, fresh) => old.acquired === undefined || fresh.acquired === undefined;

/** From certain to likely; each is tried on all lots before the next. */
const tests: readonly Test[] = [
  (old, fresh) => both(old.lotId, fresh.lotId),
  (old, fresh) => sameDay(old, fresh) && sameQuantity(old, fresh) && sameCost(old, fresh),
  (old, fresh) => sameDay(old, fresh) && sameQuantity(old, fresh),
  (old, fresh) => sameQuantity(old, fresh) && sameCost(old, fresh),
  (old, fresh) => oneDayUnknown(old, fresh) && sameQuantity(old, fresh),
  (old, fresh) => both(old.acquired, fresh.acquired) && sameCost(old, fresh),
  (old, fresh) => both(old.acquired, fresh.acquired),
];

/** Pairs lots of one security and account: by Lot ID, else by day, quantity and cost; a lone lot on both sides without rival days is one lot too. */
export function matchLots<Old extends LotKey, Fresh extends LotKey>(old: readonly Old[], fresh: readonly Fresh[]): LotMatches<Old, Fresh> {
  const gone = [...old];
  const added = [...fresh];
  const pairs: (readonly [Old, Fresh])[] = [];
  const pair = (test: Test): void => {
    for (const one of [...gone]) {
      const match = added.find((other) => test(one, other));
      if (!match) continue;
      pairs.push([one, match]);
      gone.splice(gone.indexOf(one), 1);
      added.splice(added.indexOf(match), 1);
    }
  };
  tests.forEach(pair);
  if (gone.length === 1 && added.length === 1) pair(oneDayUnknown);
  return { pairs, gone, added };
}
