import type { TermName } from '../../../shared/api/result';
import type { AccountSnapshot } from '../snapshot';
import type { Outcome } from '../linear';
import type { Plan } from '../plan';

/**
 * One thing a plan costs, always in dollars. The solver minimizes `express`, the report shows `price`;
 * a property test proves that they agree.
 */
export interface Term {
  readonly name: TermName;
  /**
   * What the solver minimizes, in fractions of account value. Costs per order are no convex function of a plan:
   * they are in the price, and rounding and the choice of orders see them there.
   */
  express(snapshot: AccountSnapshot): TermExpression;
  /** Dollars the plan costs (positive) or earns (negative), counted from the same zero for every plan. */
  price(snapshot: AccountSnapshot, plan: Plan, after: Outcome): number;
}

/** The shapes the convex problem knows; each is in dollars per dollar of account value. */
export interface TermExpression {
  /** Cost per unit of weight sold of each lot. */
  readonly sells?: Float64Array;
  /** Cost per unit of weight bought of each asset. */
  readonly buys?: Float64Array;
  /** `rate · max(0, cash − above)`. */
  readonly cashAbove?: { readonly above: number; readonly rate: number };
  /** `price · aᵀΣa` of the active weights. */
  readonly variance?: number;
  /** Exact netting: the pointwise minimum of convex pieces, see `tax.ts`. */
  readonly tax?: readonly TaxRegime[];
}

/**
 * One convex piece of the tax: the largest of its planes `short·S + long·L + constant`, S and L being what the plan
 * realizes, as fractions of value. `ceiling` are planes that may not exceed `budget`.
 */
export interface TaxRegime {
  readonly cost: readonly Plane[];
  readonly tax: readonly Plane[];
}

export interface Plane {
  readonly short: number;
  readonly long: number;
  readonly constant: number;
}
