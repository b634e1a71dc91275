import { compareText } from '../../../shared/book/names';
import type { TargetGroup } from '../../../shared/book/target-groups';
import type { Target } from '../../../shared/book/target';

type Common = Pick<Target, 'weights' | 'groups'>;

/** A member's target, and its share of household value. */
export interface SharedTarget {
  readonly target: Common;
  readonly share: number;
}

/**
 * The one target of a household. Its accounts follow one model, but products and the choices of a single account may implement it
 * differently: then each account brings its own in proportion to its value, and ranges of the same name add up likewise.
 */
export function commonTarget(members: readonly SharedTarget[]): Common {
  const [{ target: first }] = members;
  const text = JSON.stringify([first.weights, first.groups]);
  if (members.every(({ target }) => target === first || JSON.stringify([target.weights, target.groups]) === text)) return first;
  const weights = new Map<string, number>();
  for (const { target, share } of members) for (const { symbol, target: weight } of target.weights) weights.set(symbol, (weights.get(symbol) ?? 0) + share * weight);
  return {
    weights: [...weights].sort(([a], [b]) => compareText(a, b)).map(([symbol, target]) => ({ symbol, target })),
    groups: commonGroups(members),
  };
}

/** A group that an account does not have asks for nothing there: it holds 0 of it, and may hold more only where its others allow it. */
function commonGroups(members: readonly SharedTarget[]): TargetGroup[] {
  const named = new Map<string, { readonly group: TargetGroup; readonly share: number }[]>();
  for (const { target, share } of members) {
    for (const group of target.groups) {
      const key = `${group.kind} ${group.name}`;
      named.set(key, [...(named.get(key) ?? []), { group, share }]);
    }
  }
  return [...named.values()].map((parts): TargetGroup => {
    const sum = (of: (group: TargetGroup) => number | undefined): number | undefined =>
      parts.reduce<number | undefined>((total, { group, share }) => {
        const value = of(group);
        return total === undefined || value === undefined ? undefined : total + share * value;
      }, 0);
    const [{ group }] = parts;
    return {
      ...group,
      members: [...new Set(parts.flatMap((part) => part.group.members))].sort(compareText),
      target: sum(({ target }) => target) ?? 0,
      min: sum(({ min }) => min),
      max: sum(({ max }) => max),
      source: [...new Set(parts.map((part) => part.group.source))].join(' and '),
    };
  });
}
