import type { Restriction, Security } from '../../../shared/book/book';
import type { AccountSnapshot } from '../snapshot';

const dimensions: Readonly<Partial<Record<Restriction['on'], (security: Security) => string | undefined>>> = {
  Symbol: (security) => security.symbol,
  'Asset class': (security) => security.assetClass,
  Sector: (security) => security.sector,
  Issuer: (security) => security.issuer,
};

/** Indexes of the assets a restriction speaks of; names match without regard to case. */
export function subjectAssets({ on, value }: Pick<Restriction, 'on' | 'value'>, snapshot: AccountSnapshot): number[] {
  const dimension = dimensions[on];
  if (!dimension) return [];
  const wanted = value.trim().toLowerCase();
  return snapshot.assets.flatMap((asset, i) => (dimension(asset.security)?.trim().toLowerCase() === wanted ? [i] : []));
}

/** Indexes of the lots of some assets. */
export function lotsOf(snapshot: AccountSnapshot, assets: readonly number[]): number[] {
  return assets.flatMap((i) => [...snapshot.assets[i].lots]);
}
