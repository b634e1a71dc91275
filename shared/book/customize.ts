import type { Book, Customization } from './book';
import { customizationWords } from './customizations';
import type { Expander } from './expand-model';
import { leafKey, type Expansion, type Leaf, type Limited } from './expansion';
import { nameKey } from './names';
import { cashSymbol } from './securities';

/** A leaf while it is being changed: where it came from, and what it answers to. */
interface Part {
  /** Key of the leaf of the model; undefined for what the model does not hold. */
  readonly origin?: string;
  readonly symbol: string;
  readonly under: readonly string[];
  weight: number;
}

/** What became of an allocation. */
export interface Customized {
  readonly expansion: Expansion;
  /** Weight after all changes, over the weight in the model, of each part of a leaf; by leaf key. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  /** Leaves that the model does not hold. */
  readonly added: readonly Leaf[];
  /** What cannot hold together, one sentence each. */
  readonly contradictions: readonly string[];
  /** Changes to something that nobody knows or that may not be bought. */
  readonly unknown: readonly Customization[];
  /** Changes of what the allocation does not hold. */
  readonly idle: readonly Customization[];
}

/** What a leaf became: the symbol that is held, and its weight over the leaf's in the model. */
export interface Outcome {
  readonly symbol: string;
  readonly ratio: number;
}

const tolerance = 1e-9;

/**
 * Applies a client's changes to an allocation, as fractions of the model. Replacements come first, then drops, then weights that are
 * set, then tilts; after each kind whatever no change of it names rescales in proportion, so that the whole stays 1. `CASH` keeps its
 * weight unless a change names it. Stated Min and Max move in proportion to their component's weight.
 */
export function customize(
  book: Pick<Book, 'securities'>, expander: Pick<Expander, 'expandAlone'>, expansion: Expansion, changes: readonly Customization[],
): Customized {
  const allocation = new Allocation(book, expander, expansion);
  const of = (change: Customization['change']): Customization[] => changes.filter((one) => one.change === change);
  for (const one of of('Replace product')) allocation.replace(one);
  allocation.drop(of('Drop class'));
  allocation.weigh(of('Set %'), (_, value) => value);
  allocation.weigh(of('Tilt %'), (weight, value) => weight + value);
  return allocation.result();
}

/** The parts of an allocation, and what happened to them. */
class Allocation {
  private parts: Part[];
  private readonly contradictions: string[] = [];
  private readonly unknown: Customization[] = [];
  private readonly idle: Customization[] = [];
  /** What has a weight of its own, by Set % or Tilt %. */
  private readonly pinned = new Set<Part>();

  constructor(private readonly book: Pick<Book, 'securities'>, private readonly expander: Pick<Expander, 'expandAlone'>, private readonly before: Expansion) {
    this.parts = [...before.leaves].map(([origin, { symbol, under, weight }]) => ({ origin, symbol, under, weight }));
  }

  /** Everything that bears a name: its class on the way, its product, its symbol, its own class in Securities. */
  private named(name: string): Part[] {
    const key = nameKey(name);
    return this.parts.filter(({ symbol, under }) =>
      under.includes(key) || nameKey(symbol) === key || nameKey(this.book.securities.get(symbol)?.assetClass ?? '') === key);
  }

  replace(change: Customization): void {
    const old = new Set(this.named(change.component));
    const { leaves } = this.expander.expandAlone(change.into!);
    if (leaves.size === 0) this.unknown.push(change);
    else if (old.size === 0) this.idle.push(change);
    if (leaves.size === 0 || old.size === 0) return;
    const gone = nameKey(change.component);
    this.parts = this.parts.flatMap((part) => (!old.has(part) ? [part] : [...leaves.values()].map((leaf): Part => ({
      origin: part.origin, symbol: leaf.symbol, weight: part.weight * leaf.weight,
      under: [...new Set([...part.under.filter((name) => name !== gone), ...leaf.under])],
    }))));
  }

  drop(changes: readonly Customization[]): void {
    const dropped = new Set<Part>();
    for (const change of changes) {
      const parts = this.named(change.component);
      if (parts.length === 0) this.idle.push(change);
      for (const part of parts) dropped.add(part);
    }
    for (const part of dropped) part.weight = 0;
    if (dropped.size > 0) this.rescale(changes);
  }

