import type { IsoDate } from '../units';
import type { Account, Restriction, RestrictionSubject } from './book';
import { compareText, nameKey } from './names';
import type { Row } from './rows';

type Scoped = Pick<Account, 'id' | 'group' | 'household'>;
type Rule = Row<'restrictions'>;

/** Spells a restricted value the way Securities does, so that later comparisons need no case rules. */
export type Spell = (on: RestrictionSubject, value: string) => string;

/**
 * Returns an account's restrictions: the rows of the firm, its group, its household and itself that are in force on
 * `asOf` (both ends inclusive), in an order that rows cannot change. A blank Severity is hard. A Max or Min without
 * a usable limit says nothing and is left out.
 */
export function restrictionFinder(rows: readonly Rule[], asOf: IsoDate, spell: Spell): (account: Scoped) => Restriction[] {
  const byScope = new Map<string, { row: Rule; restriction: Restriction }[]>();
  for (const row of rows) {
    if (!isInForce(row, asOf) || !isComplete(row)) continue;
    const key = scopeKey(row.scope, row.scopeId);
    const entry = { row, restriction: toRestriction(row, spell) };
    const list = byScope.get(key);
    if (list) list.push(entry);
    else byScope.set(key, [entry]);
  }
  for (const list of byScope.values())
    list.sort((a, b) => compareEntries(a.restriction, b.restriction) || (a.row.row ?? 0) - (b.row.row ?? 0));
  return ({ id, group, household }) =>
    [scopeKey('Firm'), scopeKey('Group', group), scopeKey('Household', household), scopeKey('Account', id)]
      .flatMap((key) => byScope.get(key) ?? [])
      .map(({ restriction }) => restriction);
}

const needsLimit = {
  'Never buy': false,
  'Never sell': false,
  'Never own': false,
  Screen: false,
  'Max %': true,
  'Min %': true,
  'Max $': true,
  'Max quantity': true,
} satisfies Record<Rule['rule'], boolean>;

function isInForce({ from, until }: Rule, asOf: IsoDate): boolean {
  return (from === undefined || from <= asOf) && (until === undefined || asOf <= until);
}

/** A row for a group, household or account that does not say which must not bind those that have none. */
function isComplete({ scope, scopeId, rule, on, value, limit }: Rule): boolean {
  if (!scope || !rule || !on || !value?.trim()) return false;
  if (scope !== 'Firm' && !scopeId?.trim()) return false;
  return !needsLimit[rule] || (limit !== undefined && Number.isFinite(limit) && limit >= 0);
}

const scopeKey = (scope: Rule['scope'], id = ''): string => (scope === 'Firm' ? scope : `${scope} ${nameKey(id)}`);

function toRestriction({ scope, scopeId, rule, on, value, limit, severity, reason, row }: Rule, spell: Spell): Restriction {
  const whom = scope === 'Firm' ? 'Firm' : `${scope} ${scopeId!.trim()}`;
  return {
    rule,
    on,
    value: spell(on, value),
    limit: needsLimit[rule] ? limit : undefined,
    strictness: severity === 'Soft' ? 'soft' : 'hard',
    reason,
    source: `Restrictions${row === undefined ? '' : ` row ${row}`} (${whom})`,
  };
}

function compareEntries(a: Restriction, b: Restriction): number {
  return (
    compareText(a.rule, b.rule) ||
    compareText(a.on, b.on) ||
    compareText(a.value, b.value) ||
    (a.limit ?? 0) - (b.limit ?? 0) ||
    compareText(a.strictness, b.strictness) ||
    compareText(a.reason ?? '', b.reason ?? '')
  );
}
