import type { Tables } from '../../shared/contract';
import { toWire } from '../../shared/contract/wire';
import type { Issue } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';
import type { Scope } from './state';

/** The accounts a scope means: all of them, the user's selection, or those chosen. IDs that Accounts does not have are left out. */
export function accountsOf(scope: Scope, selected: readonly string[], known: readonly string[]): readonly string[] {
  if (scope.kind === 'all') return known;
  const wanted = new Set(scope.kind === 'selection' ? selected : scope.accounts);
  return known.filter((id) => wanted.has(id));
}

/**
 * The text that is sent on Run. Rows that could not be read are not in the tables, so the `skip` issues go along: without
 * them the service would decide accounts on half their holdings. Values found in cells stay here.
 */
export function runBody(tables: Tables, asOf: IsoDate, scope: Scope, accounts: readonly string[], issues: readonly Issue[]): string {
  const skips = issues
    .filter(({ severity }) => severity === 'skip')
    .map(({ found: _found, rowKey: _rowKey, suggested: _suggested, ...issue }) => issue);
  return JSON.stringify({ asOf, ...(scope.kind === 'all' ? {} : { accounts }), issues: skips, tables: toWire(tables) });
}
