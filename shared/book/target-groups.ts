import { bandAround, parseBand } from '../analytics/bands';
import type { Book } from './book';
import type { Limited } from './expansion';
import { compareText, nameKey } from './names';
import type { Directory } from './resolve-component';
import { isCash } from './securities';

/** Symbols whose weights together have a target, and the range around it that asks for no trade. Fractions of account value. */
export interface TargetGroup {
  readonly name: string;
  readonly kind: 'class' | 'symbol' | 'model';
  readonly members: readonly string[];
  readonly target: number;
  readonly min?: number;
  readonly max?: number;
  /** Where the range comes from: `Models row 7 (Growth › US equity)`, `Band 20% relative`. */
  readonly source: string;
}

/** What the groups of one account are made from. */
export interface GroupInputs {
  readonly book: Pick<Book, 'securities'>;
  readonly directory: Directory;
  /** The account's target by symbol, cash included. */
  readonly weights: ReadonlyMap<string, number>;
  readonly limited: readonly Limited[];
  /** What the weights of the model were multiplied by to make room for cash. */
  readonly scale: number;
  /** The setting Band; undefined when switched off. */
  readonly band?: string;
}

type Side = 'min' | 'max';
const sides = ['min', 'max'] as const;

/** Asset classes (each with the Band unless the model states Min and Max), then models, then symbols with a Min or Max. */
export function targetGroups(inputs: GroupInputs): TargetGroup[] {
  return [...classGroups(inputs), ...statedGroups(inputs, 'model'), ...statedGroups(inputs, 'symbol')];
}

/**
 * What the range of a component bounds: its asset class, when all it leads to is of that class; else what it leads to. Products, and what
 * a client puts in the place of one, may be of another class.
 */
function groupKind({ securities }: GroupInputs['book'], { resolved, symbols }: Limited): TargetGroup['kind'] {
  const isClass = resolved.kind === 'class' || nameKey(resolved.assetClass ?? '') === nameKey(resolved.name);
  if (!isClass) return resolved.kind;
  const isWithin = symbols.every((symbol) => nameKey(securities.get(symbol)?.assetClass ?? '') === nameKey(resolved.name));
  if (isWithin) return 'class';
  return resolved.kind === 'symbol' ? 'symbol' : 'model';
}

/** Every asset class with a target or with a stated range; cash has its own settings and is left out. */
function classGroups({ book, directory, weights, limited, scale, band }: GroupInputs): TargetGroup[] {
  const targets = new Map<string, { name: string; target: number }>();
  for (const [symbol, weight] of weights) {
    const security = book.securities.get(symbol);
    if (!security || isCash(security)) continue;
    const key = nameKey(security.assetClass);
    targets.set(key, { name: security.assetClass, target: (targets.get(key)?.target ?? 0) + weight });
  }
  const stated = byKey(limited.filter((part) => groupKind(book, part) === 'class'));
  const rule = band === undefined ? undefined : parseBand(band);
  const usual =
    (side: Side) =>
    (rest: number): number | undefined =>
      rule && bandAround(rest, rule)[side];
  return [...targets]
    .filter(([key, { target }]) => target > 0 || stated.has(key))
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, { name, target }]) => {
      const parts = stated.get(key) ?? [];
      const [min, max] = sides.map((side) => bound(side, parts, target, scale, usual(side)));
      return { name, kind: 'class', members: directory.members(name), target, min, max, source: sourceOf(parts, rule && band) };
    });
}

/** Components that are models or symbols have a range only when they state one. */
function statedGroups({ book, weights, limited, scale }: GroupInputs, kind: 'model' | 'symbol'): TargetGroup[] {
  const stated = byKey(limited.filter((part) => groupKind(book, part) === kind));
  return [...stated]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, parts]) => {
      const members = [...new Set(parts.flatMap(({ symbols }) => symbols))].sort(compareText);
      const target = members.reduce((sum, symbol) => sum + (weights.get(symbol) ?? 0), 0);
      const states = (side: Side): boolean => parts.some(({ component }) => component[side] !== undefined);
      const [min, max] = sides.map((side) => (states(side) ? bound(side, parts, target, scale, (rest) => rest) : undefined));
      return { name: parts[0].resolved.name, kind, members, target, min, max, source: sourceOf(parts) };
    });
}

/**
 * One side of a group's range. Stated limits count as typed, as fractions of account value, times the targets of the models
 * around them; what the group holds beyond the stated parts brings its own limit. The target always lies within:
 * making room for cash may carry it past a limit as typed. A rest without a limit (Band is off) counts at its target; undefined
 * when there is nothing but rest.
 */
function bound(
  side: Side,
  parts: readonly Limited[],
  target: number,
  scale: number,
  ofRest: (rest: number) => number | undefined,
): number | undefined {
  const stating = parts.filter(({ component }) => component[side] !== undefined);
  const rest = Math.max(0, target - scale * stating.reduce((sum, { weight }) => sum + weight, 0));
  const typed = stating.reduce((sum, { component, outer }) => sum + outer * component[side]!, 0);
  // A remainder within rounding of nothing has no band of its own.
  const others = stating.length > 0 && rest < 1e-12 ? 0 : ofRest(rest);
  if (stating.length === 0 && others === undefined) return undefined;
  return clip(side, typed + (others ?? rest), target);
}

function clip(side: Side, value: number, target: number): number {
  return side === 'min' ? Math.max(0, Math.min(value, target)) : Math.min(1, Math.max(value, target));
}

function byKey(limited: readonly Limited[]): Map<string, Limited[]> {
  const groups = new Map<string, Limited[]>();
  for (const part of limited) {
    const key = nameKey(part.resolved.name);
    const list = groups.get(key);
    if (list) list.push(part);
    else groups.set(key, [part]);
  }
  return groups;
}

function sourceOf(parts: readonly Limited[], band?: string): string {
  const rows = parts.map(
    ({ model, component }) => `Models${component.row ? ` row ${component.row}` : ''} (${model} › ${component.component})`,
  );
  const usesBand =
    band !== undefined && (parts.length === 0 || parts.some(({ component }) => sides.some((side) => component[side] === undefined)));
  return [...rows, ...(usesBand ? [`Band ${band}`] : [])].join(' and ') || 'Model, no band';
}
