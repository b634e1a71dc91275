/**
 * What the tax year's gains and losses cost. Short nets with short, long with long, then across (Schedule D);
 * a net loss is deductible from ordinary income up to a limit and the rest is carried forward with its character
 * (IRC §§1211(b), 1212(b), 1222). All amounts in dollars, losses negative; rates are fractions.
 */

/** Rates on a marginal dollar of short-term and of long-term gain. They may come in either order. */
export interface GainRates {
  readonly short: number;
  readonly long: number;
}

export interface NettingRules {
  /** Dollars of net loss deductible from ordinary income this year, at the short-term rate. */
  readonly ordinaryLossLimit: number;
  /**
   * What a dollar of carried-forward loss is worth, as a fraction; default half the lower rate. A carried loss is never
   * worth more than the tax on the gain it will meet, so values above the lower rate count as the lower rate.
   */
  readonly carriedLossValue?: number;
}

function carriedValue(rates: GainRates, rules: NettingRules): number {
  const lower = Math.min(rates.short, rates.long);
  return Math.min(lower, Math.max(0, rules.carriedLossValue ?? lower / 2));
}

/** Tax on net short-term gain `short` and net long-term gain `long` of the year, carry-overs included; negative when losses save tax. */
export function taxDue(short: number, long: number, rates: GainRates, rules: NettingRules): number {
  const total = short + long;
  if (short >= 0 && long >= 0) return rates.short * short + rates.long * long;
  if (total >= 0) return (short >= 0 ? rates.short : rates.long) * total;
  const deducted = Math.min(-total, rules.ordinaryLossLimit);
  return 0 - rates.short * deducted - carriedValue(rates, rules) * (-total - deducted);
}

/** `slopeShort · S + slopeLong · L + constant`. */
export interface AffinePiece {
  readonly slopeShort: number;
  readonly slopeLong: number;
  readonly constant: number;
}

/** A convex function of (S, L): the largest of its pieces. */
export type ConvexPieces = readonly AffinePiece[];

/**
 * `taxDue` is not convex, but it is the smaller of two convex functions, so minimizing it means solving two convex
 * problems and keeping the better. With the tail t = ν·N − (τs − ν)·K, N = S + L:
 *
 *   τs ≥ τl:  g₁ = max(τs·S + τl·L, τl·N, t),  g₂ = max(τs·N, t)
 *   τs < τl:  g₁ = max(τs·S + τl·L, τs·N, t),  g₂ = max(τl·N, τs·N, t)
 *
 * Each lies nowhere below the tax. g₁ meets it where both kinds gain or the cheaper kind's gain outweighs the other's
 * loss, g₂ where the dearer kind's gain does, and one of them wherever the total is a loss.
 */
export function regimes(rates: GainRates, rules: NettingRules): readonly [ConvexPieces, ConvexPieces] {
  const value = carriedValue(rates, rules);
  const onTotal = (slope: number, constant = 0): AffinePiece => ({ slopeShort: slope, slopeLong: slope, constant });
  const tail = onTotal(value, 0 - (rates.short - value) * rules.ordinaryLossLimit);
  const separate: AffinePiece = { slopeShort: rates.short, slopeLong: rates.long, constant: 0 };
  const lower = onTotal(Math.min(rates.short, rates.long));
  const together = rates.short >= rates.long ? [onTotal(rates.short), tail] : [onTotal(rates.long), onTotal(rates.short), tail];
  return [[separate, lower, tail], together];
}

/** The value of a convex function given by its pieces. */
export function largest(pieces: ConvexPieces, short: number, long: number): number {
  return pieces.reduce((most, piece) => Math.max(most, piece.slopeShort * short + piece.slopeLong * long + piece.constant), -Infinity);
}