  /** Gives each named thing the weight that `rule` makes of its own and the row's value; what the model does not hold is added. */
  weigh(changes: readonly Customization[], rule: (weight: number, value: number) => number): void {
    const fixed = new Set<Part>();
    for (const change of changes) {
      const parts = this.named(change.component).filter((part) => !fixed.has(part));
      const weight = parts.reduce((sum, part) => sum + part.weight, 0);
      const wanted = rule(weight, change.value!);
      if (wanted < -tolerance) this.contradictions.push(`${customizationWords(change)}: there is only ${percent(weight)} of it.`);
      const target = Math.max(0, wanted);
      for (const part of parts) part.weight *= weight > 0 ? target / weight : 0;
      for (const part of weight > 0 ? parts : [...parts, ...this.add(change, target)]) fixed.add(part);
      for (const part of fixed) this.pinned.add(part);
    }
    if (changes.length > 0) this.rescale(changes);
  }

  private add(change: Customization, weight: number): Part[] {
    if (weight === 0) return [];
    const { leaves } = this.expander.expandAlone(change.component);
    if (leaves.size === 0) this.unknown.push(change);
    const added = [...leaves.values()].map((leaf): Part => ({ symbol: leaf.symbol, under: leaf.under, weight: leaf.weight * weight }));
    this.parts.push(...added);
    return added;
  }

  /** Scales what is neither pinned nor cash so that the whole is 1 again; what is dropped has no weight to scale. */
  private rescale(changes: readonly Customization[]): void {
    const free = this.parts.filter((part) => !this.pinned.has(part) && part.symbol !== cashSymbol);
    const rest = free.reduce((sum, { weight }) => sum + weight, 0);
    const stated = this.parts.reduce((sum, { weight }) => sum + weight, 0) - rest;
    const words = changes.map(customizationWords).join(', ');
    if (stated > 1 + tolerance) this.contradictions.push(`${words}: with cash that makes ${percent(stated)}, more than 100 %.`);
    else if (rest <= 0 && stated < 1 - tolerance) this.contradictions.push(`${words}: ${percent(1 - stated)} is left, and nothing to hold it in.`);
    const scale = rest > 0 ? Math.max(0, 1 - stated) / rest : 0;
    for (const part of free) part.weight *= scale;
    const total = this.parts.reduce((sum, { weight }) => sum + weight, 0);
    // What cannot hold together still sums to 1, for those who look at it before it is mended.
    if (Math.abs(total - 1) > tolerance && total > 0) for (const part of this.parts) part.weight /= total;
  }

  result(): Customized {
    const weights = new Map<string, number>();
    for (const { symbol, weight } of this.parts) weights.set(symbol, (weights.get(symbol) ?? 0) + weight);
    const isEmpty = ![...weights.values()].some((weight) => weight > 0);
    const outcomes = this.outcomes();
    return {
      expansion: {
        ...this.before,
        weights: isEmpty ? new Map() : weights,
        limited: this.before.limited.map((limited) => moved(limited, outcomes)),
        problems: [...this.before.problems, ...this.contradictions, ...this.unknown.map((one) => `${customizationWords(one)}: nothing is known that may be bought for it.`)],
      },
      outcomes,
      added: this.parts.filter(({ origin, weight }) => origin === undefined && weight > 0),
      contradictions: this.contradictions,
      unknown: this.unknown,
      idle: this.idle,
    };
  }

  private outcomes(): Map<string, Outcome[]> {
    const outcomes = new Map<string, Outcome[]>();
    for (const { origin, symbol, weight } of this.parts) {
      const before = origin === undefined ? 0 : this.before.leaves.get(origin)!.weight;
      if (origin !== undefined) outcomes.set(origin, [...(outcomes.get(origin) ?? []), { symbol, ratio: before > 0 ? weight / before : 0 }]);
    }
    return outcomes;
  }
}

/** A stated range after the changes: its component's new weight and symbols, its Min and Max in proportion. */
function moved(limited: Limited, outcomes: ReadonlyMap<string, readonly Outcome[]>): Limited {
  const parts = limited.leaves.flatMap((leaf) => (outcomes.get(leafKey(leaf)) ?? []).map(({ symbol, ratio }) => ({ symbol, weight: leaf.weight * ratio })));
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const ratio = limited.weight > 0 ? weight / limited.weight : 1;
  if (Math.abs(ratio - 1) < tolerance && parts.every(({ symbol }) => limited.symbols.includes(symbol))) return limited;
  return { ...limited, weight, outer: limited.outer * ratio, symbols: [...new Set(parts.map(({ symbol }) => symbol))] };
}

const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(2))} %`;
