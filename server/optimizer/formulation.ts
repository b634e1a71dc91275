import { washClasses } from './conflicts';
import { addTrades, columnCaps, percent, type Caps, type Columns } from './formulation-columns';
import { addCosts, type TaxColumns } from './formulation-costs';
import { addRows, elasticTiers, isFirm, type Elastic } from './formulation-rows';
import { noTrade, type Plan } from './plan';
import { ProblemBuilder, type Problem } from './problem';
import { nothingYields, type Row, type Tier, type Yielding } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import { tax } from './terms/tax';
import type { TaxRegime } from './terms/term';

export { basisPoints, percent } from './formulation-columns';
export { elasticTiers, type Elastic } from './formulation-rows';

/** The convex problem of one account. */
export interface Formulation {
  readonly problem: Problem;
  /** Index of the tax regime in force; the rows of the others are to be lifted before solving. */
  readonly regime: number;
  /** By regime, the rows that are its own: planes of the tax, and bounds of it. */
  readonly regimeRows: readonly (readonly number[])[];
  /** Whether a row bounds the tax itself: its price then says nothing of other regimes. */
  readonly boundsTax: boolean;
  /** First column of the lots' sales and of the assets' purchases. */
  readonly sell0: number;
  readonly buy0: number;
  /** Elastic columns, one per row that may be missed. */
  readonly elastic: readonly Elastic[];
  /** Row index, per tier, of `Σ elastic ≤ total`. */
  readonly tierRows: ReadonlyMap<Tier, number>;
  readonly tax?: TaxColumns;
  /** Rows that keep a wash-sale class from being sold at a loss and bought at once, as far as a convex row can. */
  readonly washRows: readonly WashRow[];
  /** By given row, the row of the problem that bounds it; absent where it is a bound of a column, or several. */
  readonly rowOf: ReadonlyMap<Row, number>;
  read(x: Float64Array): Plan;
}

export interface WashRow {
  readonly row: number;
  /** Lots at a loss, and assets that would buy the class back. */
  readonly lots: readonly number[];
  readonly assets: readonly number[];
}

/**
 * Builds the problem of one tax regime. Rows of the tiers that yield may be missed freely: only used when a firmer row
 * cannot be met otherwise.
 */
export function formulate(snapshot: AccountSnapshot, rows: readonly Row[], regime: TaxRegime | undefined, yields = nothingYields): Formulation {
  return formulateAll(snapshot, rows, [regime], yields);
}

/** Builds the problem of several tax regimes, which differ in a few rows only; the first is in force. Risk counts `riskWeight` times. */
export function formulateAll(snapshot: AccountSnapshot, rows: readonly Row[], given: readonly (TaxRegime | undefined)[], yields: Yielding, riskWeight = 1): Formulation {
  const builder = new ProblemBuilder();
  const regimes = given.flatMap((regime) => regime ?? []);
  const caps = columnCaps(snapshot, rows.filter(({ tier }) => isFirm(tier, yields)));
  const columns = addTrades(snapshot, builder, caps);
  const taxColumns = addCosts(snapshot, builder, columns, regimes, riskWeight);
  const { elastic, rowOf, taxLimits } = addRows(snapshot, builder, columns, rows, regimes, yields);
  const tierRows = new Map(elasticTiers.map((tier) => [
    tier, builder.row(-Infinity, Infinity, elastic.filter(({ row }) => row.tier === tier).map(({ column }) => [column, 1] as const)),
  ]));
  const washRows = addWashRows(snapshot, builder, columns, caps);
  const { sell0, buy0 } = columns;
  return {
    problem: builder.build(), regime: 0, sell0, buy0, elastic, tierRows, tax: taxColumns, washRows, rowOf,
    regimeRows: regimes.map((_, k) => [...(taxColumns?.planes[k] ?? []), ...taxLimits[k]]),
    boundsTax: rows.some((row) => row.measure === 'tax'),
    read: (x) => readPlan(snapshot, x, sell0, buy0),
  };
}

/**
 * The regimes of an account's tax, the likeliest first: most plans sell losses, and those count where gains and losses net
 * together. One without cost where nothing is taxed.
 */
export const regimesOf = (snapshot: AccountSnapshot): readonly (TaxRegime | undefined)[] => tax.express(snapshot).tax?.toReversed() ?? [undefined];

/** The least room a purchase gets in a wash row, and how far beyond its target. */
const [leastRoom, roomBeyondTarget] = [0.003, 0.005];

/**
 * `purchases / U + loss sales / H ≤ 1` per wash-sale class, H being all that could be sold: what holds for either side alone.
 * U is a policy of the relaxation (J. Hooker, Integrated Methods, on disjunctions): bounds are proved without these rows.
 */
function addWashRows(snapshot: AccountSnapshot, builder: ProblemBuilder, { sell0, buy0 }: Columns, caps: Caps): WashRow[] {
  return washClasses(snapshot).flatMap(({ lots, assets }): WashRow[] => {
    const sellable = lots.reduce((sum, l) => sum + caps.sells[l], 0);
    const room = assets.reduce((sum, i) => {
      const { target, weight } = snapshot.assets[i];
      return sum + Math.min(caps.buys[i], percent * Math.max(leastRoom, target - weight + roomBeyondTarget));
    }, 0);
    if (sellable <= 0 || room <= 0) return [];
    const row = builder.row(-Infinity, 1, [...lots.map((l) => [sell0 + l, 1 / sellable] as const), ...assets.map((i) => [buy0 + i, 1 / room] as const)]);
    return [{ row, lots, assets }];
  });
}

/** The plan at a point, cleaned of what is below the solver's tolerance. */
function readPlan(snapshot: AccountSnapshot, x: Float64Array, sell0: number, buy0: number): Plan {
  const plan = noTrade(snapshot.lots.length, snapshot.assets.length);
  for (let l = 0; l < plan.sells.length; l += 1) plan.sells[l] = cleaned(x[sell0 + l], snapshot.lots[l].weight);
  for (let i = 0; i < plan.buys.length; i += 1) plan.buys[i] = cleaned(x[buy0 + i], Infinity);
  return plan;
}

function cleaned(value: number, most: number): number {
  const weight = value / percent;
  if (weight < 1e-9) return 0;
  return weight > most - 1e-9 ? most : weight;
}
