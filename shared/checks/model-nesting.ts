import { nameKey } from '../book/names';
import type { Context } from './check';
import { kindsOf } from './component-kinds';
import { productMenu } from './product-menu';

/** Models directly inside a model, by the spelling of their first row: its components, and what products implement them with. */
export function modelsInside(context: Context, model: string): string[] {
  const rows = context.index.model(model) ?? [];
  const menu = productMenu(context);
  const names = rows.flatMap((row) => {
    const kinds = kindsOf(context, row);
    const products = [...(kinds.includes('Product') ? (menu.named(row.component) ?? []) : []), ...(kinds.includes('Asset class') ? (menu.ofClass(row.component) ?? []) : [])];
    const held = products.filter((product) => product.approved !== 'No' && !context.index.security(product.implements)).map((product) => product.implements);
    return kinds.includes('Model') ? [row.component, ...held] : held;
  });
  return [...new Set(names.flatMap((name) => context.index.model(name)?.[0].model ?? []))];
}

const modelNames = ({ tables }: Context): string[] => [...new Map(tables.models.map(({ model }) => [nameKey(model), model] as const).reverse()).values()].reverse();

/** Every loop of models once, as the names on it. Walks with a list of its own, so that no depth of nesting overflows the stack. */
export function loops(context: Context): string[][] {
  const finished = new Set<string>();
  const found: string[][] = [];
  for (const start of modelNames(context)) {
    const path: { readonly name: string; readonly rest: string[] }[] = [];
    const onPath = new Map<string, number>();
    const enter = (name: string): void => {
      onPath.set(nameKey(name), path.length);
      path.push({ name, rest: modelsInside(context, name) });
    };
    if (!finished.has(nameKey(start))) enter(start);
    while (path.length > 0) {
      const { name, rest } = path[path.length - 1];
      const next = rest.shift();
      if (next === undefined) {
        path.pop();
        onPath.delete(nameKey(name));
        finished.add(nameKey(name));
      } else if (onPath.has(nameKey(next))) {
        found.push(path.slice(onPath.get(nameKey(next))).map((step) => step.name));
      } else if (!finished.has(nameKey(next))) enter(next);
    }
  }
  return found;
}

/** How many models stand in one another, the named one included; loops count as 0, they are an issue of their own. */
export function depthOf(context: Context): (model: string) => number {
  const looping = new Set(loops(context).flat().map(nameKey));
  const known = new Map<string, number>();
  return (model) => measure([model])[0];

  function measure(names: readonly string[]): number[] {
    // Level by level, bottom up: a model is known when all models inside it are.
    const stack = [...names];
    while (stack.length > 0) {
      const name = stack[stack.length - 1];
      const nested = looping.has(nameKey(name)) ? [] : modelsInside(context, name).filter((one) => !looping.has(nameKey(one)));
      const waiting = nested.filter((one) => !known.has(nameKey(one)));
      if (waiting.length > 0 && !known.has(nameKey(name))) stack.push(...waiting);
      else {
        known.set(nameKey(name), looping.has(nameKey(name)) ? 0 : 1 + Math.max(0, ...nested.map((one) => known.get(nameKey(one)) ?? 0)));
        stack.pop();
      }
    }
    return names.map((name) => known.get(nameKey(name)) ?? 0);
  }
}
