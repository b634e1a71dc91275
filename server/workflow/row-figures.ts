import { toPlaces } from '../../shared/units';

/** Dollars as basis points of a value in dollars, as the result sheets hold them. */
export const bp = (part: number, value: number): number => toPlaces((part / value) * 10_000, 4);

/** A weight, a drift, a tracking error: a fraction to the millionth. */
export const fraction = (value: number): number => toPlaces(value, 6);
