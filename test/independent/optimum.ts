import type { Account, Book, Lot } from '../../shared/book/book';
import { minimize, type HalfSpace, type Smooth } from './barrier';
import { factsOf, type Facts } from './facts';
import { forbidden, limitsOf, type Limit } from './limits';
import { taxCost, taxPieces, type TaxPlane } from './netting';

/**
 * A second opinion on the best plan of one account: engine.md's formulas, an interior-point method and a branching of its
 * own. Nothing of the optimizer is used but its covariance, which is data to both. Plans are fractions of account value.
 */
export interface Question {
  readonly book: Book;
  readonly account: Account;
  /** Lots and symbols in the order in which plans speak of them. */
  readonly lots: readonly Lot[];
  readonly symbols: readonly string[];
  readonly covariance: readonly (readonly number[])[];
}

export interface Trades {
  readonly sells: Float64Array;
  readonly buys: Float64Array;
}

/** Room around every bound, so that a plan on its bounds lies strictly inside; each costs far less than the 0.5 bp looked for. */
const roomOfBounds = 1e-9;
const roomOfLimits = 1e-8;
/** Accuracy of one convex problem, and the least improvement worth a branch (fractions of value). */
const gap = 1e-6;
const worthBranching = 2e-5;
const mostNodes = 400;
const mostBought = 2;

/** Dollars a plan costs, from engine.md section 3, as a fraction of value. */
export function costOf({ book, account, symbols, covariance }: Question, facts: Facts, { sells, buys }: Trades): number {
  const { settings } = account;
  const active = symbols.map((_, i) => facts.weights[i] + buys[i] - facts.targets[i]);
  let [cash, spread, waiting, short, long] = [facts.cash, 0, 0, 0, 0];
  facts.lots.forEach(({ asset, gain, isShort, waiting: rate }, l) => {
    active[asset] -= sells[l];
    cash += sells[l];
    waiting += rate * sells[l];
    spread += (book.securities.get(symbols[asset])!.spread / 2) * sells[l];
    if (isShort) short += gain * sells[l];
    else long += gain * sells[l];
  });
  symbols.forEach((symbol, i) => {
    cash -= buys[i];
    spread += (book.securities.get(symbol)!.spread / 2) * buys[i];
  });
  const variance = active.reduce((sum, a, i) => sum + active.reduce((row, b, j) => row + a * b * covariance[i][j], 0), 0);
  const tax = facts.taxed ? taxCost(account, short * facts.value, long * facts.value) / facts.value : 0;
  return settings.riskPrice * variance * 1e4 + tax + waiting + spread + settings.cashDrag * Math.max(0, cash - settings.cashTarget);
}

/** By how many basis points the best plan of this solver beats the given one; 0 when it finds none worth 0.2 bp. */
export function improvement(question: Question, given: Trades): { bp: number; plan: Trades; exhausted: boolean } {
  const facts = factsOf(question.book, question.account, question.symbols, question.lots);
  const limits = asKept(limitsOf(question.book, question.account, facts), given);
  const pieces = facts.taxed ? taxPieces(question.account, facts.value) : [[]];
  const base = forbidden(question.account, facts);
  let best = { cost: costOf(question, facts, given), plan: given };
  const ours = best.cost;
  const nodes: Node[] = pieces.flatMap((planes) => startsOf(given).map((start) => ({ planes, ...base, start })));
  let solved = 0;
  for (; nodes.length > 0 && solved < mostNodes; solved += 1) {
    const node = nodes.pop()!;
    const found = solveNode(question, facts, limits, node);
    if (!found || found.objective > best.cost - worthBranching) continue;
    const [conflict] = conflictsOf(question, facts, found.plan);
    if (!conflict) {
      const cost = costOf(question, facts, found.plan);
      if (cost < best.cost) best = { cost, plan: found.plan };
      continue;
    }
    nodes.push({ ...node, sells: new Set([...node.sells, ...conflict.lots]) }, { ...node, buys: new Set([...node.buys, ...conflict.assets]) });
  }
  return { bp: (ours - best.cost) * 1e4, plan: best.plan, exhausted: nodes.length === 0 };
}

/** What the given plan keeps is kept, what it misses may be missed as far. */
function asKept(limits: readonly Limit[], given: Trades): Limit[] {
  return limits.map((limit) => ({ ...limit, limit: Math.max(limit.limit, sideOf(limit, given)) + roomOfLimits }));
}

