import type { Security } from './book';
import { nameKey } from './names';
import type { Row } from './rows';

/**
 * The securities with their tags: scores by lower-cased tag, 1 where the score is blank. Rows of unknown securities are
 * left out; of two rows for one tag the higher score counts, whatever their order.
 */
export function withTags(
  securities: ReadonlyMap<string, Security>,
  rows: readonly Row<'tags'>[],
  findSymbol: (typed: string | undefined) => string | undefined,
): ReadonlyMap<string, Security> {
  const scores = new Map<string, Map<string, number>>();
  for (const { symbol: typed, tag, score = 1 } of rows) {
    const symbol = findSymbol(typed);
    if (symbol === undefined || nameKey(tag) === '' || !Number.isFinite(score)) continue;
    const tags = scores.get(symbol) ?? new Map<string, number>();
    tags.set(nameKey(tag), Math.max(score, tags.get(nameKey(tag)) ?? -Infinity));
    scores.set(symbol, tags);
  }
  if (scores.size === 0) return securities;
  return new Map([...securities].map(([symbol, security]) => {
    const tags = scores.get(symbol);
    return [symbol, tags ? { ...security, tags: Object.fromEntries([...tags].sort(([a], [b]) => (a < b ? -1 : 1))) } : security];
  }));
}

/** The score of a security's tag; 0 where it has none. */
export function tagScore({ tags }: Pick<Security, 'tags'>, tag: string): number {
  const key = nameKey(tag);
  return tags && Object.hasOwn(tags, key) ? tags[key] : 0;
}
