import type { ScreenTest, Security } from './book';
import { compareText, nameKey } from './names';
import type { Row } from './rows';
import { tagScore } from './tags';

/**
 * The tests of each screen by its lower-cased name, in an order that rows cannot change. A ≥ or ≤ without threshold and
 * a Max % without limit say nothing and are left out.
 */
export function buildScreens(rows: readonly Row<'screens'>[]): Map<string, ScreenTest[]> {
  const screens = new Map<string, ScreenTest[]>();
  for (const row of rows) {
    const test = toTest(row);
    if (!test) continue;
    screens.set(nameKey(test.screen), [...(screens.get(nameKey(test.screen)) ?? []), test]);
  }
  for (const tests of screens.values()) tests.sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  return new Map([...screens].sort(([a], [b]) => compareText(a, b)));
}

function toTest({ screen, tag, test = 'Has tag', threshold, action = 'Never own', limit }: Row<'screens'>): ScreenTest | undefined {
  if (nameKey(screen) === '' || nameKey(tag) === '') return undefined;
  if (test !== 'Has tag' && !Number.isFinite(threshold)) return undefined;
  if (action === 'Max %' && !(limit !== undefined && limit >= 0)) return undefined;
  return { screen: screen.trim(), tag: tag.trim(), test, threshold: threshold ?? 0, action, limit: action === 'Max %' ? limit : undefined };
}

/** Whether a test catches a security. A security without the tag has no score: neither ≥ nor ≤ catches it. */
export function isCaught(security: Pick<Security, 'tags'>, { tag, test, threshold }: ScreenTest): boolean {
  const score = tagScore(security, tag);
  if (test === 'Has tag') return score !== 0;
  if (!Object.hasOwn(security.tags ?? {}, nameKey(tag))) return false;
  return test === '≥' ? score >= threshold : score <= threshold;
}
