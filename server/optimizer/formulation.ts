import type { AccountSnapshot } from './snapshot';
import { noTrade, type Plan } from './plan';
import { outcome, type Linear } from './linear';
import { ProblemBuilder, type Problem } from './problem';
import { nothingYields, rowValue, violation, type Row, type Tier, type Yielding } from './rows/row';
import { termNames, terms } from './terms';
import type { TaxRegime } from './terms/term';

/**
 * The convex problem of one account. Columns are in percent of account value and the objective is in basis points,
 * so that all numbers are near one.
 */
export const percent = 100;
export const basisPoints = 10_000;
/** A cost per dollar traded, as objective per column unit. */
const perColumn = basisPoints / percent;
/** No one buys more than twice the account. */
const mostBought = 2 * percent;

export interface Formulation {
  readonly problem: Problem;
  /** First column of the lots' sales and of the assets' purchases. */
  readonly sell0: number;
  readonly buy0: number;
  /** Elastic columns, one per row that may be missed. */
  readonly elastic: readonly Elastic[];
  /** Row index, per tier, of `Σ elastic ≤ total`. */
  readonly tierRows: ReadonlyMap<Tier, number>;
  read(x: Float64Array): Plan;
}

export interface Elastic {
  readonly row: Row;
  readonly column: number;
  /** Violation today, in column units. */
  readonly today: number;
}

/** Tiers minimized one after the other before costs, firmest first. */
export const elasticTiers: readonly Tier[] = ['cash', 'limit', 'hard', 'repair'];

/**
 * Builds the problem for one tax regime. Rows of the tiers that yield may be missed freely: only used when a firmer row
 * cannot be met otherwise.
 */
export function formulate(snapshot: AccountSnapshot, rows: readonly Row[], regime: TaxRegime | undefined, yields = nothingYields): Formulation {
  const builder = new ProblemBuilder();
  const firm = rows.filter(({ tier }) => isFirm(tier, yields));
  const caps = columnCaps(snapshot, firm);
  const sell0 = 0;
  snapshot.lots.forEach((lot, l) => builder.column(0, Math.min(lot.weight * percent, caps.sells[l])));
  const buy0 = snapshot.lots.length;
  snapshot.assets.forEach((_, i) => builder.column(0, Math.min(mostBought, caps.buys[i])));
  const columns = { sell0, buy0, ...holdings(snapshot, builder, sell0, buy0) };
  addCosts(snapshot, builder, columns, regime);
  const elastic = addRows(snapshot, builder, columns, rows, regime, yields);
  const tierRows = new Map(elasticTiers.map((tier) => [
    tier, builder.row(-Infinity, Infinity, elastic.filter(({ row }) => row.tier === tier).map(({ column }) => [column, 1] as const)),
  ]));
  return {
    problem: builder.build(),
    sell0, buy0, elastic, tierRows,
    read: (x) => readPlan(snapshot, x, sell0, buy0),
  };
}

interface Columns {
  readonly sell0: number;
  readonly buy0: number;
  /** Weight after the plan by asset, as a column plus a constant. */
  readonly weight0: number;
  readonly cash: number;
}

/** Rows that only cap one sale or one purchase become column bounds. */
function columnCaps(snapshot: AccountSnapshot, rows: readonly Row[]): { sells: Float64Array; buys: Float64Array } {
  const caps = { sells: new Float64Array(snapshot.lots.length).fill(Infinity), buys: new Float64Array(snapshot.assets.length).fill(Infinity) };
  for (const row of rows) {
    const single = singleColumn(row);
    if (!single || row.max === undefined) continue;
    const column = caps[single.kind];
    column[single.index] = Math.min(column[single.index], (row.max / single.factor) * percent);
  }
  return caps;
}

