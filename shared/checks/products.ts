import { nameKey } from '../book/names';
import { parseTaxTypes } from '../book/tax-types';
import type { TableRow } from '../contract';
import { nearest } from '../contract/nearest';
import { where, type Context, type Family, type Finding } from './check';
import { kindsOf } from './component-kinds';

type ProductRow = TableRow<'products'>;

const rowKey = ({ product, implements: held }: ProductRow): string => `${product} › ${held}`;
const rowsOf = ({ tables }: Context): readonly ProductRow[] => tables.products ?? [];
const isExpired = ({ until }: ProductRow, { asOf }: Context): boolean => until !== undefined && until < asOf;

/** P01–P03: products that hold nothing known, that have no effect, or whose order nobody has said. */
export const productChecks = {
  P01: { severity: 'skip', doubts: 'account', catches: 'product that implements no known symbol or model', run: holdingNothing },
  P02: { severity: 'warn', catches: 'product row that has no effect: class unknown, tax type unknown, expired', run: withoutEffect },
  P03: { severity: 'warn', catches: 'products of one class, rank and tax type: the first by name is used', run: ties },
} satisfies Family;

function* holdingNothing(context: Context): Iterable<Finding> {
  const { index, tables } = context;
  for (const row of rowsOf(context)) {
    const { product, assetClass, implements: held } = row;
    if (row.approved === 'No' || isExpired(row, context) || index.security(held) || index.model(held)) continue;
    const accounts = [...new Set([product, assetClass].flatMap((name) => index.followers(name)))];
    const suggested = nearest(held, [...tables.securities.map(({ symbol }) => symbol), ...tables.models.map(({ model }) => model)]);
    yield {
      table: 'products', row: row.row, column: 'implements', rowKey: rowKey(row), found: held, suggested, subject: nameKey(held), accounts,
      severity: accounts.length > 0 ? 'skip' : 'warn',
      message: `Product ${product} implements "${held}" at ${where(context, 'products', row.row, 'implements')}, which is neither a symbol nor a model.`,
      fix: suggested === undefined ? 'Correct the name, or add it.' : `Maybe it is "${suggested}".`,
    };
  }
}

function* withoutEffect(context: Context): Iterable<Finding> {
  const used = new Set(context.tables.models.map(({ component }) => nameKey(component)));
  const wanted = new Set((context.tables.customizations ?? []).flatMap(({ component, into }) => [component, into].flatMap((name) => (name === undefined ? [] : [nameKey(name)]))));
  const isKnown = (name: string): boolean => used.has(nameKey(name)) || wanted.has(nameKey(name))
    || context.index.assetClass(name) !== undefined || (context.tables.assetClasses ?? []).some(({ assetClass }) => nameKey(assetClass) === nameKey(name));
  for (const row of rowsOf(context)) {
    const { column, says, fix } = problemOf(row, context, isKnown) ?? {};
    if (column === undefined || says === undefined) continue;
    yield {
      table: 'products', row: row.row, column, rowKey: rowKey(row), found: row[column], subject: `${column} ${row[column] ?? ''}`,
      message: `${says} at ${where(context, 'products', row.row, column)}, so the row has no effect.`, fix,
    };
  }
}

function problemOf(row: ProductRow, context: Context, isKnown: (name: string) => boolean): { column: 'assetClass' | 'taxTypes' | 'until'; says: string; fix: string } | undefined {
  const { product, assetClass, taxTypes, until } = row;
  if (!isKnown(assetClass) && !isKnown(product)) return { column: 'assetClass', says: `Asset class "${assetClass}" of product ${product} is in no model and no security`, fix: 'Maybe it is spelled differently in Models or Securities.' };
  const { taxTypes: read, unknown } = parseTaxTypes(taxTypes);
  if (read.length === 0) return { column: 'taxTypes', says: `Tax types "${unknown.join(', ')}" of product ${product} names no tax type`, fix: 'Maybe Taxable, Tax-deferred, Tax-free or Exempt is meant.' };
  if (row.approved !== 'No' && isExpired(row, context)) return { column: 'until', says: `Product ${product} was approved until ${until}`, fix: 'Remove the row, or extend the approval.' };
  return undefined;
}

function* ties(context: Context): Iterable<Finding> {
  const live = rowsOf(context).filter((row) => (row.approved ?? 'Yes') === 'Yes' && !isExpired(row, context));
  const seen = new Map<string, ProductRow>();
  for (const row of live) {
    const rivals = parseTaxTypes(row.taxTypes).taxTypes.map((taxType) => `${nameKey(row.assetClass)} ${row.rank ?? 1} ${row.minAccount ?? 0} ${taxType}`);
    const rival = rivals.map((key) => seen.get(key)).find((each) => each !== undefined);
    for (const key of rivals) if (!seen.has(key)) seen.set(key, row);
    if (!rival || !kindsOf(context, { component: row.assetClass }).includes('Asset class')) continue;
    yield {
      table: 'products', row: row.row, column: 'rank', rowKey: rowKey(row), found: row.rank ?? 1, subject: `${nameKey(row.assetClass)} ${row.rank ?? 1}`,
      message: `${row.product} and ${rival.product} both have rank ${row.rank ?? 1} in ${row.assetClass} at ${where(context, 'products', row.row, 'rank')}; of two the first by name is used.`,
      fix: 'Give them different ranks.',
    };
  }
}
