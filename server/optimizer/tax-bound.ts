import { basisPoints, perColumn } from './formulation-columns';
import type { Plane, TaxRegime } from './terms/term';

/** Bounds of the net gains a plan may realize (percent of account value), and the price of each (objective units per percent). */
export interface GainsBox {
  readonly short: { readonly lower: number; readonly upper: number; readonly price: number };
  readonly long: { readonly lower: number; readonly upper: number; readonly price: number };
}

/**
 * The least of `tax(S, L) + price·S + price·L` over a box of gains, for one regime, in basis points: a linear program in two
 * unknowns, whose optimum is a corner of the box or where planes of the tax meet each other or its edges.
 */
export function leastTax(regime: TaxRegime, { short, long }: GainsBox): number {
  const { planes, folds } = shapeOf(regime);
  let best = Infinity;
  const offer = (s: number, l: number): void => {
    if (!(s >= short.lower - 1e-12 && s <= short.upper + 1e-12 && l >= long.lower - 1e-12 && l <= long.upper + 1e-12)) return;
    let tax = -Infinity;
    for (const plane of planes) tax = Math.max(tax, plane.short * s + plane.long * l + plane.constant);
    best = Math.min(best, (planes.length > 0 ? tax : 0) + short.price * s + long.price * l);
  };
  for (const s of [short.lower, short.upper]) for (const l of [long.lower, long.upper]) offer(s, l);
  folds.forEach((fold, k) => {
    for (const s of [short.lower, short.upper]) offer(s, (-fold.constant - fold.short * s) / fold.long);
    for (const l of [long.lower, long.upper]) offer((-fold.constant - fold.long * l) / fold.short, l);
    for (let n = k + 1; n < folds.length; n += 1) {
      const other = folds[n];
      const determinant = fold.short * other.long - other.short * fold.long;
      offer((fold.long * other.constant - other.long * fold.constant) / determinant, (other.short * fold.constant - fold.short * other.constant) / determinant);
    }
  });
  return best;
}

interface Shape {
  readonly planes: readonly Plane[];
  readonly folds: readonly Plane[];
}

const shapes = new WeakMap<TaxRegime, Shape>();

/** A regime's planes in the problem's units and their folds, worked out once. */
function shapeOf(regime: TaxRegime): Shape {
  const known = shapes.get(regime);
  if (known) return known;
  const planes = regime.cost.map((plane): Plane => ({ short: plane.short * perColumn, long: plane.long * perColumn, constant: plane.constant * basisPoints }));
  const shape = { planes, folds: foldsOf(planes) };
  shapes.set(regime, shape);
  return shape;
}

/** Lines on which two planes are equal. */
function foldsOf(planes: readonly Plane[]): Plane[] {
  return planes.flatMap((a, k) => planes.slice(k + 1).map((b) => ({ short: a.short - b.short, long: a.long - b.long, constant: a.constant - b.constant })))
    .filter(({ short, long }) => short !== 0 || long !== 0);
}
