import { nameKey } from '../book/names';
import type { TableRow, Tables } from '.';

/** Lookups over the rows of one workbook. Names are compared without case; account IDs exactly, then without case. */
export interface BookIndex {
  readonly accountIds: readonly string[];
  /** The account as Accounts spells it; undefined when unknown. */
  account(id: string | undefined): TableRow<'accounts'> | undefined;
  security(symbol: string | undefined): TableRow<'securities'> | undefined;
  /** The row of a household; undefined when it has none. */
  household(id: string | undefined): TableRow<'households'> | undefined;
  /** Model and tax profile of an account: its own, else its household's; the household's model when managed Together. */
  policyOf(account: TableRow<'accounts'>): Pick<TableRow<'accounts'>, 'model' | 'taxProfile'>;
  /** Rows of a model, in their order. */
  model(name: string | undefined): readonly TableRow<'models'>[] | undefined;
  /** Securities of an asset class. */
  assetClass(name: string | undefined): readonly TableRow<'securities'>[] | undefined;
  holdingsOf(accountId: string): readonly TableRow<'holdings'>[];
  readonly membersOf: Record<'group' | 'householdId' | 'taxProfile', (name: string | undefined) => readonly string[]>;
  /** Accounts that a row's scope binds; undefined when the scope cannot be told. */
  inScope(scope: string | undefined, id: string | undefined): readonly string[] | undefined;
  /** Accounts whose model is this one or leads to it. */
  followers(model: string | undefined): readonly string[];
  /** Accounts that hold the security, or whose model leads to it or to its asset class. */
  dependents(symbol: string): readonly string[];
}

/** Rows by a name, lower-cased; rows without it are left out. */
export function groupBy<Row>(rows: readonly Row[], name: (row: Row) => string | undefined): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const text = name(row);
    if (text === undefined) continue;
    const key = nameKey(text);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Builds the lookups in time linear in the rows. */
export function indexBook(tables: Tables): BookIndex {
  const accounts = groupBy(tables.accounts, (row) => row.accountId);
  const exact = new Map([...tables.accounts].reverse().map((row) => [row.accountId, row]));
  // Of repeated symbols the first counts, as in the book; the exact spelling is the quick way.
  const bySymbol = new Map([...tables.securities].reverse().map((row) => [row.symbol, row]));
  const securities = groupBy(tables.securities, (row) => row.symbol);
  const classes = groupBy(tables.securities, (row) => row.assetClass);
  const models = groupBy(tables.models, (row) => row.model);
  const holdings = groupBy(tables.holdings, (row) => row.accountId);
  const holders = groupBy(tables.holdings, (row) => row.symbol);
  const { household, policyOf } = indexHouseholds(tables);
  const byModel = groupBy(tables.accounts, (row) => policyOf(row).model);
  const customizing = customizationsByName(tables);
  const accountIds = [...new Set(tables.accounts.map((row) => row.accountId))];
  const members = (column: 'group' | 'householdId' | 'taxProfile') => {
    const groups = groupBy(tables.accounts, (row) => (column === 'taxProfile' ? policyOf(row).taxProfile : row[column]));
    return (name: string | undefined): readonly string[] => ids(groups.get(nameKey(name ?? '')) ?? []);
  };
  const membersOf = { group: members('group'), householdId: members('householdId'), taxProfile: members('taxProfile') };
  const account = (id: string | undefined): TableRow<'accounts'> | undefined => exact.get(id ?? '') ?? accounts.get(nameKey(id ?? ''))?.[0];
  const inScope: BookIndex['inScope'] = (scope, id) => {
    if (scope === 'Firm') return accountIds;
    if (scope === 'Group') return membersOf.group(id);
    if (scope === 'Household') return membersOf.householdId(id);
    return scope === 'Account' && id !== undefined ? ids([account(id) ?? { accountId: id }]) : undefined;
  };
  const leadingTo = accountsLeadingTo(usersOf(tables), (name) => [...ids(byModel.get(name) ?? []), ...(customizing.get(name) ?? []).flatMap((row) => inScope(row.scope, row.scopeId) ?? [])]);
  return {
    accountIds,
    account,
    security: (symbol) => bySymbol.get(symbol ?? '') ?? securities.get(nameKey(symbol ?? ''))?.[0],
    household,
    policyOf,
    model: (name) => models.get(nameKey(name ?? '')),
    assetClass: (name) => classes.get(nameKey(name ?? '')),
    holdingsOf: (id) => holdings.get(nameKey(id)) ?? [],
    membersOf,
    inScope,
    followers: (model) => leadingTo([nameKey(model ?? '')]),
    dependents: (symbol) => {
      const own = securities.get(nameKey(symbol))?.[0];
      const names = [nameKey(symbol), ...own?.assetClass && own.tradable !== 'No' ? [nameKey(own.assetClass)] : []];
      return [...new Set([...ids(holders.get(nameKey(symbol)) ?? []), ...leadingTo(names)])];
    },
  };
}

function indexHouseholds({ households = [] }: Tables): Pick<BookIndex, 'household' | 'policyOf'> {
  const rows = groupBy(households, (row) => row.householdId);
  const household: BookIndex['household'] = (id) => rows.get(nameKey(id ?? ''))?.[0];
  return {
    household,
    policyOf: ({ accountId, householdId, model, taxProfile }) => {
      const family = household(householdId ?? accountId);
      const common = family?.manageAs === 'Together' ? family.model : undefined;
      return { model: common ?? model ?? family?.model, taxProfile: taxProfile ?? family?.taxProfile };
    },
  };
}

const ids = (rows: readonly { readonly accountId: string }[]): string[] => [...new Set(rows.map((row) => row.accountId))];

/** Changes of allocations by what they name. */
function customizationsByName({ customizations = [] }: Tables): Map<string, TableRow<'customizations'>[]> {
  return groupBy(customizations.flatMap((row) => [{ ...row, name: row.component }, { ...row, name: row.into }]), ({ name }) => name);
}

/** Names that lead on, by lower-cased name: a component to its models, what a product implements to the product and its asset class. */
function usersOf({ models, products = [] }: Tables): Map<string, string[]> {
  const users = new Map<string, string[]>();
  const add = (name: string | undefined, user: string): void => {
    if (name === undefined) return;
    const list = users.get(nameKey(name));
    if (list) list.push(nameKey(user));
    else users.set(nameKey(name), [nameKey(user)]);
  };
  for (const { component, model } of models) add(component, model);
  for (const { implements: held, product, assetClass } of products) for (const user of [product, assetClass]) add(held, user);
  return users;
}

/** Climbs from names to whatever uses them, up to the accounts that chose one; remembers what it has climbed. */
function accountsLeadingTo(
  users: ReadonlyMap<string, readonly string[]>,
  choosersOf: (name: string) => readonly string[],
): (names: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (names) => {
    const key = names.join('\n');
    const found = known.get(key) ?? climb(names);
    known.set(key, found);
    return found;
  };

  function climb(names: readonly string[]): readonly string[] {
    const seen = new Set(names);
    // A set grows while it is walked: every name that uses one already reached.
    for (const name of seen) for (const user of users.get(name) ?? []) seen.add(user);
    return [...new Set([...seen].flatMap(choosersOf))];
  }
}
