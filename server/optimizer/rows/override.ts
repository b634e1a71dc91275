import type { Override } from '../../../shared/book/book';
import { untilWhy } from '../../../shared/book/overrides';
import { lotsOf } from './subject';
import type { Policy, Row } from './row';

/** What each kind of override forbids; Suspend and Ignore drift are matters of the decision, not of the plan. */
const forbids: Readonly<Partial<Record<Override['kind'], { readonly buys: boolean; readonly sells: boolean }>>> = {
  'Hold security': { buys: true, sells: true },
  'No buys': { buys: true, sells: false },
  'No sells': { buys: false, sells: true },
  'Buy only': { buys: false, sells: true },
};

/** Overrides in force: nothing relaxes them, not even mandated cash, as somebody has to lift them by name. */
export const override: Policy = (snapshot) => (snapshot.account.overrides ?? []).flatMap((each): Row[] => {
  const { buys, sells } = forbids[each.kind] ?? { buys: false, sells: false };
  const members = snapshot.assets.flatMap(({ symbol }, i) => (each.symbol === undefined || each.symbol === symbol ? [i] : []));
  const row = { source: each.source, code: 'override', tier: 'fixed' as const, max: 0 };
  const name = (side: 'bought' | 'sold', all: string): string => `${each.symbol === undefined ? all : `${each.symbol} is not ${side}`}${untilWhy(each)}`;
  return [
    ...(buys ? members.map((i): Row => ({ ...row, name: name('bought', 'no purchases'), expression: { buys: [[i, 1]] } })) : []),
    ...(sells ? lotsOf(snapshot, members).map((l): Row => ({ ...row, name: name('sold', 'no sales'), expression: { sells: [[l, 1]] } })) : []),
  ];
});
