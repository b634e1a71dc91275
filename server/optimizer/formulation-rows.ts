import { perColumn, percent, singleColumn, type Columns } from './formulation-columns';
import { planeEntries } from './formulation-costs';
import type { Linear } from './linear';
import type { Entry, ProblemBuilder } from './problem';
import { rowValue } from './row-value';
import { violation, type Row, type Tier, type Yielding } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import { stayOf } from './stay';
import type { TaxRegime } from './terms/term';

/** A row that may be missed, and the column that says by how much. */
export interface Elastic {
  readonly row: Row;
  readonly column: number;
  /** Violation today, in column units. */
  readonly today: number;
}

/** Tiers minimized one after the other before costs, firmest first. */
export const elasticTiers: readonly Tier[] = ['cash', 'limit', 'hard', 'repair'];

/** A row of a tier that yields is missed by no more than this (column units): more than any plan could. */
const beyondAny = 10 * percent;

/** Rows without an elastic column. */
export const isFirm = (tier: Tier, yields: Yielding): boolean => tier === 'fixed' || (tier === 'limit' && !yields.has('limit'));

/** What rows became in the problem. */
export interface RowsAdded {
  readonly elastic: readonly Elastic[];
  readonly rowOf: ReadonlyMap<Row, number>;
  /** By regime, the rows that bound its tax. */
  readonly taxLimits: readonly (readonly number[])[];
}

/** Rows of restrictions and policies; those that may be missed get an elastic column. */
export function addRows(
  snapshot: AccountSnapshot, builder: ProblemBuilder, columns: Columns, rows: readonly Row[], regimes: readonly TaxRegime[], yields: Yielding,
): RowsAdded {
  const stay = stayOf(snapshot);
  const elastic: Elastic[] = [];
  const rowOf = new Map<Row, number>();
  const taxLimits = regimes.map((): number[] => []);
  for (const row of rows) {
    // Tracking error is held by its price, see tracking-error-search.ts.
    if (row.measure === 'tracking error') continue;
    const firm = isFirm(row.tier, yields);
    if (firm && singleColumn(row)) continue;
    const value = rowValue(row, snapshot, stay.plan, stay.after);
    const missed = violation(row, value) * percent;
    const free = row.tier === 'soft' || yields.has(row.tier);
    const bends = !firm && (free || missed > 0);
    const column = bends ? builder.column(0, free ? beyondAny : missed, row.tier === 'soft' ? (row.price ?? 0) * perColumn : 0) : undefined;
    if (column !== undefined) elastic.push({ row, column, today: missed });
    const stretches: Stretches = {
      column,
      // A side that holds today is kept: what is over a band may not end under it.
      below: free || value < (row.min ?? -Infinity), above: free || row.measure === 'tax' || value > (row.max ?? Infinity),
    };
    if (row.measure === 'tax') regimes.forEach((regime, k) => taxLimits[k].push(...taxLines(columns, row, regime).flatMap((line) => addLine(builder, line, stretches))));
    else {
      const made = addLine(builder, lineOf(snapshot, columns, row), stretches);
      if (made.length === 1) rowOf.set(row, made[0]);
    }
  }
  return { elastic, rowOf, taxLimits };
}

interface Line {
  readonly entries: readonly Entry[];
  readonly lower: number;
  readonly upper: number;
}

/** The column that a row may be missed by, and the sides that stretch. */
interface Stretches {
  readonly column: number | undefined;
  readonly below: boolean;
  readonly above: boolean;
}

/** One row of the problem, or one for each side when only one of them stretches. */
function addLine(builder: ProblemBuilder, { entries, lower, upper }: Line, { column, below, above }: Stretches): number[] {
  if (column === undefined) return [builder.row(lower, upper, entries)];
  const side = (low: number, high: number, isStretched: boolean, factor: number): number[] =>
    (low > -Infinity || high < Infinity ? [builder.row(low, high, isStretched ? [...entries, [column, factor]] : entries)] : []);
  return [...side(lower, Infinity, below, 1), ...side(-Infinity, upper, above, -1)];
}

/** A bound on tax holds for every plane of the regime. */
function taxLines({ gains }: Columns, { max = Infinity }: Row, { tax }: TaxRegime): Line[] {
  return gains ? tax.map((plane) => ({ entries: planeEntries(gains, plane, 1), lower: -Infinity, upper: (max - plane.constant) * percent })) : [];
}

function lineOf(snapshot: AccountSnapshot, columns: Columns, { expression, min = -Infinity, max = Infinity }: Row): Line {
  const known = (expression.constant ?? 0) + (expression.weights ?? []).reduce((sum, [i, factor]) => sum + factor * snapshot.assets[i].weight, 0);
  return { entries: entriesOf(expression, columns), lower: (min - known) * percent, upper: (max - known) * percent };
}

function entriesOf({ sells = [], buys = [], weights = [], cash = 0 }: Linear, columns: Columns): Entry[] {
  return [
    ...sells.map(([l, factor]) => [columns.sell0 + l, factor] as const),
    ...buys.map(([i, factor]) => [columns.buy0 + i, factor] as const),
    ...weights.map(([i, factor]) => [columns.moved[i], factor] as const),
    ...(cash === 0 ? [] : [[columns.cash, cash] as const]),
  ];
}
