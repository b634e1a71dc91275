import { fromRestriction, type Rule } from './row';
import { subjectAssets } from './subject';

/** The subject may not be bought. */
export const neverBuy: Rule = (restriction, snapshot, assets = subjectAssets(restriction, snapshot)) =>
  assets.map((i) => ({
    ...fromRestriction(restriction, 'never-buy'),
    tier: restriction.strictness === 'soft' ? 'soft' : 'fixed',
    name: `never buy ${snapshot.assets[i].symbol}`,
    expression: { buys: [[i, 1]] },
    max: 0,
  }));
