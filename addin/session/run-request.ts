import type { Tables } from '../../shared/contract';
import { toWire } from '../../shared/contract/wire';
import type { Issue } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';
import { skippedAccounts } from './group-issues';
import type { Scope } from './state';

/** The accounts a scope means: all of them, the user's selection, or those chosen. IDs that Accounts does not have are left out. */
export function accountsOf(scope: Scope, selected: readonly string[], known: readonly string[]): readonly string[] {
  if (scope.kind === 'all') return known;
  const wanted = new Set(scope.kind === 'selection' ? selected : scope.accounts);
  return known.filter((id) => wanted.has(id));
}

/**
 * The text that is sent on Run. The service sees only rows that could be read, so accounts whose rows could not
 * (`unread`: issues of reading) are not asked for: it would decide them on half their holdings.
 */
export function runBody(tables: Tables, asOf: IsoDate, scope: Scope, accounts: readonly string[], unread: readonly Issue[]): { body: string; asked: number } {
  const skipped = new Set(skippedAccounts(unread));
  const asked = accounts.filter((id) => !skipped.has(id));
  const everything = scope.kind === 'all' && asked.length === accounts.length;
  return { body: JSON.stringify({ asOf, ...(everything ? {} : { accounts: asked }), tables: toWire(tables) }), asked: asked.length };
}
