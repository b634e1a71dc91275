import type { IsoDate } from '../units';
import type { Account, Override } from './book';
import { compareText, nameKey } from './names';
import type { Row } from './rows';

type Scoped = Pick<Account, 'id' | 'group' | 'household'>;
type OverrideRow = Row<'overrides'>;

/** Whether a row is in force on a day, both ends included. A row without an end is in force, and a check has refused the run. */
export function isInForce({ from, until }: Pick<OverrideRow, 'from' | 'until'>, day: IsoDate): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/**
 * Returns an account's overrides: the rows of the firm, its group, its household and itself that are in force on `asOf`, in an
 * order that rows cannot change. *Use price* concerns the book as a whole, see used-prices.ts. A security hold without its
 * symbol holds nothing (and a check has left its accounts out).
 */
export function overrideFinder(rows: readonly OverrideRow[], asOf: IsoDate, findSymbol: (typed: string | undefined) => string | undefined): (account: Scoped) => Override[] {
  const byScope = new Map<string, Override[]>();
  for (const row of rows) {
    const override = isInForce(row, asOf) ? toOverride(row, findSymbol) : undefined;
    if (!override) continue;
    const key = scopeKey(row.scope, row.scopeId);
    byScope.set(key, [...(byScope.get(key) ?? []), override]);
  }
  for (const list of byScope.values()) list.sort(compareOverrides);
  return ({ id, group, household }) => [scopeKey('Firm'), scopeKey('Group', group), scopeKey('Household', household), scopeKey('Account', id)]
    .flatMap((key) => byScope.get(key) ?? []);
}

const scopeKey = (scope: OverrideRow['scope'], id = ''): string => (scope === 'Firm' ? scope : `${scope} ${nameKey(id)}`);

function toOverride({ scope, scopeId, override, symbol, until, reason, by, row }: OverrideRow, findSymbol: (typed: string | undefined) => string | undefined): Override | undefined {
  if (override === 'Use price' || !override || !scope || (scope !== 'Firm' && !scopeId?.trim())) return undefined;
  if (override === 'Hold security' && !symbol?.trim()) return undefined;
  const isOfAccount = override === 'Suspend' || override === 'Ignore drift';
  const whom = scope === 'Firm' ? 'Firm' : `${scope} ${scopeId!.trim()}`;
  return {
    kind: override,
    ...(isOfAccount || symbol === undefined ? {} : { symbol: findSymbol(symbol) ?? symbol.trim() }),
    until,
    reason: reason ?? 'no reason given',
    source: `Overrides${row === undefined ? '' : ` row ${row}`} (${whom}${by ? `, by ${by}` : ''})`,
  };
}

function compareOverrides(a: Override, b: Override): number {
  return compareText(a.kind, b.kind) || compareText(a.symbol ?? '', b.symbol ?? '') || compareText(a.until ?? '', b.until ?? '')
    || compareText(a.reason, b.reason) || compareText(a.source, b.source);
}

/** The override that suspends an account; undefined when none does. */
export const suspensionIn = ({ overrides = [] }: Pick<Account, 'overrides'>): Override | undefined => overrides.find(({ kind }) => kind === 'Suspend');

/** The override by which drift alone trades nothing; undefined when none is in force. */
export const ignoredDrift = ({ overrides = [] }: Pick<Account, 'overrides'>): Override | undefined => overrides.find(({ kind }) => kind === 'Ignore drift');

/** ` until 2026-12-15: Account transfer pending`: the end and the reason of an override, for sentences. */
export const untilWhy = ({ until, reason }: Override): string => `${until === undefined ? '' : ` until ${until}`}: ${reason}`;
