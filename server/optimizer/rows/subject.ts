import type { Restriction, ScreenTest, Security } from '../../../shared/book/book';
import { nameKey } from '../../../shared/book/names';
import { isCaught } from '../../../shared/book/screens';
import { tagScore } from '../../../shared/book/tags';
import type { AccountSnapshot } from '../snapshot';

type Screens = AccountSnapshot['screens'];
type Subject = Pick<Restriction, 'on' | 'value'>;

/** Whether a security is what a value names; `wanted` is compared without case. */
type Dimension = (security: Security, wanted: string, screens: Screens) => boolean;

const named = (name: (security: Security) => string | undefined): Dimension =>
  (security, wanted) => nameKey(name(security) ?? '') === wanted;

const dimensions: Readonly<Record<Restriction['on'], Dimension>> = {
  Symbol: named((security) => security.symbol),
  'Asset class': named((security) => security.assetClass),
  Sector: named((security) => security.sector),
  Issuer: named((security) => security.issuer),
  // A score of 0 says that the security was looked at and is not concerned.
  Tag: (security, wanted) => tagScore(security, wanted) !== 0,
  Screen: (security, wanted, screens) => (screens.get(wanted) ?? []).some((test) => isCaught(security, test)),
};

/** Whether a restriction speaks of a security; names match without regard to case. */
export function isSubject({ on, value }: Subject, security: Security, screens: Screens): boolean {
  const wanted = nameKey(value);
  return wanted !== '' && dimensions[on](security, wanted, screens);
}

/** Indexes of the assets a restriction speaks of. */
export function subjectAssets(subject: Subject, { assets, screens }: AccountSnapshot): number[] {
  return assets.flatMap(({ security }, i) => (isSubject(subject, security, screens) ? [i] : []));
}

/** Indexes of the assets that one test of a screen catches. */
export function caughtAssets(test: ScreenTest, { assets }: AccountSnapshot): number[] {
  return assets.flatMap(({ security }, i) => (isCaught(security, test) ? [i] : []));
}

/** Indexes of the lots of some assets. */
export function lotsOf(snapshot: AccountSnapshot, assets: readonly number[]): number[] {
  return assets.flatMap((i) => [...snapshot.assets[i].lots]);
}