function singleColumn({ expression, tax, min }: Row): { kind: 'sells' | 'buys'; index: number; factor: number } | undefined {
  const { sells = [], buys = [], weights = [], cash = 0, constant = 0 } = expression;
  if (tax || min !== undefined || weights.length > 0 || cash !== 0 || constant !== 0 || sells.length + buys.length !== 1) return undefined;
  const [index, factor] = sells[0] ?? buys[0];
  return factor > 0 ? { kind: sells.length === 1 ? 'sells' : 'buys', index, factor } : undefined;
}

/** Columns for the weight of each asset and for cash, with the rows that tie them to the trades. */
function holdings(snapshot: AccountSnapshot, builder: ProblemBuilder, sell0: number, buy0: number): Pick<Columns, 'weight0' | 'cash'> {
  const { assets, lots, cash: { weight } } = snapshot;
  const first = assets.map(() => builder.column(-Infinity, Infinity));
  const weight0 = first[0] ?? 0;
  assets.forEach((asset, i) => {
    const today = asset.weight * percent;
    builder.row(today, today, [[weight0 + i, 1], [buy0 + i, -1], ...asset.lots.map((l) => [sell0 + l, 1] as const)]);
  });
  const cash = builder.column(-Infinity, Infinity);
  builder.row(weight * percent, weight * percent, [
    [cash, 1], ...assets.map((_, i) => [buy0 + i, 1] as const), ...lots.map(({ fee }, l) => [sell0 + l, fee - 1] as const),
  ]);
  return { weight0, cash };
}

/** Objective: the sum of the terms' expressions. */
function addCosts(snapshot: AccountSnapshot, builder: ProblemBuilder, columns: Columns, regime: TaxRegime | undefined): void {
  for (const name of termNames) {
    const expression = terms[name].express(snapshot);
    expression.sells?.forEach((rate, l) => builder.addCost(columns.sell0 + l, rate * perColumn));
    expression.buys?.forEach((rate, i) => builder.addCost(columns.buy0 + i, rate * perColumn));
    if (expression.cashAbove) {
      const { above, rate } = expression.cashAbove;
      const excess = builder.column(0, Infinity, rate * perColumn);
      builder.row(-above * percent, Infinity, [[excess, 1], [columns.cash, -1]]);
    }
    if (expression.variance) addVariance(snapshot, builder, columns, expression.variance);
  }
  if (regime) addTax(snapshot, builder, columns, regime);
}

/** Risk: a column per active weight and per factor exposure, each with its own square. */
function addVariance(snapshot: AccountSnapshot, builder: ProblemBuilder, columns: Columns, price: number): void {
  const { assets, risk } = snapshot;
  // price is dollars per unit variance of fractions; columns are percents, the objective basis points.
  const scale = (price / (percent * percent)) * basisPoints;
  assets.forEach((asset, i) => {
    const curvature = 2 * scale * risk.specific[i];
    if (curvature === 0) return;
    const active = builder.column(-Infinity, Infinity, 0, curvature);
    const target = -asset.target * percent;
    builder.row(target, target, [[active, 1], [columns.weight0 + i, -1]]);
  });
  for (let k = 0; k < risk.size; k += 1) {
    const entries = assets.map((_, i) => [columns.weight0 + i, -risk.loadings[i * risk.size + k]] as const);
    const target = -assets.reduce((sum, asset, i) => sum + asset.target * risk.loadings[i * risk.size + k], 0) * percent;
    const exposure = builder.column(-Infinity, Infinity, 0, 2 * scale);
    builder.row(target, target, [[exposure, 1], ...entries]);
  }
}

/** Tax: one column above every plane of the regime. */
function addTax(snapshot: AccountSnapshot, builder: ProblemBuilder, columns: Columns, regime: TaxRegime): void {
  if (regime.cost.every((plane) => plane.short === 0 && plane.long === 0 && plane.constant === 0)) return;
  const due = builder.column(-Infinity, Infinity, 1);
  for (const plane of regime.cost) {
    builder.row(plane.constant * basisPoints, Infinity, [[due, 1], ...planeEntries(snapshot, columns, plane, -perColumn)]);
  }
}

