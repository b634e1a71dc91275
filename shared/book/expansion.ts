import type { Model, ModelComponent, Product } from './book';
import { compareText, nameKey } from './names';
import type { Found } from './resolve-component';

/** A component that states its own Min or Max, as seen from the account's model. */
export interface Limited {
  readonly model: string;
  readonly component: ModelComponent;
  readonly resolved: Found;
  /** Product of the targets of the models around it: its Min and Max multiply by this. */
  readonly outer: number;
  /** Its own share of the whole. */
  readonly weight: number;
  /** Symbols it leads to. */
  readonly symbols: readonly string[];
  /** Its share by leaf, as fractions of the whole. */
  readonly leaves: readonly Leaf[];
}

/** Part of a symbol's weight, by the asset classes and products that led to it. */
export interface Leaf {
  readonly symbol: string;
  /** Lower-cased names of the asset classes and products on the way, in order. */
  readonly under: readonly string[];
  readonly weight: number;
}

/** Names a leaf among all leaves. */
export const leafKey = ({ symbol, under }: Pick<Leaf, 'symbol' | 'under'>): string => [symbol, ...under].join('\n');

/** A symbol that is kept where it is held, in place of those that are bought for its class. */
export interface Kept {
  readonly symbol: string;
  readonly originals: readonly string[];
  readonly product: Product;
}

/** A model followed down to symbols. */
export interface Expansion {
  /** Fractions by symbol that sum to 1; empty when nothing could be resolved. `CASH` is a key as soon as a row names it, even at 0. */
  readonly weights: ReadonlyMap<string, number>;
  /** The same by what led to each, by {@link leafKey}. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly limited: readonly Limited[];
  /** What Hold only products keep. */
  readonly kept: readonly Kept[];
  readonly problems: readonly string[];
}

/** An expansion of nothing. */
const nothingExpanded: Expansion = { weights: new Map(), leaves: new Map(), limited: [], kept: [], problems: [] };

/** What one component of a model leads to, or why it leads nowhere. */
export interface Part {
  readonly component: ModelComponent;
  readonly resolved?: Found;
  readonly nested?: Expansion;
  readonly kept?: readonly { readonly product: Product; readonly symbols: readonly string[] }[];
  readonly problem?: string;
}

type FoundPart = Part & { readonly resolved: Found };

/** Adds up a model's parts; what leads nowhere is left out and the rest scaled, so that the sum is 1 at every level. */
export function combine(model: Model, parts: readonly Part[]): Expansion {
  const found = parts.filter((part): part is FoundPart => part.resolved !== undefined);
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
  if (total <= 0) return { ...nothingExpanded, limited: limitedParts(model, found, scale), problems: [...new Set(problems)] };
  return { weights, leaves: merged(found.flatMap((part) => partLeaves(part, part.component.target * scale))), limited: limitedParts(model, found, scale), kept: keptParts(found), problems: [...new Set(problems)] };
}

/** The leaves of one part. */
function partLeaves(part: FoundPart, share: number): Leaf[] {
  const { resolved, nested } = part;
  return above(part, resolved.kind === 'model' ? nested!.leaves.values() : [{ symbol: resolved.symbol, under: [], weight: 1 }], share);
}

/** Leaves of what a part leads to as leaves of the model around it. */
function above({ resolved }: FoundPart, leaves: Iterable<Leaf>, share: number): Leaf[] {
  const names = [resolved.assetClass ?? (resolved.kind === 'class' ? resolved.name : undefined), resolved.product?.name]
    .flatMap((name) => (name === undefined ? [] : [nameKey(name)]));
  const joined = (under: readonly string[]): readonly string[] => (names.length === 0 ? under : [...new Set([...under, ...names])].sort(compareText));
  return [...leaves].map(({ symbol, under, weight }) => ({ symbol, under: joined(under), weight: weight * share }));
}

/** Leaves by their names, each once. */
function merged(leaves: Iterable<Leaf>): Map<string, Leaf> {
  const sums = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const key = leafKey(leaf);
    const before = sums.get(key);
    sums.set(key, before ? { ...leaf, weight: before.weight + leaf.weight } : leaf);
  }
  return sums;
}

/** What is kept, once for each product and symbol, in place of all that is bought for its class. */
function keptParts(found: readonly FoundPart[]): Kept[] {
  const all = new Map<string, Kept>();
  const add = ({ symbol, originals, product }: Kept): void => {
    const key = JSON.stringify([symbol, product.name, product.assetClass, product.row]);
    all.set(key, { symbol, product, originals: [...new Set([...(all.get(key)?.originals ?? []), ...originals])].sort(compareText) });
  };
  for (const { resolved, nested, kept = [] } of found) {
    const originals = resolved.kind === 'model' ? [...nested!.weights.keys()] : [resolved.symbol];
    for (const { product, symbols } of kept) for (const symbol of symbols) add({ symbol, originals, product });
    for (const inner of nested?.kept ?? []) add(inner);
  }
  return [...all.values()];
}

function limitedParts(model: Model, found: readonly FoundPart[], scale: number): Limited[] {
  const stated = new Map<ModelComponent, Limited>();
  const add = (part: Limited): void => {
    const rival = stated.get(part.component);
    if (!rival) stated.set(part.component, part);
    else stated.set(part.component, { ...part, outer: rival.outer + part.outer, weight: rival.weight + part.weight, leaves: [...merged([...rival.leaves, ...part.leaves]).values()] });
  };
  for (const part of found) {
    const { component, resolved, nested } = part;
    const share = component.target * scale;
    if (component.min !== undefined || component.max !== undefined) {
      const symbols = resolved.kind === 'model' ? [...nested!.weights.keys()] : [resolved.symbol];
      add({ model: model.name, component, resolved, outer: 1, weight: share, symbols, leaves: partLeaves(part, share) });
    }
    for (const inner of nested?.limited ?? []) add({ ...inner, outer: inner.outer * share, weight: inner.weight * share, leaves: above(part, inner.leaves, share) });
  }
  return [...stated.values()];
}
