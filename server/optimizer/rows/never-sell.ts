import { fromRestriction, type Rule } from './row';
import { lotsOf, subjectAssets } from './subject';

/** The subject may not be sold. */
export const neverSell: Rule = (restriction, snapshot) =>
  lotsOf(snapshot, subjectAssets(restriction, snapshot)).map((l) => ({
    ...fromRestriction(restriction, 'never-sell'),
    tier: restriction.strictness === 'soft' ? 'soft' : 'fixed',
    name: `never sell ${snapshot.assets[snapshot.lots[l].asset].symbol}`,
    expression: { sells: [[l, 1]] },
    max: 0,
  }));
