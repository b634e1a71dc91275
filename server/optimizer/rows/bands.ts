import type { TargetGroup } from '../../../shared/book/target-groups';
import type { AccountSnapshot } from '../snapshot';
import { asPercent, type Policy, type Row } from './row';

/** Model bands: each group of the target stays between its Min and Max. Those of a household bind all its accounts together. */
export const bands: Policy = (snapshot) => {
  const index = new Map(snapshot.assets.map((asset, i) => [asset.symbol, i]));
  const { household } = snapshot;
  const share = 1 - snapshot.cash.reserve / snapshot.value;
  return (household?.groups ?? snapshot.target.groups).flatMap((group) => {
    if (group.min === undefined && group.max === undefined) return [];
    const members = group.members.flatMap((symbol) => index.get(symbol) ?? []).sort((a, b) => a - b);
    if (members.length === 0) return [];
    if (household) return [householdBand(group, members, household)];
    return [{ ...base(group, members), ...range(group.name, group.min === undefined ? undefined : group.min * share, group.max) }];
  });
};

const base = ({ source }: TargetGroup, members: readonly number[]): Omit<Row, 'name'> =>
  ({ source, code: 'band', tier: 'repair', expression: { weights: members.map((i) => [i, 1] as const) } });

const range = (name: string, min: number | undefined, max: number | undefined): Pick<Row, 'name' | 'min' | 'max'> =>
  ({ name: `${name} between ${asPercent(min ?? 0)} and ${asPercent(max ?? 1)}`, min, max });

/** The household's band less what the other accounts hold, as a share of this account: `(min − rest) / share`. */
function householdBand(group: TargetGroup, members: readonly number[], { id, share, rest }: NonNullable<AccountSnapshot['household']>): Row {
  const elsewhere = members.reduce((sum, i) => sum + rest.weights[i], 0);
  const left = (bound: number | undefined): number | undefined => (bound === undefined ? undefined : (bound - elsewhere) / share);
  const { name } = range(group.name, group.min, group.max);
  return { ...base(group, members), name: `${name} of household ${id}`, min: left(group.min), max: left(group.max) };
}
