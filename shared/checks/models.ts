import { deepestNesting } from '../book/expand-model';
import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { groupBy } from '../contract/book-index';
import { unapprovedModels } from './approved-models';
import { percent, where, type Context, type Family, type Finding, type Way } from './check';
import { kindsOf, namesThatResolve } from './component-kinds';
import { depthOf, loops } from './model-nesting';
import { nothingToBuy } from './nothing-to-buy';
import { nearest } from '../contract/nearest';

type ModelRow = TableRow<'models'>;

/** Targets may miss 100 % by this much. */
const tolerance = 0.0001 + 1e-9;

/** A fault in a model stops a run; in a model that no account follows, such as a draft, it is a warning. */
const severity = (context: Context, model: string): 'stop' | 'warn' => (context.index.followers(model).length > 0 ? 'stop' : 'warn');

const rowKey = ({ model, component }: ModelRow): string => `${model} › ${component}`;

/** M01–M08: models, their sums, bands, nesting and approval. */
export const modelChecks = {
  M01: {
    severity: 'stop',
    catches: 'model does not sum to 100 %',
    *run(context) {
      for (const rows of groupBy(context.tables.models, ({ model }) => model).values()) {
        const sum = rows.reduce((total, { target }) => total + target, 0);
        if (Math.abs(sum - 1) <= tolerance) continue;
        const [{ model, row }] = rows;
        yield {
          table: 'models', row, column: 'target', rowKey: model, severity: severity(context, model), found: percent(sum), subject: nameKey(model), accounts: context.index.followers(model),
          message: `${model} sums to ${percent(sum)} at ${where(context, 'models', row, 'target')}.`,
          fix: fixForSum(sum, rows),
          ways: waysToHundred(sum, rows),
        };
      }
    },
  },
  M02: {
    severity: 'stop',
    catches: 'model contains itself',
    *run(context) {
      for (const [model, ...inside] of loops(context)) {
        const [row] = (context.index.model(model) ?? []).filter(({ component }) => nameKey(component) === nameKey(inside[0] ?? model));
        yield {
          table: 'models', row: row?.row, column: 'component', rowKey: model, severity: severity(context, model), found: row?.component, subject: nameKey(model), accounts: context.index.followers(model),
          message: `Model ${model} contains itself at ${where(context, 'models', row?.row, 'component')}: ${[model, ...inside, model].join(' › ')}.`,
          fix: 'Replace one of these components.',
        };
      }
    },
  },
  M03: { severity: 'stop', catches: 'component unknown, or the name of several things', run: unresolved },
  M04: {
    severity: 'stop',
    catches: 'Min above Target, or Max below Target',
    *run(context) {
      for (const row of context.tables.models) {
        const column = row.min !== undefined && row.min > row.target ? 'min' : row.max !== undefined && row.max < row.target ? 'max' : undefined;
        if (column === undefined) continue;
        yield {
          table: 'models', row: row.row, column, rowKey: rowKey(row), severity: severity(context, row.model), found: row[column], subject: rowKey(row),
          message: `${column === 'min' ? 'Min' : 'Max'} of ${rowKey(row)} is ${percent(row[column] ?? 0)} at ${where(context, 'models', row.row, column)}, ${column === 'min' ? 'above' : 'below'} its target of ${percent(row.target)}.`,
          fix: column === 'min' ? 'Lower Min % or raise the target.' : 'Raise Max % or lower the target.',
        };
      }
    },
  },
  M05: {
    severity: 'stop',
    catches: 'bands of a model cannot be met together',
    *run(context) {
      for (const rows of groupBy(context.tables.models, ({ model }) => model).values()) {
        const [{ model, row }] = rows;
        const least = rows.reduce((sum, { min }) => sum + (min ?? 0), 0);
        const most = rows.reduce((sum, { max }) => sum + (max ?? 1), 0);
        if (least <= 1 + tolerance && most >= 1 - tolerance) continue;
        const column = least > 1 + tolerance ? 'min' : 'max';
        yield {
          table: 'models', row, column, rowKey: model, severity: severity(context, model), subject: nameKey(model), found: percent(column === 'min' ? least : most),
          message: `${column === 'min' ? `Min % of ${model} sums to ${percent(least)}, more` : `Max % of ${model} sums to ${percent(most)}, less`} than 100 %, at ${where(context, 'models', row, column)}.`,
          fix: column === 'min' ? 'Lower some of them.' : 'Raise some of them.',
        };
      }
    },
  },
  M06: {
    severity: 'stop',
    catches: `models nested deeper than ${deepestNesting}`,
    *run(context) {
      const depths = depthOf(context);
      for (const [{ model, row }] of groupBy(context.tables.models, ({ model: name }) => name).values()) {
        const depth = depths(model);
        if (depth <= deepestNesting) continue;
        yield {
          table: 'models', row, column: 'model', rowKey: model, severity: severity(context, model), found: depth, subject: nameKey(model),
          message: `Model ${model} at ${where(context, 'models', row, 'model')} is nested ${depth} deep; at most ${deepestNesting} is possible.`,
          fix: 'Put the inner models\' components where the models stand.',
        };
      }
    },
  },
  M07: { severity: 'skip', doubts: 'account', catches: 'asset class of a model in which nothing may be bought', run: nothingToBuy },
  M08: { severity: 'skip', doubts: 'account', catches: 'model not approved, where the group of an account requires it', run: unapprovedModels },
} satisfies Family;

