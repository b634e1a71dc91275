import type { Rating } from '../../../shared/book/book';

/**
 * What the firm's rating makes a dollar of a security worth a year, as a fraction. Our choice: half a percent a step,
 * small against the risk of a large bet and against tax on a gain, enough to choose between securities that serve alike.
 */
const worth: Readonly<Record<Rating, number>> = { 'Strong buy': 0.01, Buy: 0.005, Hold: 0, Sell: -0.005, 'Strong sell': -0.01 };

/** Dollars a year per dollar held; a security without a rating is worth neither more nor less. */
export function ratingWorth(rating: Rating | undefined): number {
  return rating === undefined ? 0 : worth[rating];
}
