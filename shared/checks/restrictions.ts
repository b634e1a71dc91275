import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { groupBy } from '../contract/book-index';
import { accountValue, percent, valueOf, where, type Context, type Family, type Finding } from './check';

type Rule = TableRow<'restrictions'>;

const rowKey = ({ scope, scopeId, rule, value }: Rule): string => [scope, scopeId, rule, value].filter(Boolean).join(' › ');
const needsLimit = (rule: Rule['rule']): boolean => rule.startsWith('Max') || rule.startsWith('Min');
const isExpired = ({ until }: Rule, { asOf }: Context): boolean => until !== undefined && until < asOf;

/** R01–R04 and the percentages of Limit: rules that mean nothing, are over, or cannot hold together. */
export const restrictionChecks = {
  R01: { severity: 'warn', catches: 'rule about something that is not in the workbook, or without its limit', run: unknownSubjects },
  R02: {
    severity: 'warn',
    catches: 'rule expired, or ends before it begins',
    *run(context) {
      for (const rule of context.tables.restrictions ?? []) {
        const { row, from, until } = rule;
        const backwards = from !== undefined && until !== undefined && until < from;
        if (until === undefined || (!backwards && !isExpired(rule, context))) continue;
        yield {
          table: 'restrictions', row, column: 'until', rowKey: rowKey(rule), found: until,
          message: `Rule ${rowKey(rule)} ${backwards ? `ends on ${until}, before it begins (${from}),` : `expired on ${until}`} at ${where(context, 'restrictions', row, 'until')}.`,
          fix: backwards ? 'Maybe From and Until were exchanged.' : 'Remove the rule, or extend it.',
        };
      }
    },
  },
  R03: { severity: 'skip', doubts: 'account', catches: 'rules of one account that contradict each other', run: contradictions },
  R04: { severity: 'warn', catches: 'cap below today\'s weight together with Never sell', run: cappedAndKept },
  G08: {
    severity: 'skip',
    doubts: 'account',
    catches: 'limit of a percentage rule looks a hundred times too big',
    *run(context) {
      for (const rule of context.tables.restrictions ?? []) {
        const { limit, row } = rule;
        if (!rule.rule.endsWith('%') || limit === undefined || limit <= 1) continue;
        const accounts = context.index.inScope(rule.scope, rule.scopeId) ?? [];
        yield {
          // A cap of 500 % caps nothing: the accounts it was meant for must wait.
          severity: accounts.length > 0 ? 'skip' : 'warn', accounts, subject: rowKey(rule),
          table: 'restrictions', row, column: 'limit', rowKey: rowKey(rule), found: limit, suggested: Number((limit / 100).toPrecision(12)),
          message: `Limit is ${limit}, that is ${percent(limit)}, at ${where(context, 'restrictions', row, 'limit')}.`,
          fix: `Maybe ${limit} % is meant.`,
        };
      }
    },
  },
} satisfies Family;

/** Names that a rule's subject may have, by dimension. */
function knownSubjects({ tables }: Context): Record<Rule['on'], ReadonlySet<string>> {
  const names = (values: readonly (string | undefined)[]): ReadonlySet<string> => new Set(values.filter((value) => value !== undefined).map(nameKey));
  return {
    Symbol: names(['CASH', ...tables.securities.map(({ symbol }) => symbol)]),
    'Asset class': names([...tables.securities.map(({ assetClass }) => assetClass), ...(tables.assetClasses ?? []).map(({ assetClass }) => assetClass)]),
    Sector: names(tables.securities.map(({ sector }) => sector)),
    Issuer: names(tables.securities.map(({ issuer }) => issuer)),
    Tag: names((tables.tags ?? []).map(({ tag }) => tag)),
    Screen: names((tables.screens ?? []).map(({ screen }) => screen)),
  };
}

function* unknownSubjects(context: Context): Iterable<Finding> {
  const known = knownSubjects(context);
  for (const rule of context.tables.restrictions ?? []) {
    const problem = isExpired(rule, context) ? undefined : problemOf(rule, known);
    if (!problem) continue;
    const accounts = context.index.inScope(rule.scope, rule.scopeId) ?? [];
    const severity = problem.isLost && accounts.length > 0 ? 'skip' : 'warn';
    yield {
      table: 'restrictions', row: rule.row, column: problem.column, rowKey: rowKey(rule), found: problem.found, severity, subject: `${severity} ${rowKey(rule)}`,
      ...(severity === 'skip' ? { accounts } : {}),
      message: `${problem.says} at ${where(context, 'restrictions', rule.row, problem.column)}.`, fix: problem.fix,
    };
  }
}

type Problem = { readonly column: string; readonly says: string; readonly found?: string; readonly fix: string; readonly isLost: boolean };

