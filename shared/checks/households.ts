import { linksOf } from '../book/households';
import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { nearest } from '../contract/nearest';
import { where, type Context, type Family, type Finding } from './check';

type Household = TableRow<'households'>;
type Account = TableRow<'accounts'>;

const isManaged = ({ status = 'Active' }: Account): boolean => status === 'Active' || status === 'Suspended';

/** Accounts of each household by its lower-cased ID, those that are managed. */
function managedByHousehold({ tables }: Context): Map<string, Account[]> {
  const members = new Map<string, Account[]>();
  for (const account of tables.accounts) {
    if (!isManaged(account)) continue;
    const key = nameKey(account.householdId ?? account.accountId);
    members.set(key, [...(members.get(key) ?? []), account]);
  }
  return members;
}

/** A08–A11: households and what they refer to. */
export const householdChecks = {
  A08: {
    severity: 'skip',
    doubts: 'account',
    catches: 'household managed Together whose accounts follow different models',
    *run(context) {
      const members = managedByHousehold(context);
      for (const { householdId, manageAs, model, row } of context.tables.households ?? []) {
        if (manageAs !== 'Together' || model !== undefined) continue;
        const accounts = members.get(nameKey(householdId)) ?? [];
        const models = [...new Map(accounts.flatMap((account) => (account.model === undefined ? [] : [[nameKey(account.model), account.model]]))).values()].sort();
        if (models.length < 2) continue;
        yield {
          table: 'households', row, column: 'model', rowKey: householdId, found: models.join(', '), accounts: accounts.map(({ accountId }) => accountId),
          message: `Household ${householdId} at ${where(context, 'households', row, 'model')} is managed Together and its accounts follow ${models.join(' and ')}.`,
          fix: 'Choose the household\'s one model here, or set Manage as to Each account.',
        };
      }
    },
  },
  A09: { severity: 'skip', doubts: 'account', catches: 'model of a household not in Models', run: unknownModels },
  A10: { severity: 'warn', catches: 'wash-sale link to an unknown household, or one that no setting looks at', run: emptyLinks },
  A11: { severity: 'warn', catches: 'asset location that cannot act: Location without a Location policy, or the reverse', run: idleLocation },
} satisfies Family;

function* unknownModels(context: Context): Iterable<Finding> {
  const known = [...new Set(context.tables.models.map(({ model }) => model))];
  const members = managedByHousehold(context);
  for (const { householdId, manageAs, model, row } of context.tables.households ?? []) {
    if (model === undefined || context.index.model(model)) continue;
    const relying = (members.get(nameKey(householdId)) ?? []).filter((account) => manageAs === 'Together' || account.model === undefined);
    const suggested = nearest(model, known);
    yield {
      table: 'households', row, column: 'model', rowKey: householdId, found: model, suggested, subject: householdId,
      severity: relying.length > 0 ? 'skip' : 'warn', accounts: relying.map(({ accountId }) => accountId),
      message: `Model "${model}" of household ${householdId} at ${where(context, 'households', row, 'model')} is not in Models.`,
      fix: suggested === undefined ? 'Add the model, or choose another.' : `Maybe it is "${suggested}".`,
    };
  }
}

function* emptyLinks(context: Context): Iterable<Finding> {
  const { tables, settingsOf } = context;
  const looksAround = new Set(tables.accounts
    .filter((account) => settingsOf({ id: account.accountId, group: account.group }).washSaleScope === 'Linked')
    .map(({ accountId, householdId }) => nameKey(householdId ?? accountId)));
  const known = new Set(tables.accounts.map(({ accountId, householdId }) => nameKey(householdId ?? accountId)));
  for (const household of tables.households ?? []) {
    for (const other of linksOf(household)) {
      const problem = linkProblem(household, other, known, looksAround);
      if (problem) yield { table: 'households', row: household.row, column: 'washSaleLink', rowKey: household.householdId, found: other, subject: `${household.householdId} ${other}`, ...problem(context) };
    }
  }
}

function linkProblem({ householdId, row }: Household, other: string, known: ReadonlySet<string>, looksAround: ReadonlySet<string>): ((context: Context) => Pick<Finding, 'message' | 'fix'>) | undefined {
  const [own, linked] = [nameKey(householdId), nameKey(other)];
  const place = (context: Context): string => where(context, 'households', row, 'washSaleLink');
  if (own === linked) return (context) => ({ message: `Household ${householdId} is linked to itself at ${place(context)}.`, fix: 'Name the other household, or clear the cell.' });
  if (!known.has(linked)) return (context) => ({ message: `No account belongs to household "${other}" at ${place(context)}.`, fix: 'Maybe it is spelled differently in Accounts.' });
  if (looksAround.has(own) || looksAround.has(linked)) return undefined;
  return (context) => ({
    message: `Household ${householdId} is linked to ${other} at ${place(context)}, but no account of the two has Wash-sale scope Linked.`,
    fix: 'Set Wash-sale scope to Linked in Settings, or clear the cell.',
  });
}

function* idleLocation(context: Context): Iterable<Finding> {
  const members = managedByHousehold(context);
  const locationOf = ({ accountId, group }: Account): string => context.settingsOf({ id: accountId, group }).location;
  const hasPolicy = (key: string): boolean => {
    const family = context.index.household(key);
    return family?.manageAs === 'Together' && (family.locationPolicy ?? 'Off') !== 'Off';
  };
  const located = new Set([...members].filter(([, accounts]) => accounts.some((account) => locationOf(account) !== 'Off')).map(([key]) => key));
  // The firm's setting is meant for whoever has a policy; only what was typed for others, or for nobody, is in vain.
  const usual = [...located].some(hasPolicy) ? context.settingsOf({ id: '' }).location : 'Off';
  for (const [key, accounts] of members) {
    const wishing = accounts.filter((account) => !['Off', usual].includes(locationOf(account)));
    if (wishing.length === 0 || hasPolicy(key)) continue;
    yield {
      table: 'accounts', row: wishing[0].row, column: 'householdId', rowKey: wishing[0].accountId, subject: 'Location without a policy', accounts: wishing.map(({ accountId }) => accountId),
      message: `The setting Location of account ${wishing[0].accountId} at ${where(context, 'accounts', wishing[0].row, 'accountId')} changes no trade: its household is not managed Together with a Location policy.`,
      fix: 'Fill in Manage as and Location policy in Households, or set Location to Off.',
    };
  }
  for (const { householdId, locationPolicy = 'Off', manageAs, row } of context.tables.households ?? []) {
    if (locationPolicy === 'Off' || (manageAs === 'Together' && located.has(nameKey(householdId)))) continue;
    yield {
      table: 'households', row, column: 'locationPolicy', rowKey: householdId, found: locationPolicy, subject: `Policy ${manageAs === 'Together'}`,
      message: `Location policy of household ${householdId} at ${where(context, 'households', row, 'locationPolicy')} changes no trade: ${manageAs === 'Together' ? 'the setting Location of its accounts is Off' : 'the household is not managed Together'}.`,
      fix: manageAs === 'Together' ? 'Set Location to Prefer or Strict in Settings.' : 'Set Manage as to Together, or clear the policy.',
    };
  }
}
