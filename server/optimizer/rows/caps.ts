import type { Security } from '../../../shared/book/book';
import type { AccountSnapshot } from '../snapshot';
import { asPercent, type Policy, type Row } from './row';

/** One cap per value of a dimension; funds are left out where only single issuers are meant. */
function capRows(
  snapshot: AccountSnapshot,
  cap: number | undefined,
  setting: string,
  code: string,
  dimension: (security: Security) => string | undefined,
): Row[] {
  if (cap === undefined) return [];
  const groups = new Map<string, number[]>();
  snapshot.assets.forEach((asset, i) => {
    const name = dimension(asset.security);
    if (name) groups.set(name, [...(groups.get(name) ?? []), i]);
  });
  return [...groups].map(([name, assets]) => ({
    name: `no more than ${asPercent(cap)} in ${name}`,
    source: `Settings: ${setting}`,
    code,
    tier: 'repair',
    expression: { weights: assets.map((i) => [i, 1]) },
    max: cap,
  }));
}

/** Caps of the settings *Max position*, *Max issuer* and *Max sector*. */
export const caps: Policy = (snapshot) => {
  const { maxPosition, maxIssuer, maxSector } = snapshot.settings;
  return [
    ...capRows(snapshot, maxPosition, 'Max position', 'max-position', (security) => security.symbol),
    ...capRows(snapshot, maxIssuer, 'Max issuer', 'max-issuer', (security) => security.issuer),
    ...capRows(snapshot, maxSector, 'Max sector', 'max-sector', (security) => security.sector),
  ];
};