/** What keeps a rule from being followed. `isLost`: it would bind something and cannot, so its accounts must wait. */
function problemOf(rule: Rule, known: ReturnType<typeof knownSubjects>): Problem | undefined {
  const { on, value, limit, scope, scopeId } = rule;
  if (scope !== 'Firm' && scopeId === undefined) return { column: 'scopeId', says: `Scope ID of a rule for one ${scope.toLowerCase()} is blank`, fix: `Type which ${scope.toLowerCase()} the rule binds.`, isLost: false };
  if (needsLimit(rule.rule) && limit === undefined) return { column: 'limit', says: `Rule ${rule.rule} has no limit`, fix: 'Type the limit.', isLost: true };
  const isScreened = rule.rule === 'Screen' || on === 'Screen';
  const names = known[isScreened ? 'Screen' : on];
  if (names.has(nameKey(value))) return undefined;
  // A screen or a tag without its list forbids nothing, and somebody relies on it.
  if (isScreened) return { column: 'value', says: `Screen "${value}" is not in Screens`, found: value, fix: 'Maybe it is spelled differently in Screens, or the sheet is missing.', isLost: true };
  if (on === 'Tag') return { column: 'value', says: `Tag "${value}" is not in Tags`, found: value, fix: 'Maybe it is spelled differently in Tags, or the sheet is missing.', isLost: true };
  return { column: 'value', says: `${on} "${value}" is not in Securities, so the rule has no effect`, found: value, fix: 'Maybe it is spelled differently in Securities.', isLost: false };
}

/** Live rules by what they are about. */
function bySubject(context: Context): Iterable<readonly Rule[]> {
  const live = (context.tables.restrictions ?? []).filter((rule) => !isExpired(rule, context) && !(rule.from !== undefined && rule.from > context.asOf));
  return groupBy(live, ({ on, value }) => `${on} ${value}`).values();
}

function* contradictions(context: Context): Iterable<Finding> {
  for (const rules of bySubject(context)) {
    for (const one of rules) {
      for (const other of rules) {
        const both = contradict(one, other) ? shared(context, one, other) : [];
        if (both.length === 0) continue;
        yield {
          table: 'restrictions', row: other.row, column: 'rule', rowKey: rowKey(other), found: other.rule, accounts: both, subject: `${rowKey(one)} ${rowKey(other)}`,
          message: `Rule ${rowKey(other)} at ${where(context, 'restrictions', other.row, 'rule')} contradicts ${rowKey(one)}.`,
          fix: 'Remove one of them.',
        };
      }
    }
  }
}

/** Ordered pairs of hard rules that no portfolio can meet. */
function contradict(one: Rule, other: Rule): boolean {
  if (one.severity === 'Soft' || other.severity === 'Soft') return false;
  if (one.rule === 'Never sell') return other.rule === 'Never own';
  if (one.rule !== 'Min %' || one.limit === undefined || one.limit <= 0) return false;
  return other.rule === 'Never own' || (other.rule === 'Max %' && other.limit !== undefined && other.limit < one.limit);
}

/** Accounts that both rules bind. */
function shared({ index }: Context, one: Rule, other: Rule): string[] {
  const second = new Set(index.inScope(other.scope, other.scopeId));
  return (index.inScope(one.scope, one.scopeId) ?? []).filter((account) => second.has(account));
}

function* cappedAndKept(context: Context): Iterable<Finding> {
  for (const rules of bySubject(context)) {
    const kept = rules.filter(({ rule }) => rule === 'Never sell');
    for (const cap of rules.filter(({ rule, limit }) => rule === 'Max %' && limit !== undefined)) {
      for (const account of new Set(kept.flatMap((rule) => shared(context, cap, rule)))) {
        const weight = weightOf(context, account, cap);
        if (weight <= (cap.limit ?? 1)) continue;
        yield {
          table: 'restrictions', row: cap.row, column: 'limit', rowKey: rowKey(cap), found: cap.limit, accounts: [account], subject: `${rowKey(cap)} ${account}`,
          message: `${cap.value} is ${percent(Number(weight.toFixed(4)))} of account ${account}, above its cap of ${percent(cap.limit ?? 1)} at ${where(context, 'restrictions', cap.row, 'limit')}, and may never be sold.`,
          fix: 'Raise the cap, or allow sales.',
        };
      }
    }
  }
}

/** Share of an account in a rule's subject. */
function weightOf(context: Context, account: string, { on, value }: Rule): number {
  const property = ({ Symbol: 'symbol', 'Asset class': 'assetClass', Sector: 'sector', Issuer: 'issuer' } as const)[on as 'Symbol'] as 'symbol' | undefined;
  // Tags and screens are not weighed here: the optimizer keeps what cannot be sold and reports the cap.
  if (property === undefined) return 0;
  const total = accountValue(context, account);
  const held = context.index.holdingsOf(account)
    .filter(({ symbol }) => nameKey(context.index.security(symbol)?.[property] ?? '') === nameKey(value))
    .reduce((sum, row) => sum + (valueOf(context, row) ?? 0), 0);
  return total > 0 ? held / total : 0;
}
