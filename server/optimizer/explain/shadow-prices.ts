import { percent, type Formulation } from '../formulation';
import { singleColumn } from '../formulation-columns';
import type { Plan } from '../plan';
import type { Problem } from '../problem';
import type { Row } from '../rows/row';
import type { ShadowPrice } from './prices';

/** Prices below this (basis points per percent) are the solver's tolerance. */
const noise = 0.01;
/** Caps closer than this (percent of account value) are the same. */
const sameCap = 1e-9;

/** A solved formulation, as the search leaves it. */
export interface Priced {
  readonly plan: Plan;
  /** By row of the formulation's problem: how much the objective rises per unit by which the row's bound does. */
  readonly duals: Float64Array;
  /** Total violation per elastic tier. */
  readonly missed: readonly number[];
}

/**
 * What loosening each row would be worth at the plan: the dual of its row of the problem, or the reduced cost of the
 * column that it caps. A column capped alike by two rows prices neither, since loosening one of them frees nothing. Rows
 * that are missed have no price: nothing is traded for them.
 */
export function shadowPrices(rows: readonly Row[], formulation: Formulation, { duals, plan, missed }: Priced): ShadowPrice[] {
  const { rowOf, elastic, sell0, buy0, problem } = formulation;
  const isMissed = missed.some((total) => total > 0);
  const given = new Set(isMissed ? elastic.map(({ row }) => row) : []);
  const reduced = reducedCosts(problem, duals, columnsOf(plan, formulation));
  const caps = cappedColumns(rows, sell0, buy0);
  return rows.flatMap((row): ShadowPrice[] => {
    if (row.tier === 'soft' || given.has(row)) return [];
    const bounding = rowOf.get(row);
    const price = bounding === undefined ? capPrice(row, caps, reduced, problem) : Math.abs(duals[bounding]);
    return price > noise ? [{ row, price }] : [];
  });
}

interface Cap {
  /** Lowest cap of the column, percent of account value. */
  readonly least: number;
  /** The one row that sets it; absent when several do. */
  readonly by?: Row;
  readonly column: number;
  readonly factor: number;
}

/** Columns that rows cap, by row; every row of a column shares its entry. */
function cappedColumns(rows: readonly Row[], sell0: number, buy0: number): Map<Row, Cap> {
  const byColumn = new Map<number, Cap>();
  const columnOf = new Map<Row, number>();
  for (const row of rows) {
    const single = row.max === undefined ? undefined : singleColumn(row);
    if (!single) continue;
    const column = single.index + (single.kind === 'sells' ? sell0 : buy0);
    const cap = (row.max! / single.factor) * percent;
    const known = byColumn.get(column);
    columnOf.set(row, column);
    if (known && Math.abs(known.least - cap) <= sameCap) byColumn.set(column, { ...known, by: undefined });
    else if (!known || cap < known.least) byColumn.set(column, { least: cap, by: row, column, factor: single.factor });
  }
  return new Map([...columnOf].map(([row, column]) => [row, byColumn.get(column)!]));
}

/** A cap is worth what its column would save, unless another row or the size of the lot holds the column as well. */
function capPrice(row: Row, caps: ReadonlyMap<Row, Cap>, reduced: Float64Array, { upper }: Problem): number {
  const cap = caps.get(row);
  return cap?.by === row && cap.least <= upper[cap.column] + sameCap ? Math.max(0, -reduced[cap.column]) / cap.factor : 0;
}

/** The plan in columns; those of no trade are left at zero, for they have no curvature. */
function columnsOf({ sells, buys }: Plan, { problem, sell0, buy0 }: Formulation): Float64Array {
  const x = new Float64Array(problem.cost.length);
  sells.forEach((weight, l) => { x[sell0 + l] = weight * percent; });
  buys.forEach((weight, i) => { x[buy0 + i] = weight * percent; });
  return x;
}

/** How much the objective rises per unit by which each column is forced up: `∇f − Aᵀλ`, a curved row's slope being −λ. */
function reducedCosts(problem: Problem, duals: Float64Array, x: Float64Array): Float64Array {
  const { cost, quadratic, formOf, formFactor, formCurvature, formCenter, starts, indices, values } = problem;
  const columns = cost.length;
  const slope = new Float64Array(columns + formCurvature.length);
  const forms = new Float64Array(formCurvature.length);
  for (let j = 0; j < columns; j += 1) {
    slope[j] = cost[j] + quadratic[j] * x[j];
    if (formOf[j] >= 0) forms[formOf[j]] += formFactor[j] * x[j];
  }
  for (let i = 0; i < forms.length; i += 1) slope[columns + i] = formCurvature[i] * (forms[i] - formCenter[i]);
  for (let r = 0; r < duals.length; r += 1) {
    for (let e = starts[r]; e < starts[r + 1]; e += 1) slope[indices[e]] -= duals[r] * values[e];
  }
  for (let j = 0; j < columns; j += 1) if (formOf[j] >= 0) slope[j] += formFactor[j] * slope[columns + formOf[j]];
  return slope.subarray(0, columns);
}