function fixForSum(sum: number, rows: readonly ModelRow[]): string {
  if (rows.some(({ target }) => target > 1)) return 'Maybe percentages were typed as 42 where 42 % is meant.';
  const hasCash = rows.some(({ component }) => nameKey(component) === 'cash');
  return sum < 1 && !hasCash ? `Rescale the targets, or add CASH with ${percent(1 - sum)}.` : 'Rescale the targets to 100 %.';
}

/** Rescaled targets keep their proportions; the last one takes what rounding leaves. */
function waysToHundred(sum: number, rows: readonly ModelRow[]): Way[] {
  if (sum <= 0 || rows.some(({ target }) => target > 1)) return [];
  const scaled = rows.map(({ target }) => Number((target / sum).toFixed(6)));
  scaled[scaled.length - 1] = Number((1 - scaled.slice(0, -1).reduce((total, target) => total + target, 0)).toFixed(6));
  const rescale: Way = {
    name: 'rescale',
    says: 'Rescale the targets to 100 %.',
    cells: rows.flatMap(({ row }, index) => (row === undefined ? [] : [{ table: 'models', row, column: 'target', value: scaled[index] }])),
  };
  if (sum >= 1 || rows.some(({ component }) => nameKey(component) === 'cash')) return [rescale];
  const rest = Number((1 - sum).toFixed(6));
  const cells = Object.entries({ model: rows[0].model, component: 'CASH', target: rest }).map(([column, value]) => ({ table: 'models' as const, column, value }));
  return [rescale, { name: 'cash', says: `Add CASH with ${percent(rest)}.`, cells }];
}

function* unresolved(context: Context): Iterable<Finding> {
  let names: readonly string[] | undefined;
  for (const row of context.tables.models) {
    const kinds = kindsOf(context, row);
    if (kinds.length === 1) continue;
    const place = where(context, 'models', row.row, 'component');
    names ??= namesThatResolve(context);
    const suggested = kinds.length === 0 ? nearest(row.component, names) : undefined;
    yield {
      table: 'models', row: row.row, column: 'component', rowKey: rowKey(row), severity: severity(context, row.model), found: row.component, suggested, subject: nameKey(row.component), accounts: context.index.followers(row.model),
      message: kinds.length === 0
        ? `Component "${row.component}" at ${place} is no asset class, model or symbol${row.componentType === undefined ? '' : ` of the type ${row.componentType}`}.`
        : `Component "${row.component}" at ${place} is the name of ${kinds.length} things: ${kinds.join(', ')}.`,
      fix: kinds.length > 0 ? `Fill Component type with ${kinds.join(' or ')}.` : suggested === undefined ? 'Correct the name, or add it.' : `Maybe it is "${suggested}".`,
    };
  }
}
