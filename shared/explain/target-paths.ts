import type { Book, Model, ModelComponent } from '../book/book';
import type { Customized } from '../book/customize';
import { deepestNesting, type Expander } from '../book/expand-model';
import { leafKey } from '../book/expansion';
import { compareText, nameKey } from '../book/names';
import type { Found } from '../book/resolve-component';

/** One way from a model down to a symbol. */
export interface TargetPath {
  readonly symbol: string;
  /** Fraction of the model, with the client's changes. */
  readonly weight: number;
  /** What it would be without them. */
  readonly before: number;
  /** `Growth 70/30`, `Core equity 70 %`, `US equity 60 %`, `Core ETF`, `VTI`. */
  readonly steps: readonly string[];
  /** Row of Models that names the last component. */
  readonly row?: number;
}

/** More ways than this are not told one by one. */
const mostPaths = 5_000;

interface Trail {
  readonly symbol: string;
  readonly weight: number;
  readonly steps: readonly string[];
  readonly under: readonly string[];
  readonly row?: number;
}

const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(2))} %`;

/**
 * Every way from an account's model to a symbol; the weights are those of the target before room is made for cash, and sum to 1.
 * Undefined when there are more than can be told.
 */
export function targetPaths(book: Pick<Book, 'models'>, expander: Expander, modelName: string, changed?: Customized): TargetPath[] | undefined {
  const model = book.models.get(nameKey(modelName));
  const trails = model && new Tracer(book, expander).trace(model, deepestNesting);
  if (!trails || trails.length > mostPaths) return model ? undefined : [];
  const paths = trails.flatMap((trail) => outcomesOf(trail, model.name, changed));
  return [...paths, ...(changed?.added ?? []).map(({ symbol, weight }) => ({ symbol, weight, before: 0, steps: ['Customizations', symbol] }))]
    .sort((a, b) => compareText(a.symbol, b.symbol) || b.weight - a.weight || compareText(a.steps.join(), b.steps.join()));
}

function outcomesOf({ symbol, weight, steps, under, row }: Trail, model: string, changed?: Customized): TargetPath[] {
  const path = { before: weight, row };
  const outcomes = changed?.outcomes.get(leafKey({ symbol, under }));
  if (!outcomes) return [{ ...path, symbol, weight, steps: [model, ...steps] }];
  return outcomes.map((outcome) => ({
    ...path, symbol: outcome.symbol, weight: weight * outcome.ratio,
    steps: [model, ...steps, ...(outcome.symbol === symbol ? [] : [`replaced by ${outcome.symbol}`])],
  }));
}

/** Follows models down as an expander does, keeping every step. */
class Tracer {
  private count = 0;

  constructor(private readonly book: Pick<Book, 'models'>, private readonly expander: Expander) {}

  /** The ways of one model, as fractions of it; empty when it leads nowhere. */
  trace({ components }: Model, levels: number): Trail[] {
    if (this.count > mostPaths) return [];
    const parts = components.map((component) => ({ component, trails: this.follow(component, levels) })).filter(({ trails }) => trails.length > 0);
    const total = parts.reduce((sum, { component }) => sum + component.target, 0);
    if (total <= 0) return [];
    return parts.flatMap(({ component, trails }) => trails.map((trail) => ({ ...trail, weight: (trail.weight * component.target) / total })));
  }

  private follow(component: ModelComponent, levels: number): Trail[] {
    const resolved = this.expander.directory.resolve(component);
    if (!resolved || resolved.kind === 'nothing') return [];
    const named = `${component.component} ${percent(component.target)}`;
    const product = resolved.product === undefined || nameKey(resolved.product.name) === nameKey(component.component) ? [] : [resolved.product.name];
    const under = underOf(resolved);
    if (resolved.kind !== 'model') {
      this.count += 1;
      const last = nameKey(resolved.symbol) === nameKey(component.component) ? [] : [resolved.symbol];
      return [{ symbol: resolved.symbol, weight: 1, steps: [named, ...product, ...last], under, row: component.row }];
    }
    const inner = this.book.models.get(resolved.key)!;
    const via = nameKey(inner.name) === nameKey(component.component) ? [] : [inner.name];
    return (levels === 1 ? [] : this.trace(inner, levels - 1)).map((trail) => ({
      ...trail, steps: [named, ...product, ...via, ...trail.steps], under: [...new Set([...trail.under, ...under])].sort(compareText),
    }));
  }
}

const underOf = (resolved: Found): string[] =>
  [...new Set([resolved.assetClass ?? (resolved.kind === 'class' ? resolved.name : undefined), resolved.product?.name].flatMap((name) => (name === undefined ? [] : [nameKey(name)])))].sort(compareText);
