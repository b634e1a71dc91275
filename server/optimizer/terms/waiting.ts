import type { Term } from './term';

/** Keeping a small loss as an option is worth more than taking it; the rate per lot is set in the snapshot. */
export const waiting: Term = {
  name: 'waiting',
  express: ({ lots }) => ({ sells: Float64Array.from(lots, (lot) => lot.waiting) }),
  price: ({ lots, value }, plan) => value * lots.reduce((sum, lot, l) => sum + lot.waiting * plan.sells[l], 0),
};
