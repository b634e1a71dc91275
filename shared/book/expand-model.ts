import type { Book, Model, ModelComponent } from './book';
import { compareText, nameKey } from './names';
import { directoryOf, type Directory, type Resolved } from './resolve-component';

/** How many models may stand in one another, the account's own included. */
export const deepestNesting = 6;

/** A component that states its own Min or Max, as seen from the account's model. */
export interface Limited {
  readonly model: string;
  readonly component: ModelComponent;
  readonly resolved: Resolved;
  /** Product of the targets of the models around it: its Min and Max multiply by this. */
  readonly outer: number;
  /** Its own share of the whole. */
  readonly weight: number;
  /** Symbols it leads to. */
  readonly symbols: readonly string[];
}

/** A model followed down to symbols. */
export interface Expansion {
  /** Fractions by symbol that sum to 1; empty when nothing could be resolved. `CASH` is a key as soon as a row names it, even at 0. */
  readonly weights: ReadonlyMap<string, number>;
  readonly limited: readonly Limited[];
  readonly problems: readonly string[];
}

/** Follows models down; expansions are kept, so that every model is worked out once per level. */
export class Expander {
  readonly directory: Directory;
  private readonly kept = new Map<string, Expansion>();

  constructor(private readonly book: Pick<Book, 'securities' | 'models'>) {
    this.directory = directoryOf(book);
  }

  /** The expansion of a model by name; undefined when there is no such model. */
  expand(name: string): Expansion | undefined {
    const model = this.book.models.get(nameKey(name));
    return model && this.expandWithin(nameKey(name), model, deepestNesting);
  }

  private expandWithin(key: string, model: Model, levels: number): Expansion {
    const id = `${levels} ${key}`;
    const before = this.kept.get(id);
    if (before) return before;
    const expansion = combine(
      model,
      inOrder(model.components).map((component) => this.follow(model, component, levels)),
    );
    this.kept.set(id, expansion);
    return expansion;
  }

  private follow(model: Model, component: ModelComponent, levels: number): Part {
    const resolved = this.directory.resolve(component);
    const place = `"${component.component}" in model "${model.name}"`;
    if (!resolved) return { component, problem: `${place} is neither a model, an asset class with securities, nor a symbol.` };
    if (resolved.kind !== 'model') return { component, resolved };
    if (levels === 1) return { component, problem: `${place} lies deeper than ${deepestNesting} models. Maybe a model contains itself.` };
    const nested = this.expandWithin(resolved.key, this.book.models.get(resolved.key)!, levels - 1);
    return nested.weights.size > 0 ? { component, resolved, nested } : { component, problem: `${place} leads to no security.`, nested };
  }
}

/** Components by name, then by what they ask for: a sum must not depend on the order of rows, not even in its last bit. */
const inOrder = (components: readonly ModelComponent[]): ModelComponent[] =>
  [...components].sort((a, b) => compareText(a.component, b.component) || a.target - b.target || (a.row ?? 0) - (b.row ?? 0));

interface Part {
  readonly component: ModelComponent;
  readonly resolved?: Resolved;
  readonly nested?: Expansion;
  readonly problem?: string;
}

/** Adds up a model's parts; what leads nowhere is left out and the rest scaled, so that the sum is 1 at every level. */
function combine(model: Model, parts: readonly Part[]): Expansion {
  const found = parts.filter((part): part is Part & { resolved: Resolved } => part.resolved !== undefined);
  const total = found.reduce((sum, { component }) => sum + component.target, 0);
  const scale = total > 0 ? 1 / total : 0;
  const weights = new Map<string, number>();
  const add = (symbol: string, weight: number): void => void weights.set(symbol, (weights.get(symbol) ?? 0) + weight);
  for (const { component, resolved, nested } of found) {
    if (resolved.kind !== 'model') add(resolved.symbol, component.target * scale);
    else for (const [symbol, weight] of nested!.weights) add(symbol, weight * component.target * scale);
  }
  const problems = parts.flatMap(({ problem, nested }) => [...(nested?.problems ?? []), ...(problem ? [problem] : [])]);
  if (found.length > 0 && total <= 0) problems.push(`The targets of model "${model.name}" are all 0.`);
  return { weights: total > 0 ? weights : new Map(), limited: limitedParts(model, found, scale), problems: [...new Set(problems)] };
}

function limitedParts(model: Model, found: readonly (Part & { resolved: Resolved })[], scale: number): Limited[] {
  const merged = new Map<ModelComponent, Limited>();
  const add = (part: Limited): void => {
    const rival = merged.get(part.component);
    merged.set(part.component, rival ? { ...part, outer: rival.outer + part.outer, weight: rival.weight + part.weight } : part);
  };
  for (const { component, resolved, nested } of found) {
    if (component.min !== undefined || component.max !== undefined) {
      const symbols = resolved.kind === 'model' ? [...nested!.weights.keys()] : [resolved.symbol];
      add({ model: model.name, component, resolved, outer: 1, weight: component.target * scale, symbols });
    }
    const share = component.target * scale;
    for (const inner of nested?.limited ?? []) add({ ...inner, outer: inner.outer * share, weight: inner.weight * share });
  }
  return [...merged.values()];
}
