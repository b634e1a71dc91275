import { isInForce } from '../book/overrides';
import { usedPrices } from '../book/used-prices';
import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { daysBetween } from '../dates';
import { where, type Context, type Family, type Finding } from './check';

type Override = TableRow<'overrides'>;

/** Days that an override may last from the as-of day before somebody has to approve it (D). */
const mostDays = 90;
/** Characters below which a reason says nothing. */
export const leastReason = 5;

const rowKey = ({ scope, scopeId, override, symbol }: Override): string => [scope, scopeId, override, symbol].filter(Boolean).join(' › ');
const needsSymbol = (kind: Override['override']): boolean => kind === 'Hold security' || kind === 'Use price';
const live = ({ tables, asOf }: Context): Override[] => (tables.overrides ?? []).filter(({ until }) => until === undefined || until >= asOf);

/** O01–O06: overrides without an end, a reason or a subject, and what they change. */
export const overrideChecks = {
  O01: {
    severity: 'stop',
    catches: 'override without end',
    *run(context) {
      for (const each of context.tables.overrides ?? []) {
        if (each.until !== undefined) continue;
        yield {
          table: 'overrides', row: each.row, column: 'until', rowKey: rowKey(each),
          message: `Override ${rowKey(each)} has no end at ${where(context, 'overrides', each.row, 'until')}.`,
          fix: `Type the last day, at most ${mostDays} days ahead.`,
        };
      }
    },
  },
  O02: {
    severity: 'info',
    catches: 'override expired, or ends before it begins',
    *run(context) {
      for (const each of context.tables.overrides ?? []) {
        const { row, from, until } = each;
        const backwards = from !== undefined && until !== undefined && until < from;
        if (until === undefined || (!backwards && until >= context.asOf)) continue;
        yield {
          table: 'overrides', row, column: 'until', rowKey: rowKey(each), found: until, ...(backwards ? { severity: 'warn' as const } : {}),
          message: `Override ${rowKey(each)} ${backwards ? `ends on ${until}, before it begins (${from}),` : `expired on ${until}`} at ${where(context, 'overrides', row, 'until')}.`,
          fix: backwards ? 'Maybe From and Until were exchanged.' : 'Remove the row, or extend it.',
        };
      }
    },
  },
  O03: {
    severity: 'warn',
    catches: `override whose reason has fewer than ${leastReason} characters`,
    *run(context) {
      for (const each of live(context)) {
        if ((each.reason ?? '').trim().length >= leastReason) continue;
        yield {
          table: 'overrides', row: each.row, column: 'reason', rowKey: rowKey(each), found: each.reason ?? '', subject: rowKey(each),
          message: `Reason of override ${rowKey(each)} is "${each.reason ?? ''}" at ${where(context, 'overrides', each.row, 'reason')}.`,
          fix: 'Say why in words that others understand: everything the override stops shows them.',
        };
      }
    },
  },
  O04: {
    severity: 'warn',
    catches: `override longer than ${mostDays} days without an approver`,
    *run(context) {
      for (const each of live(context)) {
        const { row, until, approver, by } = each;
        if (until === undefined || daysBetween(context.asOf, until) <= mostDays) continue;
        if (approver?.trim() && nameKey(approver) !== nameKey(by ?? '')) continue;
        yield {
          table: 'overrides', row, column: 'until', rowKey: rowKey(each), found: until, subject: rowKey(each),
          message: `Override ${rowKey(each)} lasts until ${until}, ${daysBetween(context.asOf, until)} days ahead, at ${where(context, 'overrides', row, 'until')}, and ${approver?.trim() ? `${approver} has approved what ${by} set` : 'no approver is named'}.`,
          fix: `Shorten it to ${mostDays} days, or name in Approver somebody other than By.`,
        };
      }
    },
  },
  O05: { severity: 'skip', doubts: 'account', catches: 'override that cannot act: whom, which security or what price is missing or unknown', run: incomplete },
  O06: {
    severity: 'info',
    catches: 'price of the run that an override sets',
    *run(context) {
      const used = usedPrices(context.tables.overrides ?? [], context.asOf);
      for (const { symbol, price, override } of used.values()) {
        if (!context.index.security(symbol)) continue;
        yield {
          table: 'overrides', row: override.row, column: 'value', rowKey: rowKey(override), found: price, subject: rowKey(override),
          message: `${symbol} is priced at ${price} until ${override.until ?? 'further notice'} by ${where(context, 'overrides', override.row, 'value')}: ${override.reason}.`,
          fix: 'Remove the row once Securities has a price again.',
        };
      }
    },
  },
} satisfies Family;

