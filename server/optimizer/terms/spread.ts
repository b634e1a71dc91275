import type { Term } from './term';

/** Half the bid-ask spread on every dollar traded. */
export const spread: Term = {
  name: 'spread',
  express: ({ assets, lots }) => ({
    buys: Float64Array.from(assets, ({ security }) => security.spread / 2),
    sells: Float64Array.from(lots, (lot) => assets[lot.asset].security.spread / 2),
  }),
  price: ({ assets, lots, value }, plan) => value * (
    assets.reduce((sum, { security }, i) => sum + (security.spread / 2) * plan.buys[i], 0)
    + lots.reduce((sum, lot, l) => sum + (assets[lot.asset].security.spread / 2) * plan.sells[l], 0)
  ),
};