/** The left side of a rule at a plan. */
export const sideOf = (limit: Limit, { sells, buys }: Trades): number =>
  sells.reduce((sum, value, l) => sum + value * limit.sells[l], 0) + buys.reduce((sum, value, i) => sum + value * limit.buys[i], 0);

interface Node {
  readonly planes: readonly TaxPlane[];
  /** Not sold, not bought. */
  readonly sells: ReadonlySet<number>;
  readonly buys: ReadonlySet<number>;
  readonly start: Trades;
}

const startsOf = (given: Trades): Trades[] => [given, { sells: given.sells.map(() => 0), buys: given.buys.map(() => 0) }];

/** A loss sold and its wash-sale class bought, or one security sold and bought; the largest first. */
function conflictsOf({ book, symbols }: Question, { lots, taxed }: Facts, { sells, buys }: Trades): { lots: number[]; assets: number[]; size: number }[] {
  const washClass = (asset: number): string => book.securities.get(symbols[asset])!.washClass;
  const of = (isLot: (l: number) => boolean, isAsset: (i: number) => boolean) => {
    const [ours, assets] = [lots.flatMap((_, l) => (isLot(l) ? [l] : [])), symbols.flatMap((_, i) => (isAsset(i) ? [i] : []))];
    const sum = (values: Float64Array, at: number[]): number => at.reduce((total, k) => total + Math.max(0, values[k]), 0);
    return { lots: ours, assets, size: Math.min(sum(sells, ours), sum(buys, assets)) };
  };
  const classes = [...new Set(symbols.map((_, i) => washClass(i)))];
  return [
    ...(taxed ? classes.map((name) => of((l) => lots[l].isLoss && washClass(lots[l].asset) === name, (i) => washClass(i) === name)) : []),
    ...symbols.map((_, i) => of((l) => lots[l].asset === i, (j) => j === i)),
  ].filter(({ size }) => size > 2 * roomOfBounds * (lots.length + 1)).sort((a, b) => b.size - a.size);
}

/** Which variables a node has, and the half-spaces over them. */
interface Space {
  readonly lots: number[];
  readonly assets: number[];
  /** Position of the tax and of the excess cash among the variables. */
  readonly tax: number;
  readonly excess: number;
  readonly size: number;
}

function solveNode(question: Question, facts: Facts, limits: readonly Limit[], node: Node): { plan: Trades; objective: number } | undefined {
  const lots = facts.lots.flatMap((_, l) => (node.sells.has(l) ? [] : [l]));
  const assets = facts.symbols.flatMap((_, i) => (node.buys.has(i) ? [] : [i]));
  const space: Space = { lots, assets, tax: lots.length + assets.length, excess: lots.length + assets.length + 1, size: lots.length + assets.length + 2 };
  const spaces = halfSpaces(question, facts, limits, node.planes, space);
  const start = insideOf(spaces, pointOf(facts, node, space));
  if (!start) return undefined;
  const objective = objectiveOf(question, facts, space);
  const x = minimize(objective, spaces, start, gap);
  const plan = { sells: new Float64Array(facts.lots.length), buys: new Float64Array(facts.symbols.length) };
  lots.forEach((l, k) => { plan.sells[l] = x[k]; });
  assets.forEach((i, k) => { plan.buys[i] = x[lots.length + k]; });
  return { plan, objective: objective.value(x) };
}

function pointOf(facts: Facts, { start }: Node, { lots, assets, size, tax, excess }: Space): Float64Array {
  const x = new Float64Array(size);
  lots.forEach((l, k) => { x[k] = start.sells[l]; });
  assets.forEach((i, k) => { x[lots.length + k] = start.buys[i]; });
  x[tax] = 5;
  x[excess] = Math.max(1, facts.cash) + 5;
  return x;
}

