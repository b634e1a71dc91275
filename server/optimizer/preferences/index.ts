import type { Substitute } from '../../../shared/book/book';
import type { Asset } from '../snapshot';
import { rankCosts } from './ranks';
import { ratingWorth } from './ratings';
import { standIns } from './stand-ins';

/**
 * The assets with what the firm prefers: ratings, ranks and hurdles. A substitute without a hurdle is held one-for-one:
 * the part that stands in takes over its original's target, so that nothing asks for a switch. With one, that part of
 * the position pays the hurdle when it is sold, whatever the sale is for: a linear price that the solver can see.
 */
export function withPreferences(assets: readonly Omit<Asset, 'preference'>[], approved: readonly Substitute[] | undefined, defaultHurdle: number): Asset[] {
  const ranks = rankCosts(assets, approved);
  const stand = standIns(assets, approved ?? [], defaultHurdle);
  const sum = (of: (each: (typeof stand)[number]) => number): number => stand.reduce((total, each) => total + of(each), 0);
  return assets.map((asset, i) => {
    const moved = sum(({ asset: to, original: from, weight, hurdle }) => (hurdle > 0 ? 0 : weight * (Number(to === i) - Number(from === i))));
    const hurdles = sum(({ asset: held, weight, hurdle }) => (held === i ? weight * hurdle : 0));
    return {
      ...asset,
      target: Math.max(0, asset.target + moved),
      preference: { held: ratingWorth(asset.security.rating), bought: ranks[i], sold: asset.weight > 0 ? hurdles / asset.weight : 0 },
    };
  });
}
