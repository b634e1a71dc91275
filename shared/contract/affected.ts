import { nameKey } from '../book/names';
import type { TableName, TableRow } from '.';
import type { BookIndex } from './book-index';

/** Accounts that depend on a row; undefined when that cannot be told, so that nothing may run. */
type Affected<Name extends TableName> = (row: Partial<TableRow<Name>>, index: BookIndex) => readonly string[] | undefined;

const own = ({ accountId }: { readonly accountId?: string }, index: BookIndex): readonly string[] | undefined =>
  accountId === undefined ? undefined : [index.account(accountId)?.accountId ?? accountId];

const affected = {
  accounts: (row) => (row.accountId === undefined ? [] : [row.accountId]),
  holdings: own,
  securities: ({ symbol }, index) => (symbol === undefined ? [] : index.dependents(symbol)),
  models: ({ model }, index) => (model === undefined ? [] : index.followers(model)),
  taxProfiles: ({ taxProfile }, index) => index.membersOf.taxProfile(taxProfile),
  restrictions: ({ scope, scopeId }, index) => index.inScope(scope, scopeId),
  cashFlows: ({ accountId }, index) => {
    if (accountId === undefined) return undefined;
    const members = index.account(accountId) ? [] : index.membersOf.householdId(accountId);
    return members.length > 0 ? members : own({ accountId }, index);
  },
  transactions: own,
  settings: ({ scope, scopeId }, index) => index.inScope(scope, scopeId),
  groups: ({ group }, index) => index.membersOf.group(group),
  households: ({ householdId }, index) => index.membersOf.householdId(householdId),
  assetClasses: () => [],
  products: (row, index) => [row.product, row.assetClass].flatMap((each) => index.followers(each)),
  customizations: ({ scope, scopeId }, index) => index.inScope(scope, scopeId),
  substitutes: (row, index) => (row.for === undefined ? [] : index.dependents(row.for)),
  tags: ({ symbol }, index) => (symbol === undefined ? [] : index.dependents(symbol)),
  // Whoever a screen is meant for, it may have lost what it forbids.
  screens: (_, index) => index.accountIds,
  corporateActions: ({ symbol, newSymbol }, index) => [symbol, newSymbol].flatMap((each) => (each === undefined ? [] : index.dependents(each))),
  overrides: ({ scope, scopeId }, index) => index.inScope(scope, scopeId),
  manualTrades: own,
  riskClasses: (_, index) => index.accountIds,
  exposures: ({ symbol }, index) => (symbol === undefined ? [] : index.dependents(symbol)),
  factorCovariance: (_, index) => index.accountIds,
} satisfies { readonly [Name in TableName]: Affected<Name> };

/** The accounts that must wait when a row of the table cannot be trusted; undefined when nobody can say which. */
export function affectedAccounts(table: TableName, row: object, index: BookIndex): readonly string[] | undefined {
  return (affected[table] as (row: object, index: BookIndex) => readonly string[] | undefined)(row, index);
}

/** True when text names the row of a total: `Total`, `Grand total:`, `Total for account 12`. */
export function isTotalWord(text: string): boolean {
  return /^((grand|sub|account|household|portfolio|page|report)[\s-]*)?totals?(\s+(value|assets|account|portfolio|cash|holdings|for\s.*|of\s.*))?\s*:?$/i.test(nameKey(text));
}
