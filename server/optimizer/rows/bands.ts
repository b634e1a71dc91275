import { asPercent, type Policy } from './row';

/** Model bands: each group of the target stays between its Min and Max. */
export const bands: Policy = (snapshot) => {
  const index = new Map(snapshot.assets.map((asset, i) => [asset.symbol, i]));
  return snapshot.target.groups.flatMap((group) => {
    if (group.min === undefined && group.max === undefined) return [];
    const weights = group.members.flatMap((symbol) => {
      const i = index.get(symbol);
      return i === undefined ? [] : [[i, 1] as const];
    });
    if (weights.length === 0) return [];
    const share = 1 - snapshot.cash.reserve / snapshot.value;
    const low = group.min === undefined ? undefined : group.min * share;
    const high = group.max;
    return [{
      name: `${group.name} between ${asPercent(low ?? 0)} and ${asPercent(high ?? 1)}`,
      source: group.source,
      code: 'band',
      tier: 'repair' as const,
      expression: { weights },
      min: low,
      max: high,
    }];
  });
};
