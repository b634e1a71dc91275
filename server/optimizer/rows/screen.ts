import type { Restriction, ScreenTest } from '../../../shared/book/book';
import { nameKey } from '../../../shared/book/names';
import { neverBuy } from './never-buy';
import { neverOwn } from './never-own';
import type { Rule } from './row';
import { caughtAssets } from './subject';
import { maxPercent } from './weight-limit';

const actions = { 'Never buy': neverBuy, 'Never own': neverOwn, 'Max %': maxPercent } satisfies Record<ScreenTest['action'], Rule>;

/** Each test of a screen forbids or caps the securities it catches; a cap holds for all of them together. */
export const screen: Rule = (restriction, snapshot) =>
  (snapshot.screens.get(nameKey(restriction.value)) ?? []).flatMap((test) =>
    actions[test.action](asAction(restriction, test), snapshot, caughtAssets(test, snapshot)));

/** The restriction that one test amounts to, named after its screen and tag. */
function asAction({ source, ...restriction }: Restriction, test: ScreenTest): Restriction {
  const words = test.test === 'Has tag' ? test.tag : `${test.tag} ${test.test} ${test.threshold}`;
  return { ...restriction, rule: test.action, value: test.tag, limit: test.limit, source: `${source}: screen ${test.screen}, ${words}` };
}
