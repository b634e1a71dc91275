import Decimal from 'decimal.js';

/** The exact sum of the amounts that are known; null when none is, since unknown is not zero. */
export function sumKnown(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toNumber();
}

/** True when amounts add up to a custodian's total: to a cent, and half a cent for each rounded amount. */
export function addsUp(amounts: readonly (number | null)[], total: number): boolean {
  return Math.abs(new Decimal(sumKnown(amounts) ?? 0).minus(total).toNumber()) <= 0.01 + 0.005 * amounts.length + 1e-9;
}

/** `a − b`, exact; null when either is unknown. */
export const lessKnown = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : new Decimal(a).minus(b).toNumber());

/** `total ÷ units` to a millionth, what a unit costs or is worth; null when either is unknown or there are no units. */
export const perUnit = (total: number | null, units: number | null): number | null =>
  total === null || !units ? null : new Decimal(total).div(units).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toNumber();
