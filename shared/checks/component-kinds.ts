import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import type { Context } from './check';

/** What a model's component can be. */
export type Kind = 'Asset class' | 'Model' | 'Symbol';

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
  if (index.assetClass(component) || listedClasses(context).has(nameKey(component))) found.push('Asset class');
  if (index.model(component)) found.push('Model');
  if (index.security(component)) found.push('Symbol');
  // A product is whatever bears its name.
  return componentType === undefined || componentType === 'Product' ? found : found.filter((kind) => kind === componentType);
}

/** Every name that a component could have, to suggest the nearest. */
export function namesThatResolve({ tables }: Context): string[] {
  const names = [
    'CASH',
    ...tables.securities.flatMap(({ symbol, assetClass }) => [symbol, assetClass ?? symbol]),
    ...tables.models.map(({ model }) => model),
    ...(tables.assetClasses ?? []).map(({ assetClass }) => assetClass),
  ];
  return [...new Set(names)];
}
