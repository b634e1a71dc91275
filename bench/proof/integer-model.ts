import type { Problem } from '../../server/optimizer/problem';
import { separate, separatedOffset } from '../../server/optimizer/solvers/separated';

/** A column of a model and its factor in a row. */
export type Entry = readonly [column: number, factor: number];

/**
 * A mixed-integer program with separable curvature: minimize `offset + cost·x + ½ Σ curvature·x²` over boxes and rows, some
 * columns whole numbers. It begins as a convex problem of the engine, whose columns keep their places, and grows.
 */
export class IntegerModel {
  readonly cost: number[];
  readonly curvature: readonly number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly whole: boolean[];
  readonly rows: { readonly lower: number; readonly upper: number; readonly entries: Entry[] }[];
  readonly offset: number;

  constructor(problem: Problem) {
    const { cost, quadratic, lower, upper, rowLower, rowUpper, starts, indices, values } = separate(problem);
    this.cost = [...cost];
    this.curvature = [...quadratic];
    this.lower = [...lower];
    this.upper = [...upper];
    this.whole = this.cost.map(() => false);
    this.offset = separatedOffset(problem);
    this.rows = [...rowLower.keys()].map((r) => ({
      lower: rowLower[r], upper: rowUpper[r],
      entries: Array.from({ length: starts[r + 1] - starts[r] }, (_, e): Entry => [indices[starts[r] + e], values[starts[r] + e]]),
    }));
  }

  /** Adds a column and returns its place. */
  column(lower: number, upper: number, cost: number, whole: boolean): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.whole.push(whole);
    return this.cost.push(cost) - 1;
  }

  /** Adds a column that is 0 or 1. */
  decision(cost = 0): number {
    return this.column(0, 1, cost, true);
  }

  row(lower: number, upper: number, entries: readonly Entry[]): void {
    this.rows.push({ lower, upper, entries: [...entries] });
  }

  /** What the model is worth at a point of at least its first columns. */
  valueAt(x: ArrayLike<number>): number {
    return this.cost.reduce((sum, cost, j) => sum + cost * x[j] + 0.5 * (this.curvature[j] ?? 0) * x[j] ** 2, this.offset);
  }
}
