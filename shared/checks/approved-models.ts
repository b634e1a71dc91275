import { nameKey } from '../book/names';
import { where, type Context, type Finding } from './check';
import { modelsInside } from './model-nesting';

/** M08: models, and models within them, that lack an approval which the group of an account asks for. */
export function* unapprovedModels(context: Context): Iterable<Finding> {
  const strict = new Set((context.tables.groups ?? []).flatMap(({ group, requireApprovedModels }) => (requireApprovedModels === 'Yes' ? [nameKey(group)] : [])));
  if (strict.size === 0) return;
  for (const account of context.tables.accounts) {
    const { model } = context.index.policyOf(account);
    if (account.group === undefined || !strict.has(nameKey(account.group)) || model === undefined) continue;
    for (const name of withAllInside(context, model)) {
      // Each row needs it: a row may have been added after the others were approved.
      const row = context.index.model(name)?.find(({ approvedBy, approvedOn }) => approvedBy === undefined || approvedOn === undefined || approvedOn > context.asOf);
      if (!row) continue;
      const column = row.approvedBy === undefined ? 'approvedBy' : 'approvedOn';
      yield {
        table: 'models', row: row.row, column, rowKey: `${row.model} › ${row.component}`, found: row[column] ?? '', subject: nameKey(name), accounts: [account.accountId],
        message: `${row.model} › ${row.component} ${row.approvedBy === undefined ? 'names nobody who approved it' : row.approvedOn === undefined ? 'has no day of approval' : `is approved only from ${row.approvedOn}`} at ${where(context, 'models', row.row, column)}, and group ${account.group} requires approved models.`,
        fix: 'Have the model approved, and fill Approved by and Approved on in each of its rows.',
      };
    }
  }
}

function withAllInside(context: Context, model: string): string[] {
  const seen = new Map([[nameKey(model), model]]);
  // A map grows while it is walked: every model inside one already reached.
  for (const name of seen.values()) for (const inner of modelsInside(context, name)) if (!seen.has(nameKey(inner))) seen.set(nameKey(inner), inner);
  return [...seen.values()];
}
