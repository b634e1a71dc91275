import { neverBuy } from './never-buy';
import { fromRestriction, type Rule } from './row';
import { subjectAssets } from './subject';

/** The subject may not be bought, and what is held is to be sold. */
export const neverOwn: Rule = (restriction, snapshot, assets = subjectAssets(restriction, snapshot)) => [
  ...neverBuy(restriction, snapshot, assets),
  ...assets.map((i) => ({
    ...fromRestriction(restriction, 'never-own'),
    name: `never own ${snapshot.assets[i].symbol}`,
    expression: { weights: [[i, 1] as const] },
    max: 0,
  })),
];
