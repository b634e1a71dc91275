/**
 * The year's netting and the loss it leaves for later years: Schedule D (Form 1040) lines 7, 15, 16 and 21 and its
 * Capital Loss Carryover Worksheet (IRC §1212(b)). Dollars, losses negative.
 */
export interface YearOfGains {
  readonly short: number;
  readonly long: number;
  /** Losses carried into the year. They can only be losses, so their sign does not matter. */
  readonly carryShort?: number;
  readonly carryLong?: number;
}

export interface Netted {
  /** Schedule D line 7: net short-term gain or loss, carry-over included. */
  readonly netShort: number;
  /** Line 15: the same for long-term. */
  readonly netLong: number;
  /** Line 21: loss deducted from ordinary income this year, as a positive number. */
  readonly deducted: number;
  /** Losses left for later years, by character; zero or negative. */
  readonly carriedShort: number;
  readonly carriedLong: number;
}

/**
 * Nets a year. A deducted loss uses up the carry-over only as far as there was income to deduct it from: `taxableIncome`
 * is line 15 of Form 1040 before any floor at zero, and is taken as ample when absent.
 */
export function net(year: YearOfGains, ordinaryLossLimit: number, taxableIncome = Infinity): Netted {
  const netShort = year.short - Math.abs(year.carryShort ?? 0);
  const netLong = year.long - Math.abs(year.carryLong ?? 0);
  const deducted = Math.min(ordinaryLossLimit, Math.max(0, -(netShort + netLong)));
  // Worksheet lines 1 to 4.
  const used = Math.min(deducted, Math.max(0, taxableIncome + deducted));
  // Lines 5 to 8: the deduction comes out of the short-term loss first, and long-term gains shelter it too.
  const shortLoss = Math.max(0, -netShort);
  const carriedShort = Math.max(0, shortLoss - used - Math.max(0, netLong));
  // Lines 9 to 13: only what the short-term loss left of the deduction touches the long-term loss.
  const carriedLong = Math.max(0, -netLong - Math.max(0, netShort) - Math.max(0, used - shortLoss));
  return { netShort, netLong, deducted, carriedShort: 0 - carriedShort, carriedLong: 0 - carriedLong };
}
