import Decimal from 'decimal.js';

/** The only module that rounds. Dollars to the cent half-up, shares down to the tradable step. */
Decimal.set({ precision: 34 });

/** A calendar day, `YYYY-MM-DD`. Days compare correctly as text. */
export type IsoDate = string;

/** Dollars rounded half away from zero to the cent. */
export function toCents(dollars: Decimal.Value): number {
  const near = typeof dollars === 'number' ? nearestWhole(dollars * 100) : undefined;
  return near === undefined ? new Decimal(dollars).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber() : near / 100;
}

/** Beyond this a double no longer tells hundredths of a unit from its rounding. */
const mostPlain = 1e10;
/** Nearer than this to a half, decimal arithmetic decides which way it goes. */
const nearHalf = 1e-5;

/** The nearest whole number where binary rounding cannot have moved it across a half; undefined where it might have. */
function nearestWhole(value: number): number | undefined {
  if (!(Math.abs(value) < mostPlain)) return undefined;
  const whole = Math.round(value);
  return Math.abs(value - whole) < 0.5 - nearHalf ? whole : undefined;
}

/** The largest multiple of `step` not above `shares` (both in shares, `step` > 0). */
export function floorToStep(shares: Decimal.Value, step: Decimal.Value): number {
  // Whole shares need no decimal arithmetic: a double's floor is exact.
  if (step === 1 && typeof shares === 'number') return Math.floor(shares);
  const unit = new Decimal(step);
  return new Decimal(shares).div(unit).floor().times(unit).toNumber();
}

/** The multiple of `step` nearest to `shares`, halves up. */
export function roundToStep(shares: Decimal.Value, step: Decimal.Value): number {
  if (step === 1 && typeof shares === 'number' && shares >= 0) return Math.round(shares);
  const unit = new Decimal(step);
  return new Decimal(shares).div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit).toNumber();
}

/** Shares without the noise of binary fractions: to a billionth, below what any custodian keeps. */
export function cleanShares(shares: number): number {
  return Math.round(shares * 1e9) / 1e9;
}

/** `shares × price`, exact, to the cent. */
export function dollars(shares: Decimal.Value, price: Decimal.Value): number {
  const near = typeof shares === 'number' && typeof price === 'number' ? nearestWhole(shares * price * 100) : undefined;
  return near !== undefined ? near / 100 : toCents(new Decimal(shares).times(price));
}

/** The exact sum of amounts that are already rounded to the cent. */
export function sumCents(amounts: Iterable<number>): number {
  let total = new Decimal(0);
  let cents = 0;
  for (const amount of amounts) {
    const whole = Math.round(amount * 100);
    // A cent has an exact double as a whole number of cents; what has more digits is summed as a decimal.
    if (Math.abs(amount) < mostPlain && whole / 100 === amount) cents += whole;
    else total = total.plus(amount);
  }
  return total.isZero() && Math.abs(cents) < mostWholeCents ? cents / 100 : toCents(total.plus(new Decimal(cents).div(100)));
}

/** Whole numbers below this add up exactly as doubles. */
const mostWholeCents = 2 ** 52;

/** A number cut to `places` decimals for reports: weights, basis points, percentages. */
export function toPlaces(value: number, places: number): number {
  if (!Number.isFinite(value)) return value;
  const scale = 10 ** places;
  const near = places <= 6 ? nearestWhole(value * scale) : undefined;
  return near === undefined ? new Decimal(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber() : near / scale;
}

/**
 * Amounts rounded to the cent so that they still add up to the rounded total:
 * the cents left over go to the largest remainders (Hamilton's method).
 */
export function apportionCents(amounts: readonly number[], total: number): number[] {
  if (!Number.isFinite(total) || !amounts.every(Number.isFinite)) throw new RangeError('Amounts to apportion must be finite');
  const target = new Decimal(toCents(total)).times(100).toNumber();
  const floors = amounts.map(floorCents);
  let left = Math.round(target - floors.reduce((sum, cents) => sum + cents, 0));
  const order = amounts
    .map((amount, index) => ({ index, remainder: amount * 100 - floors[index] }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let k = 0; left !== 0 && order.length > 0; k = (k + 1) % order.length) {
    const step = Math.sign(left);
    floors[order[step > 0 ? k : order.length - 1 - k].index] += step;
    left -= step;
  }
  return floors.map((cents) => cents / 100);
}

/** Whole cents not above an amount in dollars. */
function floorCents(amount: number): number {
  const cents = amount * 100;
  const isClear = Math.abs(cents) < mostPlain && Math.abs(cents - Math.round(cents)) > nearHalf;
  return Math.floor(isClear ? cents : new Decimal(amount).times(100).toNumber());
}