function planeEntries(snapshot: AccountSnapshot, { sell0 }: Columns, plane: { short: number; long: number }, scale: number): (readonly [number, number])[] {
  return snapshot.lots.flatMap((lot, l) => {
    if (!lot.term) return [];
    const slope = lot.term === 'Short' ? plane.short : plane.long;
    return [[sell0 + l, slope * lot.gain * scale] as const];
  });
}

/** Rows of restrictions and policies; those that may be missed get an elastic column. */
function addRows(
  snapshot: AccountSnapshot, builder: ProblemBuilder, columns: Columns, rows: readonly Row[], regime: TaxRegime | undefined, yields: Yielding,
): Elastic[] {
  const plan = noTrade(snapshot.lots.length, snapshot.assets.length);
  const today = outcome(snapshot, plan);
  return rows.flatMap((row): Elastic[] => {
    const firm = isFirm(row.tier, yields);
    if (firm && singleColumn(row)) return [];
    const value = rowValue(row, snapshot, plan, today);
    const missed = violation(row, value) * percent;
    const free = row.tier === 'soft' || yields.has(row.tier);
    const column = firm ? undefined : builder.column(0, free ? Infinity : missed, row.tier === 'soft' ? (row.price ?? 0) * perColumn : 0);
    // A side that holds today is kept: what is over a band may not end under it.
    const bends = (broken: boolean): boolean => column !== undefined && (free || broken);
    const stretch = (broken: boolean, factor: number): (readonly [number, number])[] => (bends(broken) ? [[column!, factor]] : []);
    for (const { entries, lower, upper } of lines(snapshot, columns, row, regime)) {
      if (lower > -Infinity) builder.row(lower, Infinity, [...entries, ...stretch(value < (row.min ?? -Infinity), 1)]);
      if (upper < Infinity) builder.row(-Infinity, upper, [...entries, ...stretch(row.tax || value > (row.max ?? Infinity), -1)]);
    }
    return column === undefined ? [] : [{ row, column, today: missed }];
  });
}

/** Rows without an elastic column. */
const isFirm = (tier: Tier, yields: Yielding): boolean => tier === 'fixed' || (tier === 'limit' && !yields.has('limit'));

interface Line {
  readonly entries: (readonly [number, number])[];
  readonly lower: number;
  readonly upper: number;
}

function lines(snapshot: AccountSnapshot, columns: Columns, row: Row, regime: TaxRegime | undefined): Line[] {
  if (row.tax) {
    return (regime?.tax ?? []).map((plane) => ({
      entries: planeEntries(snapshot, columns, plane, 1), lower: -Infinity, upper: ((row.max ?? Infinity) - plane.constant) * percent,
    }));
  }
  const constant = row.expression.constant ?? 0;
  return [{
    entries: expressionEntries(row.expression, columns),
    lower: ((row.min ?? -Infinity) - constant) * percent,
    upper: ((row.max ?? Infinity) - constant) * percent,
  }];
}

function expressionEntries({ sells = [], buys = [], weights = [], cash = 0 }: Linear, columns: Columns): (readonly [number, number])[] {
  return [
    ...sells.map(([l, factor]) => [columns.sell0 + l, factor] as const),
    ...buys.map(([i, factor]) => [columns.buy0 + i, factor] as const),
    ...weights.map(([i, factor]) => [columns.weight0 + i, factor] as const),
    ...(cash === 0 ? [] : [[columns.cash, cash] as const]),
  ];
}

/** The plan at a point, cleaned of what is below the solver's tolerance. */
function readPlan(snapshot: AccountSnapshot, x: Float64Array, sell0: number, buy0: number): Plan {
  const clean = (value: number, most: number): number => {
    const weight = value / percent;
    if (weight < 1e-9) return 0;
    return weight > most - 1e-9 ? most : weight;
  };
  return {
    sells: Float64Array.from(snapshot.lots, (lot, l) => clean(x[sell0 + l], lot.weight)),
    buys: Float64Array.from(snapshot.assets, (_, i) => clean(x[buy0 + i], Infinity)),
  };
}