function halfSpaces({ account }: Question, facts: Facts, limits: readonly Limit[], planes: readonly TaxPlane[], space: Space): HalfSpace[] {
  const { lots, assets, size, tax, excess } = space;
  const make = (limit: number, entries: readonly (readonly [number, number])[]): HalfSpace => {
    const coefficients = new Float64Array(size);
    for (const [k, value] of entries) coefficients[k] += value;
    return { coefficients, limit };
  };
  const trades = (ofSale: (l: number) => number, ofBuy: (i: number) => number): [number, number][] =>
    [...lots.map((l, k): [number, number] => [k, ofSale(l)]), ...assets.map((i, k): [number, number] => [lots.length + k, ofBuy(i)])];
  const gainOf = (l: number, { short, long }: TaxPlane): number => facts.lots[l].gain * (facts.lots[l].isShort ? short : long);
  return [
    ...lots.flatMap((l, k) => [make(roomOfBounds, [[k, -1]]), make(facts.lots[l].weight + roomOfBounds, [[k, 1]])]),
    ...assets.flatMap((_, k) => [make(roomOfBounds, [[lots.length + k, -1]]), make(mostBought, [[lots.length + k, 1]])]),
    ...limits.map((limit) => make(limit.limit, trades((l) => limit.sells[l], (i) => limit.buys[i]))),
    ...planes.map((plane) => make(-plane.constant, [[tax, -1], ...trades((l) => gainOf(l, plane), () => 0)])),
    // Without planes nothing bounds the tax from below but this.
    ...(planes.length === 0 ? [make(0, [[tax, -1]])] : []),
    make(100, [[tax, 1]]), make(100, [[excess, 1]]),
    make(0, [[excess, -1]]), make(account.settings.cashTarget - facts.cash, [[excess, -1], ...trades(() => 1, () => -1)]),
  ];
}

/** The point itself when it lies inside, else one found by lowering the largest violation; undefined when there is none. */
function insideOf(spaces: readonly HalfSpace[], point: Float64Array): Float64Array | undefined {
  const worst = Math.max(...spaces.map(({ coefficients, limit }) => coefficients.reduce((sum, value, k) => sum + value * point[k], 0) - limit));
  if (worst < 0) return point;
  const size = point.length + 1;
  const lifted = spaces.map(({ coefficients, limit }) => {
    const longer = new Float64Array(size).fill(-1);
    longer.set(coefficients);
    return { coefficients: longer, limit };
  });
  const floor = new Float64Array(size);
  floor[size - 1] = -1;
  const down: Smooth = {
    value: (x) => x[size - 1], gradient: () => floor.map((value) => -value), hessian: Array.from({ length: size }, () => new Float64Array(size)),
  };
  const start = new Float64Array(size);
  start.set(point);
  start[size - 1] = worst + 1;
  const found = minimize(down, [...lifted, { coefficients: floor, limit: 1 }], start, roomOfBounds / 10);
  return found[size - 1] < 0 ? found.slice(0, -1) : undefined;
}

/** Risk, spread, waiting, tax and drag over a node's variables, as fractions of value. */
function objectiveOf({ book, account, symbols, covariance }: Question, facts: Facts, { lots, assets, tax, excess, size }: Space): Smooth {
  const price = account.settings.riskPrice * 1e4;
  const assetOf = [...lots.map((l) => facts.lots[l].asset), ...assets];
  const sign = [...lots.map(() => -1), ...assets.map(() => 1)];
  const rate = [
    ...lots.map((l) => facts.lots[l].waiting + book.securities.get(symbols[facts.lots[l].asset])!.spread / 2),
    ...assets.map((i) => book.securities.get(symbols[i])!.spread / 2),
  ];
  const activeOf = (x: Float64Array): number[] => {
    const active = symbols.map((_, i) => facts.weights[i] - facts.targets[i]);
    assetOf.forEach((asset, k) => { active[asset] += sign[k] * x[k]; });
    return active;
  };
  const times = (active: readonly number[]): number[] => covariance.map((row) => row.reduce((sum, value, j) => sum + value * active[j], 0));
  const hessian = Array.from({ length: size }, (_, a) => Float64Array.from({ length: size }, (__, b) =>
    (a < assetOf.length && b < assetOf.length ? 2 * price * sign[a] * sign[b] * covariance[assetOf[a]][assetOf[b]] : 0)));
  return {
    hessian,
    value: (x) => {
      const active = activeOf(x);
      const moved = times(active);
      return price * active.reduce((sum, value, i) => sum + value * moved[i], 0)
        + rate.reduce((sum, value, k) => sum + value * x[k], 0) + x[tax] + account.settings.cashDrag * x[excess];
    },
    gradient: (x) => {
      const moved = times(activeOf(x));
      const gradient = new Float64Array(size);
      assetOf.forEach((asset, k) => { gradient[k] = 2 * price * sign[k] * moved[asset] + rate[k]; });
      gradient[tax] = 1;
      gradient[excess] = account.settings.cashDrag;
      return gradient;
    },
  };
}
