import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import type { Context } from './check';
import { productMenu } from './product-menu';

/** What a model's component can be. */
export type Kind = 'Asset class' | 'Model' | 'Product' | 'Symbol';

const classesByContext = new WeakMap<Context, ReadonlySet<string>>();

function listedClasses(context: Context): ReadonlySet<string> {
  const known = classesByContext.get(context) ?? new Set((context.tables.assetClasses ?? []).map(({ assetClass }) => nameKey(assetClass)));
  classesByContext.set(context, known);
  return known;
}

/** The things that a component names: one when it is clear. Component type breaks a tie; `CASH` is always cash. */
export function kindsOf(context: Context, { component, componentType }: Pick<TableRow<'models'>, 'component' | 'componentType'>): Kind[] {
  const { index } = context;
  if (nameKey(component) === 'cash') return ['Symbol'];
  const found: Kind[] = [];
  const menu = productMenu(context);
  if (index.assetClass(component) || listedClasses(context).has(nameKey(component)) || menu.ofClass(component)) found.push('Asset class');
  if (index.model(component)) found.push('Model');
  if (menu.named(component)) found.push('Product');
  if (index.security(component)) found.push('Symbol');
  // Without a row in Products, a product is whatever bears its name.
  if (componentType === undefined || (componentType === 'Product' && !found.includes('Product'))) return found;
  return found.filter((kind) => kind === componentType);
}

/** Every name that a component could have, to suggest the nearest. */
export function namesThatResolve({ tables }: Context): string[] {
  const names = [
    'CASH',
    ...tables.securities.flatMap(({ symbol, assetClass }) => [symbol, assetClass ?? symbol]),
    ...tables.models.map(({ model }) => model),
    ...(tables.products ?? []).flatMap(({ product, assetClass }) => [product, assetClass]),
    ...(tables.assetClasses ?? []).map(({ assetClass }) => assetClass),
  ];
  return [...new Set(names)];
}
