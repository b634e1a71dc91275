import { nameKey } from '../book/names';
import type { TableName } from '../contract';
import { nearest } from '../contract/nearest';
import { where, type Context, type Family, type Finding } from './check';

const isManaged = ({ status }: { readonly status?: string }): boolean => status === undefined || status === 'Active' || status === 'Suspended';

/** A01–A07: accounts and what they refer to. */
export const accountChecks = {
  A01: {
    severity: 'skip',
    doubts: 'account',
    catches: 'account without a model',
    *run(context) {
      for (const account of context.tables.accounts) {
        const { accountId, row } = account;
        if (context.index.policyOf(account).model !== undefined || !isManaged(account)) continue;
        yield {
          table: 'accounts', row, column: 'model', rowKey: accountId, accounts: [accountId],
          message: `Account ${accountId} has no model at ${where(context, 'accounts', row, 'model')}.`, fix: 'Choose a model here or for its household, or set Status to Held away.',
        };
      }
    },
  },
  A02: {
    severity: 'skip',
    doubts: 'account',
    catches: 'model of an account not in Models',
    *run(context) {
      const known = [...new Set(context.tables.models.map(({ model }) => model))];
      for (const { accountId, model, row, ...account } of context.tables.accounts) {
        if (model === undefined || !isManaged(account) || context.index.model(model)) continue;
        const suggested = nearest(model, known);
        yield {
          table: 'accounts', row, column: 'model', rowKey: accountId, found: model, suggested, accounts: [accountId],
          message: `Model "${model}" at ${where(context, 'accounts', row, 'model')} is not in Models.`,
          fix: suggested === undefined ? 'Add the model, or choose another.' : `Maybe it is "${suggested}".`,
        };
      }
    },
  },
  A03: {
    severity: 'skip',
    doubts: 'account',
    catches: 'tax type of an account unknown',
    *run(context) {
      for (const { accountId, taxType, row } of context.tables.accounts) {
        if (taxType !== undefined) continue;
        yield {
          table: 'accounts', row, column: 'taxType', rowKey: accountId, accounts: [accountId],
          message: `Account ${accountId} has no tax type at ${where(context, 'accounts', row, 'taxType')}.`, fix: 'Choose Taxable, Tax-deferred, Tax-free or Exempt.',
        };
      }
    },
  },
  A04: {
    severity: 'warn',
    catches: 'account without holdings',
    *run(context) {
      for (const { accountId, row, ...account } of context.tables.accounts) {
        if (!isManaged(account) || context.index.holdingsOf(accountId).length > 0) continue;
        yield {
          table: 'accounts', row, column: 'accountId', rowKey: accountId, found: accountId, accounts: [accountId],
          message: `Account ${accountId} at ${where(context, 'accounts', row, 'accountId')} has no row in Holdings.`, fix: 'Maybe its file has not been imported yet.',
        };
      }
    },
  },
  A05: {
    severity: 'warn',
    catches: 'closed account with holdings',
    *run(context) {
      for (const { accountId, row, status } of context.tables.accounts) {
        const held = status === 'Closed' ? context.index.holdingsOf(accountId).filter(({ quantity }) => quantity !== 0).length : 0;
        if (held === 0) continue;
        yield {
          table: 'accounts', row, column: 'status', rowKey: accountId, found: status, accounts: [accountId],
          message: `Account ${accountId} is closed at ${where(context, 'accounts', row, 'status')} and has ${held} row${held === 1 ? '' : 's'} in Holdings.`,
          fix: 'Remove its holdings, or change the status.',
        };
      }
    },
  },
  A06: {
    severity: 'warn',
    catches: 'household not in Households, or rules for a household that no account belongs to',
    *run(context) {
      yield* unlistedHouseholds(context);
      yield* unknownScopes(context, 'Household', 'restrictions');
    },
  },
  A07: {
    severity: 'warn',
    catches: 'group not in Groups, or settings and rules for a group or account that does not exist',
    *run(context) {
      yield* unlistedGroups(context);
      for (const scope of ['Group', 'Account'] as const) for (const table of ['settings', 'restrictions'] as const) yield* unknownScopes(context, scope, table);
    },
  },
} satisfies Family;

function* unlistedGroups(context: Context): Iterable<Finding> {
  const { groups, accounts } = context.tables;
  if (groups === undefined) return;
  const names = groups.map(({ group }) => group);
  const known = new Set(names.map(nameKey));
  for (const { accountId, group, row } of accounts) {
    if (group === undefined || known.has(nameKey(group))) continue;
    const suggested = nearest(group, names);
    yield {
      table: 'accounts', row, column: 'group', rowKey: accountId, found: group, suggested, subject: group, accounts: [accountId],
      message: `Group "${group}" at ${where(context, 'accounts', row, 'group')} is not in Groups.`,
      fix: suggested === undefined ? 'Add the group, or clear the cell.' : `Maybe it is "${suggested}".`,
    };
  }
}

function* unlistedHouseholds(context: Context): Iterable<Finding> {
  const { households, accounts } = context.tables;
  // A sheet without a row was only added, not filled in.
  if (households === undefined || households.length === 0) return;
  const names = households.map(({ householdId }) => householdId);
  for (const { accountId, householdId, row } of accounts) {
    if (householdId === undefined || context.index.household(householdId)) continue;
    const suggested = nearest(householdId, names);
    yield {
      table: 'accounts', row, column: 'householdId', rowKey: accountId, found: householdId, suggested, subject: householdId, accounts: [accountId],
      message: `Household "${householdId}" at ${where(context, 'accounts', row, 'householdId')} is not in Households.`,
      fix: suggested === undefined ? 'Add a row for the household, or leave it: its accounts are then managed each on its own.' : `Maybe it is "${suggested}".`,
    };
  }
}

/** Rows whose Scope ID names something that no account is. */
function* unknownScopes(context: Context, scope: string, table: TableName & ('settings' | 'restrictions')): Iterable<Finding> {
  const { index, tables } = context;
  const exists = (id: string): boolean => (scope === 'Account' ? index.account(id) !== undefined : (index.inScope(scope, id) ?? []).length > 0);
  for (const row of tables[table] ?? []) {
    const { scopeId } = row;
    if (row.scope !== scope || scopeId === undefined || exists(scopeId)) continue;
    yield {
      table, row: row.row, column: 'scopeId', found: scopeId, rowKey: scopeId, subject: scopeId,
      message: `${scope} "${scopeId}" at ${where(context, table, row.row, 'scopeId')} is not in Accounts, so its row has no effect.`,
      fix: 'Correct the Scope ID, or remove the row.',
    };
  }
}
