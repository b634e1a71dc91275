import { yearTax, type TaxState } from '../tax-state';

/**
 * Average slope of the priced tax by short- and long-term gain along the straight path from nothing realized to
 * (`short`, `long`) dollars: what each dollar of gain costs. `short·slope + long·slope` is the priced tax exactly.
 */
export function netGainGradient(state: TaxState, short: number, long: number): { short: number; long: number } {
  if (!state.taxed || (short === 0 && long === 0)) return { short: 0, long: 0 };
  const cuts = breakpoints(state, short, long);
  const slope = { short: 0, long: 0 };
  for (let k = 1; k < cuts.length; k += 1) {
    const length = cuts[k] - cuts[k - 1];
    if (length <= 0) continue;
    const middle = (cuts[k] + cuts[k - 1]) / 2;
    const price = priceSlope(state, middle * short, middle * long);
    const rates = regionRates(state, state.short + middle * short, state.long + middle * long);
    slope.short += length * price * rates.short;
    slope.long += length * price * rates.long;
  }
  return slope;
}

/** Fractions of the path at which netting changes its region or added tax changes its sign. */
function breakpoints(state: TaxState, short: number, long: number): number[] {
  const crossings = [
    -state.short / short,
    -state.long / long,
    -(state.short + state.long) / (short + long),
    -(state.short + state.long + state.ordinaryLimit) / (short + long),
  ];
  const cuts = [0, 1, ...crossings.filter((t) => t > 0 && t < 1)].sort((a, b) => a - b);
  const added = (t: number): number => addedInAll(state, t * short, t * long);
  const zeros = cuts.slice(1).flatMap((to, k) => {
    const from = cuts[k];
    const [a, b] = [added(from), added(to)];
    return a * b < 0 ? [from + ((to - from) * a) / (a - b)] : [];
  });
  return [...cuts, ...zeros].sort((a, b) => a - b);
}

function priceSlope(state: TaxState, short: number, long: number): number {
  const added = addedInAll(state, short, long);
  return added > 0 ? state.plus : added < 0 ? state.minus : 0;
}

/** Tax that the run adds with what other accounts of the profile already do. */
const addedInAll = (state: TaxState, short: number, long: number): number => (state.already ?? 0) + yearTax(state, short, long) - yearTax(state, 0, 0);

/** Marginal tax by kind of gain in the region of (S, L); the regions are those of shared/tax/netting.ts. */
function regionRates({ shortRate, longRate, ordinaryLimit, carriedValue }: TaxState, short: number, long: number): { short: number; long: number } {
  const total = short + long;
  if (short >= 0 && long >= 0) return { short: shortRate, long: longRate };
  if (total >= 0) return short >= 0 ? { short: shortRate, long: shortRate } : { short: longRate, long: longRate };
  return total >= -ordinaryLimit ? { short: shortRate, long: shortRate } : { short: carriedValue, long: carriedValue };
}
