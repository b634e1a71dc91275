import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { daysBetween } from '../dates';
import { where, type Context, type Family, type Finding } from './check';

type Test = TableRow<'screens'>;

/** A vendor's marks are renewed at least once a year. */
const oldestTag = 400;

/** R05 and R06: tags and screens that say less than they seem to. */
export const screenChecks = {
  R05: { severity: 'skip', doubts: 'account', catches: 'screen row with a tag nobody has, or without its threshold or limit', run: emptyTests },
  R06: {
    severity: 'warn',
    catches: 'tag older than 400 days',
    *run(context) {
      for (const { symbol, tag, asOf, row } of context.tables.tags ?? []) {
        if (asOf === undefined || daysBetween(asOf, context.asOf) <= oldestTag) continue;
        yield {
          table: 'tags', row, column: 'asOf', rowKey: `${symbol} › ${tag}`, found: asOf, subject: nameKey(tag),
          message: `Tag "${tag}" of ${symbol} is of ${asOf} at ${where(context, 'tags', row, 'asOf')}, ${daysBetween(asOf, context.asOf)} days old.`,
          fix: 'Ask the vendor for new data.',
        };
      }
    },
  },
} satisfies Family;

/** Accounts that apply the screen wait: the row would forbid something and cannot. */
function* emptyTests(context: Context): Iterable<Finding> {
  const tags = new Set((context.tables.tags ?? []).map(({ tag }) => nameKey(tag)));
  for (const test of context.tables.screens ?? []) {
    const problem = problemOf(test, tags);
    if (!problem) continue;
    const { column, says, fix, isLost } = problem;
    const accounts = isLost ? screenedAccounts(context, test.screen) : [];
    yield {
      table: 'screens', row: test.row, column, rowKey: `${test.screen} › ${test.tag}`, found: column === 'tag' ? test.tag : undefined,
      ...(accounts.length > 0 ? { accounts } : { severity: 'warn' }), subject: `${test.screen} › ${test.tag} ${column}`,
      message: `${says} at ${where(context, 'screens', test.row, column)}.`, fix,
    };
  }
}

function problemOf({ test, threshold, action, limit, tag }: Test, tags: ReadonlySet<string>): { column: string; says: string; fix: string; isLost: boolean } | undefined {
  if (test !== undefined && test !== 'Has tag' && threshold === undefined) return { column: 'threshold', says: `Test ${test} has no threshold`, fix: 'Type the score at which it catches.', isLost: true };
  if (action === 'Max %' && limit === undefined) return { column: 'limit', says: 'Action Max % has no limit', fix: 'Type the limit.', isLost: true };
  return tags.has(nameKey(tag)) ? undefined
    : { column: 'tag', says: `No security has the tag "${tag}"`, fix: 'Maybe it is spelled differently in Tags.', isLost: false };
}

/** Accounts bound by a rule that names the screen. */
function screenedAccounts({ tables, index, asOf }: Context, screen: string): string[] {
  return [...new Set((tables.restrictions ?? [])
    .filter(({ rule, on, value, until }) => (rule === 'Screen' || on === 'Screen') && nameKey(value) === nameKey(screen) && !(until !== undefined && until < asOf))
    .flatMap(({ scope, scopeId }) => index.inScope(scope, scopeId) ?? []))];
}
