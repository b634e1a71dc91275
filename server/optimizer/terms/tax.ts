import { regimes } from '../../../shared/tax/netting';
import type { AccountSnapshot } from '../snapshot';
import type { Plan } from '../plan';
import { yearTax, type TaxState } from '../tax-state';
import type { Plane, TaxRegime, Term } from './term';

/** Net short- and long-term gain a plan realizes, as fractions of account value. */
export function realizedGains(snapshot: AccountSnapshot, plan: Plan): { short: number; long: number } {
  const gains = { short: 0, long: 0 };
  snapshot.lots.forEach((lot, l) => {
    if (lot.term === 'Short') gains.short += plan.sells[l] * lot.gain;
    else if (lot.term === 'Long') gains.long += plan.sells[l] * lot.gain;
  });
  return gains;
}

/** Tax the plan adds to the year, in dollars; negative when it saves. */
export function taxAdded(snapshot: AccountSnapshot, plan: Plan): number {
  const { short, long } = realizedGains(snapshot, plan);
  return yearTax(snapshot.tax, short * snapshot.value, long * snapshot.value) - yearTax(snapshot.tax, 0, 0);
}

/**
 * `m₊·max(ΔT, 0) − m₋·max(−ΔT, 0)`: what a change of tax is worth to the client. ΔT counts what other accounts of the profile add in
 * this run, so that the prices of all of them add up to the price of their sum, in whatever order they come.
 */
export function priceOfTax(state: TaxState, added: number): number {
  const { already = 0 } = state;
  const price = (change: number): number => (change > 0 ? state.plus * change : state.minus * change);
  return price(already + added) - price(already);
}

/** Tax by exact netting, weighed by the account's tax care. */
export const tax: Term = {
  name: 'tax',
  express: (snapshot) => (snapshot.tax.taxed ? { tax: taxRegimes(snapshot) } : {}),
  price: (snapshot, plan) => priceOfTax(snapshot.tax, taxAdded(snapshot, plan)),
};

/**
 * Netting is the smaller of two convex functions (shared/tax/netting.ts), and the price of tax rises with tax,
 * so the smaller of two convex problems is the exact optimum. With tax care off but harvesting on, added tax costs
 * nothing and saved tax counts: a third piece, zero, joins the minimum.
 */
function taxRegimes(snapshot: AccountSnapshot): TaxRegime[] {
  const { tax: state, value } = snapshot;
  const { already = 0 } = state;
  const before = (yearTax(state, 0, 0) - already) / value;
  // What the others' tax costs already is no part of this plan's price.
  const standing = (already > 0 ? state.plus * already : state.minus * already) / value;
  const pieces = regimes({ short: state.shortRate, long: state.longRate }, {
    ordinaryLossLimit: state.ordinaryLimit / value, carriedLossValue: state.carriedValue,
  });
  const moved = pieces.map((planes) => planes.map((plane): Plane => ({
    short: plane.slopeShort,
    long: plane.slopeLong,
    constant: plane.constant + (plane.slopeShort * state.short + plane.slopeLong * state.long) / value,
  })));
  const scale = (planes: readonly Plane[], factor: number): Plane[] => planes.map((plane) => ({
    short: factor * plane.short, long: factor * plane.long, constant: factor * (plane.constant - before) - standing,
  }));
  if (state.plus > 0) return moved.map((planes) => ({ cost: [...scale(planes, state.plus), ...scale(planes, state.minus)], tax: planes }));
  const nothing = [{ short: 0, long: 0, constant: -standing }];
  const off = moved.map((planes): TaxRegime => ({ cost: nothing, tax: planes }));
  return state.minus > 0 ? [...off, ...moved.map((planes) => ({ cost: scale(planes, state.minus), tax: planes }))] : off;
}
