import type { Asset } from '../snapshot';
import type { Term } from './term';

/** What selling a dollar of an asset forgoes: its rating's worth, and the hurdle where it stands in for another. */
export const sellPreference = ({ preference: { held, sold } }: Asset): number => held + sold;

/** What buying a dollar of an asset costs (positive) or is worth: its rank less its rating's worth. */
export const buyPreference = ({ preference: { held, bought } }: Asset): number => bought - held;

/**
 * What the firm would rather hold, counted from today's holdings: a dollar more of a rated security is worth its rating,
 * a dollar bought costs its rank, a dollar sold of a substitute its hurdle (see ../preferences).
 */
export const preference: Term = {
  name: 'preference',
  express: ({ assets, lots }) => ({
    sells: Float64Array.from(lots, (lot) => sellPreference(assets[lot.asset])),
    buys: Float64Array.from(assets, buyPreference),
  }),
  price: ({ assets, lots, value }, plan) => value * (
    assets.reduce((sum, asset, i) => sum + buyPreference(asset) * plan.buys[i], 0)
    + lots.reduce((sum, lot, l) => sum + sellPreference(assets[lot.asset]) * plan.sells[l], 0)
  ),
};
