import type { Plan } from '../plan';
import type { Proposal, Standing } from '../proposal';
import { toPlan } from '../shares';
import { locationWorth } from './bars';
import { comparePlans, weigh, type Weighed } from './compare';
import { addUp, holdingsOf, type Frame, type Holdings } from './frame';
import { place } from './place';
import { apart } from './restate';

/** The whole household against its target. */
export function standingOf(frame: Frame, plans: ReadonlyMap<string, Plan>): Standing {
  const all = wholeOf(frame, plans);
  return apart(frame.traded[0].plain, frame, all.weights, all.cash);
}

/** What all accounts hold together. */
function wholeOf({ traded, counted, target }: Frame, plans: ReadonlyMap<string, Plan>): Holdings {
  return addUp([...traded, ...counted].map((member) => holdingsOf(member, plans.get(member.account.id))), target.length);
}

/** Rows that bind the household as a whole and are told in every account. */
const shared: ReadonlySet<string> = new Set(['band', 'cash-ceiling']);

/** Bands missed by less than this more than before (fraction of value) are rounding. */
const rounding = 1e-6;

/** Whether a band of the household, or its cash ceiling, is missed by more than before. */
export function worsensBands(frame: Frame, proposals: readonly Proposal[]): boolean {
  const plans = new Map(proposals.map(({ snapshot, shares }) => [snapshot.account.id, toPlan(snapshot, shares)]));
  const [before, after] = [new Map<string, Plan>(), plans].map((each) => wholeOf(frame, each));
  const index = new Map(frame.traded[0].plain.assets.map(({ symbol }, i) => [symbol, i]));
  const ranges = [
    ...frame.groups.map(({ members, min, max }) => ({ min, max, value: ({ weights }: Holdings) => members.reduce((sum, symbol) => sum + (weights[index.get(symbol) ?? -1] ?? 0), 0) })),
    { min: undefined, max: frame.cashCeiling, value: ({ cash }: Holdings) => cash },
  ];
  return ranges.some(({ min = -Infinity, max = Infinity, value }) => {
    const missed = (held: Holdings): number => Math.max(0, value(held) - max, min - value(held));
    return missed(after) > missed(before) + rounding;
  });
}

/** A plan is worse than staying when it costs more and mends nothing, over all accounts. */
export function isWorseThanStaying(frame: Frame, proposals: readonly Proposal[]): boolean {
  if (proposals.reduce((sum, { score }) => sum + score, 0) >= 0) return false;
  return comparePlans(weighAll(frame, proposals), weighAll(frame, proposals, [])) >= 0;
}

/** What all accounts miss, the household's own rows once; without plans, when they stay. */
export function weighAll(frame: Frame, proposals: readonly Proposal[], plans = proposals): Weighed {
  const members = proposals.map(({ snapshot }) => frame.traded.find(({ account }) => account.id === snapshot.account.id)!);
  const parts = members.map((member, k) => {
    const { snapshot } = proposals[k];
    const others = [...members.filter((other) => other !== member), ...frame.counted];
    const rest = addUp(others.map((other) => {
      const plan: Proposal | undefined = plans[members.indexOf(other)];
      return holdingsOf(other, plan ? toPlan(plan.snapshot, plan.shares) : undefined);
    }), frame.target.length);
    const placed = place(member.plain, frame, { rest, bars: [], location: locationWorth(frame, member) });
    const shares = (plans[k] as Proposal | undefined)?.shares ?? { sells: new Float64Array(snapshot.lots.length), buys: new Float64Array(snapshot.assets.length) };
    return { share: member.share, ...weigh(placed, shares, (row) => k === 0 || !shared.has(row.code)) };
  });
  return {
    missed: parts[0].missed.map((_, tier) => parts.reduce((sum, { missed, share }) => sum + share * missed[tier], 0)),
    cost: plans.length === 0 ? 0 : -proposals.reduce((sum, { score }) => sum + score, 0),
  };
}
