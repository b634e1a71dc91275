import { dateParts, dayOfYear } from '../dates';
import type { IsoDate } from '../units';
import type { Settings } from '../book/settings';

/**
 * When a loss is worth taking. A small loss early in the year is worth more kept as an option on a larger one,
 * so the loss that is taken without regret shrinks as the year runs out: from 20 % of basis on 1 January,
 * in a straight line, to the setting *Harvest at* on 1 December, then flat (the path of Smartleaf's published
 * threshold, 80 % of basis in January to 95 % by 1 December).
 */
const thresholdInJanuary = 0.2;

/** First month and day on which the year-end profile takes losses at all. */
const yearEndFrom = '11-01';

/**
 * Loss, as a fraction of basis, at which nothing is gained by waiting on that day. Infinite before 1 November in the
 * year-end profile. 0 when harvesting is off: losses then have no value that waiting could raise.
 */
export function harvestThreshold(day: IsoDate, profile: Settings['harvestLosses'], harvestAt: number): number {
  if (profile === 'Off') return 0;
  if (profile === 'Year-end' && day.slice(5) < yearEndFrom) return Infinity;
  const december = dayOfYear(`${String(dateParts(day).year).padStart(4, '0')}-12-01`);
  const passed = Math.min(1, (dayOfYear(day) - 1) / (december - 1));
  const start = Math.max(thresholdInJanuary, harvestAt);
  return start + (harvestAt - start) * passed;
}

/**
 * The share of a loss's tax value that selling now gives up: 1 for no loss to speak of, 0 from the threshold on.
 *
 * @param lossFraction loss over basis, ≥ 0; a gain (negative) gives up nothing
 */
export function waitingFactor(lossFraction: number, threshold: number): number {
  if (lossFraction < 0 || threshold <= 0) return 0;
  return Math.max(0, 1 - lossFraction / threshold);
}
