import { basisPoints, perColumn, percent, type Columns } from './formulation-columns';
import type { Entry, ProblemBuilder } from './problem';
import type { AccountSnapshot } from './snapshot';
import { termNames, terms } from './terms';
import type { Plane, TaxRegime } from './terms/term';

/** Objective: the sum of the terms' expressions, risk multiplied by its weight. */
export function addCosts(snapshot: AccountSnapshot, builder: ProblemBuilder, columns: Columns, regimes: readonly TaxRegime[], riskWeight: number): TaxColumns | undefined {
  for (const name of termNames) {
    const expression = terms[name].express(snapshot);
    expression.sells?.forEach((rate, l) => builder.addCost(columns.sell0 + l, rate * perColumn));
    expression.buys?.forEach((rate, i) => builder.addCost(columns.buy0 + i, rate * perColumn));
    if (expression.cashAbove) addCashAbove(snapshot, builder, columns, expression.cashAbove);
    if (expression.variance) addVariance(snapshot, builder, columns, expression.variance * riskWeight);
  }
  return columns.gains && regimes.length > 0 ? addTax(builder, columns.gains, regimes, snapshot) : undefined;
}

/** Where tax stands in the problem. */
export interface TaxColumns {
  readonly short: number;
  readonly long: number;
  /** The tax itself; absent where it has no price under any regime. */
  readonly due?: number;
  /** By regime, the rows that keep the tax above its planes. */
  readonly planes: readonly (readonly number[])[];
}

function addCashAbove(snapshot: AccountSnapshot, builder: ProblemBuilder, { cash }: Columns, { above, rate }: { above: number; rate: number }): void {
  if (rate === 0) return;
  const most = snapshot.cash.weight + snapshot.lots.reduce((sum, { weight }) => sum + weight, 1);
  const excess = builder.column(0, Math.max(0, most - above) * percent, rate * perColumn);
  builder.row(-above * percent, Infinity, [[excess, 1], [cash, -1]]);
}

/** Risk: each asset's own variance curves its form, each factor is a curved row. */
function addVariance({ assets, risk }: AccountSnapshot, builder: ProblemBuilder, { moved }: Columns, price: number): void {
  // price is dollars per unit variance of fractions; columns are percents, the objective basis points.
  const scale = (price / (percent * percent)) * basisPoints;
  const wanted = assets.map((asset) => (asset.target - asset.weight) * percent);
  assets.forEach((_, i) => builder.curveForm(moved[i], 2 * scale * risk.specific[i], wanted[i]));
  for (let k = 0; k < risk.size; k += 1) {
    const loading = (i: number): number => risk.loadings[i * risk.size + k];
    builder.curvedRow(2 * scale, wanted.reduce((sum, weight, i) => sum + weight * loading(i), 0), moved.map((form, i) => [form, loading(i)] as const));
  }
}

/** Tax: one column above every plane of the regime in force. */
function addTax(builder: ProblemBuilder, gains: Required<Columns>['gains'], regimes: readonly TaxRegime[], { lots }: AccountSnapshot): TaxColumns {
  const planes = regimes.flatMap(({ cost }) => cost);
  if (planes.every(({ short, long, constant }) => short === 0 && long === 0 && constant === 0)) return { ...gains, planes: regimes.map(() => []) };
  const reach = lots.reduce((sum, lot) => sum + Math.abs(lot.gain) * lot.weight, 0);
  const most = Math.max(...planes.map(({ short, long, constant }) => Math.abs(constant) + Math.max(Math.abs(short), Math.abs(long)) * reach)) * basisPoints + 1;
  const due = builder.column(-most, most, 1);
  return {
    ...gains, due,
    planes: regimes.map(({ cost }) => cost.map((plane) => builder.row(plane.constant * basisPoints, Infinity, [[due, 1], ...planeEntries(gains, plane, -perColumn)]))),
  };
}

/** A plane of the tax over the two gains. */
export function planeEntries({ short, long }: { readonly short: number; readonly long: number }, plane: Plane, scale: number): Entry[] {
  return [[short, plane.short * scale], [long, plane.long * scale]];
}
