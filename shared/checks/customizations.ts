import type { Customization } from '../book/book';
import { customizationFinder, customizationWords, isInForce } from '../book/customizations';
import type { Customized } from '../book/customize';
import { buildModels } from '../book/models';
import { nameKey } from '../book/names';
import { buildProducts } from '../book/products';
import { buildSecurities } from '../book/securities';
import { changedBy, expanderFor, type Market } from '../book/target';
import type { TableRow } from '../contract';
import { where, type Context, type Family, type Finding } from './check';
import { productMenu } from './product-menu';

type CustomizationRow = TableRow<'customizations'>;

const rowsOf = ({ tables }: Context): readonly CustomizationRow[] => tables.customizations ?? [];
const rowKey = ({ scopeId, change, component }: CustomizationRow): string => `${scopeId} › ${change} › ${component}`;
const membersOf = (context: Context, { scope, scopeId }: CustomizationRow): readonly string[] =>
  (context.index.inScope(scope, scopeId) ?? []).filter((id) => context.index.account(id));

/** L01–L04: changes of a client's allocation that cannot hold, that name nothing known, change nothing, or are said twice. */
export const customizationChecks = {
  L01: {
    severity: 'skip',
    doubts: 'account',
    catches: 'changes of an allocation that cannot hold together',
    *run(context) {
      for (const { accountId, changes, contradictions } of outcomesOf(context)) {
        if (contradictions.length === 0) continue;
        const [{ row }] = changes;
        yield {
          table: 'customizations', row, column: 'value', rowKey: accountId, subject: contradictions.join(' '), accounts: [accountId],
          message: `${contradictions[0].replace(/\.$/, '')}, at ${where(context, 'customizations', row, 'value')}.`,
          fix: 'Change the weights so that the allocation can sum to 100 %.',
        };
      }
    },
  },
  L02: { severity: 'skip', doubts: 'account', catches: 'change of an allocation that lacks a figure or names nothing that may be bought', run: meaningless },
  L03: { severity: 'warn', catches: 'change of an allocation that has no effect: nobody is bound, nothing is held of it, or it has expired', run: withoutEffect },
  L04: {
    severity: 'skip',
    doubts: 'account',
    catches: 'the same change of an allocation twice for one household or account',
    *run(context) {
      const seen = new Map<string, CustomizationRow>();
      for (const row of rowsOf(context)) {
        if (!isInForce(row, context.asOf)) continue;
        const key = `${row.scope} ${nameKey(row.scopeId)} ${row.change} ${nameKey(row.component)}`;
        const first = seen.get(key);
        if (!first) seen.set(key, row);
        if (!first || (first.value === row.value && nameKey(first.into ?? '') === nameKey(row.into ?? ''))) continue;
        const accounts = membersOf(context, row);
        yield {
          table: 'customizations', row: row.row, column: 'component', rowKey: rowKey(row), found: row.component, subject: key, accounts, severity: accounts.length > 0 ? 'skip' : 'warn',
          message: `${customizationWords(row)} for ${row.scope} ${row.scopeId} at ${where(context, 'customizations', row.row, 'component')} contradicts ${where(context, 'customizations', first.row, 'component')}: ${customizationWords(first)}.`,
          fix: 'Keep one of the rows.',
        };
      }
    },
  },
} satisfies Family;

interface Outcome extends Pick<Customized, 'contradictions' | 'unknown' | 'idle'> {
  readonly accountId: string;
  readonly changes: readonly Customization[];
}

const outcomes = new WeakMap<Context, readonly Outcome[]>();

/** What the changes of every account that has some come to, once for all checks. */
function outcomesOf(context: Context): readonly Outcome[] {
  const known = outcomes.get(context) ?? workedOut(context);
  outcomes.set(context, known);
  return known;
}

