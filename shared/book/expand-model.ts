import type { Book, Model, ModelComponent, Product } from './book';
import { combine, type Expansion, type Part } from './expansion';
import { compareText, nameKey } from './names';
import { directoryOf, type Directory } from './resolve-component';

/** How many models may stand in one another, the account's own included. */
export const deepestNesting = 6;

/** Follows models down; expansions are kept, so that every model is worked out once per level. */
export class Expander {
  private readonly known = new Map<string, Expansion>();

  constructor(
    private readonly book: Pick<Book, 'securities' | 'models'>,
    readonly directory: Directory = directoryOf(book),
  ) {}

  /** The expansion of a model by name; undefined when there is no such model. */
  expand(name: string): Expansion | undefined {
    const model = this.book.models.get(nameKey(name));
    return model && this.expandWithin(nameKey(name), model, deepestNesting);
  }

  /** What a component leads to when it stands by itself, as the whole. */
  expandAlone(component: string): Expansion {
    const row: ModelComponent = { component, target: 1, buyRank: 1 };
    return combine({ name: component, components: [row] }, [this.follow({ name: component, components: [row] }, row, deepestNesting + 1)]);
  }

  private expandWithin(key: string, model: Model, levels: number): Expansion {
    const id = `${levels} ${key}`;
    const before = this.known.get(id);
    if (before) return before;
    const expansion = combine(
      model,
      inOrder(model.components).map((component) => this.follow(model, component, levels)),
    );
    this.known.set(id, expansion);
    return expansion;
  }

  private follow(model: Model, component: ModelComponent, levels: number): Part {
    const resolved = this.directory.resolve(component);
    const place = `"${component.component}" in model "${model.name}"`;
    if (!resolved) return { component, problem: `${place} is neither a model, an asset class with securities, nor a symbol.` };
    if (resolved.kind === 'nothing') return { component, problem: `${place}: ${resolved.reason}.` };
    const kept = (resolved.kept ?? []).map((product) => ({ product, symbols: this.symbolsOf(product, levels) }));
    if (resolved.kind !== 'model') return { component, resolved, kept };
    if (levels === 1) return { component, problem: `${place} lies deeper than ${deepestNesting} models. Maybe a model contains itself.` };
    const nested = this.expandWithin(resolved.key, this.book.models.get(resolved.key)!, levels - 1);
    return nested.weights.size > 0 ? { component, resolved, nested, kept } : { component, problem: `${place} leads to no security.`, nested };
  }

  /** Symbols that a product implements, directly or through its model. */
  private symbolsOf({ implements: name }: Product, levels: number): string[] {
    const component = { component: name, target: 1, buyRank: 1 };
    const resolved = this.directory.resolve({ ...component, type: 'Symbol' }) ?? this.directory.resolve({ ...component, type: 'Model' });
    if (resolved?.kind === 'symbol') return [resolved.symbol];
    if (resolved?.kind !== 'model' || levels === 1) return [];
    return [...this.expandWithin(resolved.key, this.book.models.get(resolved.key)!, levels - 1).weights.keys()];
  }
}

/** Components by name, then by what they ask for: a sum must not depend on the order of rows, not even in its last bit. */
const inOrder = (components: readonly ModelComponent[]): ModelComponent[] =>
  [...components].sort((a, b) => compareText(a.component, b.component) || a.target - b.target || (a.row ?? 0) - (b.row ?? 0));