function* incomplete(context: Context): Iterable<Finding> {
  for (const each of live(context)) {
    const problem = problemOf(each, context);
    if (!problem) continue;
    const accounts = boundBy(each, context);
    const severity = problem.isLost && accounts.length > 0 ? 'skip' : 'warn';
    yield {
      table: 'overrides', row: each.row, column: problem.column, rowKey: rowKey(each), found: each[problem.column], severity, subject: `${severity} ${rowKey(each)} ${each.row}`,
      ...(severity === 'skip' ? { accounts } : {}),
      message: `${problem.says} at ${where(context, 'overrides', each.row, problem.column)}.`, fix: problem.fix,
    };
  }
}

/** Accounts that an override was meant for. A price concerns whoever holds or wants the security. */
function boundBy({ override, scope, scopeId, symbol }: Override, { index }: Context): readonly string[] {
  if (override === 'Use price') return symbol === undefined ? index.accountIds : index.dependents(symbol);
  return index.inScope(scope, scopeId) ?? [];
}

type Problem = { readonly column: 'scopeId' | 'symbol' | 'value' | 'scope'; readonly says: string; readonly fix: string; readonly isLost: boolean };

/** What keeps an override from acting. `isLost`: it would bind somebody and cannot, so those accounts must wait. */
function problemOf(each: Override, context: Context): Problem | undefined {
  const { scope, scopeId, override, symbol, value } = each;
  if (scope !== 'Firm' && (scopeId === undefined || context.index.inScope(scope, scopeId)?.every((id) => !context.index.account(id)))) {
    return { column: 'scopeId', says: `${scope} "${scopeId ?? ''}" of an override is ${scopeId === undefined ? 'blank' : 'not in Accounts'}`, fix: `Type which ${scope.toLowerCase()} it binds.`, isLost: false };
  }
  if (symbol === undefined && needsSymbol(override)) return { column: 'symbol', says: `${override} has no symbol`, fix: 'Type the symbol.', isLost: true };
  if (symbol !== undefined && !context.index.security(symbol) && nameKey(symbol) !== 'cash') {
    return { column: 'symbol', says: `Symbol ${symbol} of ${override} is not in Securities, so the override has no effect`, fix: 'Maybe it is spelled differently in Securities.', isLost: false };
  }
  return override === 'Use price' ? priceProblem(each, value, context) : undefined;
}

function priceProblem({ scope, symbol, from, until }: Override, value: number | undefined, { tables, asOf }: Context): Problem | undefined {
  if (scope !== 'Firm') return { column: 'scope', says: `Use price for ${scope} is not possible: a run has one price of ${symbol}`, fix: 'Set Scope to Firm.', isLost: true };
  if (value === undefined || !(value > 0)) return { column: 'value', says: `Price of ${symbol} in Use price is ${value ?? 'blank'}`, fix: 'Type a price above zero.', isLost: true };
  const rivals = (tables.overrides ?? []).filter((other) => other.override === 'Use price' && other.scope === 'Firm' && nameKey(other.symbol ?? '') === nameKey(symbol ?? '') && isInForce(other, asOf));
  if (!isInForce({ from, until }, asOf) || rivals.length < 2) return undefined;
  return { column: 'value', says: `Price ${value} of ${symbol} is one of ${rivals.length} in force`, fix: 'Keep one of the rows.', isLost: true };
}