function workedOut(context: Context): Outcome[] {
  const { tables, asOf, index } = context;
  if (rowsOf(context).length === 0) return [];
  const market: Market = { securities: buildSecurities(tables.securities), models: buildModels(tables.models), products: buildProducts(tables.products ?? []), asOf };
  const changesOf = customizationFinder(rowsOf(context), asOf);
  return tables.accounts.flatMap((row): Outcome[] => {
    const customizations = changesOf({ id: row.accountId, household: row.householdId ?? row.accountId });
    const { model } = index.policyOf(row);
    if (customizations.length === 0 || model === undefined) return [];
    const { taxType, size } = productMenu(context).holder(row.accountId);
    const account = { id: row.accountId, model, taxType, productSize: size, customizations, settings: context.settingsOf({ id: row.accountId, group: row.group }) };
    const { expander } = expanderFor(market, account);
    const expansion = expander.expand(model);
    const changed = expansion && changedBy(market, expander, expansion, account);
    return changed ? [{ accountId: row.accountId, changes: customizations, ...changed }] : [];
  });
}

function* meaningless(context: Context): Iterable<Finding> {
  for (const row of rowsOf(context)) {
    const { change, value, into } = row;
    const column = change === 'Replace product' ? 'into' : 'value';
    if (change === 'Drop class' || (column === 'into' ? into : value) !== undefined || !isInForce(row, context.asOf)) continue;
    const accounts = membersOf(context, row);
    yield {
      table: 'customizations', row: row.row, column, rowKey: rowKey(row), subject: rowKey(row), accounts, severity: accounts.length > 0 ? 'skip' : 'warn',
      message: `${customizationWords(row)} for ${row.scope} ${row.scopeId} has a blank ${column === 'into' ? 'Into' : 'Value'} at ${where(context, 'customizations', row.row, column)}.`,
      fix: column === 'into' ? 'Type the product, model or symbol to hold instead.' : 'Type a percentage.',
    };
  }
  for (const { accountId, unknown } of outcomesOf(context)) {
    for (const change of unknown) {
      const [column, found] = change.into === undefined ? (['component', change.component] as const) : (['into', change.into] as const);
      yield {
        table: 'customizations', row: change.row, column, rowKey: `${accountId} › ${change.change} › ${change.component}`, found, subject: nameKey(found), accounts: [accountId],
        message: `${change.into === undefined ? 'Component' : 'Into'} "${found}" at ${where(context, 'customizations', change.row, column)} is no asset class, product, model or symbol that account ${accountId} may buy.`,
        fix: 'Maybe it is spelled differently in Securities or Products.',
      };
    }
  }
}

function* withoutEffect(context: Context): Iterable<Finding> {
  for (const row of rowsOf(context)) {
    const isOver = row.until !== undefined && row.until < context.asOf;
    if (!isOver && membersOf(context, row).length > 0) continue;
    const column = isOver ? 'until' : 'scopeId';
    yield {
      table: 'customizations', row: row.row, column, rowKey: rowKey(row), found: row[column], subject: `${column} ${row[column] ?? ''}`,
      message: isOver
        ? `${customizationWords(row)} for ${row.scope} ${row.scopeId} ended on ${row.until} at ${where(context, 'customizations', row.row, 'until')}.`
        : `${row.scope} "${row.scopeId}" at ${where(context, 'customizations', row.row, 'scopeId')} is not in Accounts, so the change has no effect.`,
      fix: isOver ? 'Remove the row, or extend it.' : 'Maybe it is spelled differently in Accounts.',
    };
  }
  for (const { accountId, idle } of outcomesOf(context)) {
    for (const change of idle) {
      yield {
        table: 'customizations', row: change.row, column: 'component', rowKey: `${accountId} › ${change.change} › ${change.component}`, found: change.component, subject: nameKey(change.component), accounts: [accountId],
        message: `${customizationWords(change)} at ${where(context, 'customizations', change.row, 'component')} has no effect: the allocation of account ${accountId} holds nothing of it.`,
        fix: 'Maybe it is spelled differently in Models, Products or Securities.',
      };
    }
  }
}
