import { outOfTurn } from './lot-order';
import type { Plan } from './plan';
import type { AccountSnapshot } from './snapshot';
import { soldByAsset } from './terms/tickets';

/** Either none of these lots is sold, or none of these assets is bought and each of `full` is sold whole. */
export interface Disjunction {
  readonly lots: readonly number[];
  readonly assets: readonly number[];
  readonly full?: readonly number[];
}

/** A disjunction that a plan does not keep. */
export interface Conflict extends Disjunction {
  /** How much the plan does of what excludes the other, as a weight. */
  readonly size: number;
}

/** Below this weight a trade is solver noise. */
const noise = 1e-7;

/**
 * What convexity cannot say: a loss sold and the class bought in one run is a wash sale (IRC §1091), no security is both
 * bought and sold, and lots may have to be sold in turn. Largest conflict first.
 */
export function conflicts(snapshot: AccountSnapshot, plan: Plan): Conflict[] {
  const turns = outOfTurn(snapshot, plan).map((each): Conflict => ({ ...each, assets: [] }));
  return [...washConflicts(snapshot, plan), ...crossings(snapshot, plan), ...turns]
    .filter(({ size }) => size > noise)
    .sort((a, b) => b.size - a.size);
}

function washConflicts(snapshot: AccountSnapshot, plan: Plan): Conflict[] {
  return washClasses(snapshot).map(({ lots, assets }) => conflict(plan, lots, assets));
}

function crossings(snapshot: AccountSnapshot, plan: Plan): Conflict[] {
  const sold = soldByAsset(snapshot, plan);
  return snapshot.assets.flatMap((asset, i) =>
    (sold[i] > noise && plan.buys[i] > noise ? [conflict(plan, asset.lots, [i])] : []));
}

function conflict(plan: Plan, lots: readonly number[], assets: readonly number[]): Conflict {
  const sold = lots.reduce((sum, l) => sum + plan.sells[l], 0);
  const bought = assets.reduce((sum, i) => sum + plan.buys[i], 0);
  return { lots, assets, size: Math.min(sold, bought) };
}

/** A wash-sale class with lots at a loss: those lots, and everything of the class that can be bought. */
export interface WashClass {
  readonly washClass: string;
  readonly lots: number[];
  readonly assets: number[];
}

const known = new WeakMap<AccountSnapshot, readonly WashClass[]>();

/** The wash-sale classes of an account that hold losses, worked out once. */
export function washClasses(snapshot: AccountSnapshot): readonly WashClass[] {
  const found = known.get(snapshot) ?? findClasses(snapshot);
  known.set(snapshot, found);
  return found;
}

function findClasses({ assets, lots }: AccountSnapshot): WashClass[] {
  const classes = new Map<string, WashClass>();
  lots.forEach((lot, l) => {
    if (lot.term === null || lot.lossFraction === 0) return;
    const { washClass } = assets[lot.asset].security;
    const entry = classes.get(washClass) ?? { washClass, lots: [], assets: [] };
    entry.lots.push(l);
    classes.set(washClass, entry);
  });
  assets.forEach((asset, i) => classes.get(asset.security.washClass)?.assets.push(i));
  return [...classes.values()];
}
