/**
 * A plan is all that a decision decides: dollars to sell of each lot and to buy of each security,
 * as fractions of the account's value. Shares appear only after rounding.
 */
export interface Plan {
  /** By lot. */
  readonly sells: Float64Array;
  /** By asset. */
  readonly buys: Float64Array;
}

/** The plan that does nothing. */
export function noTrade(lots: number, assets: number): Plan {
  return { sells: new Float64Array(lots), buys: new Float64Array(assets) };
}
