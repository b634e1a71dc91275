/**
 * A convex problem as solvers see it: minimize `offset + cost·x + ½ Σ quadratic·x²`
 * subject to `lower ≤ x ≤ upper` and `rowLower ≤ A x ≤ rowUpper`, A by rows. The quadratic form is diagonal:
 * risk has columns of its own for active weights and factor exposures.
 */
export interface Problem {
  readonly offset: number;
  readonly cost: Float64Array;
  readonly quadratic: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row r holds entries `starts[r]` to `starts[r + 1]`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Collects columns and rows; `build` freezes them into typed arrays. */
export class ProblemBuilder {
  offset = 0;
  private readonly cost: number[] = [];
  private readonly quadratic: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** Adds a column and returns its index. */
  column(lower: number, upper: number, cost = 0, quadratic = 0): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.cost.push(cost);
    this.quadratic.push(quadratic);
    return this.cost.length - 1;
  }

  /** Adds to the cost of a column. */
  addCost(column: number, cost: number): void {
    this.cost[column] += cost;
  }

  /** Adds a row and returns its index; entries of one column are summed. */
  row(lower: number, upper: number, entries: Iterable<readonly [column: number, value: number]>): number {
    const sums = new Map<number, number>();
    for (const [column, value] of entries) sums.set(column, (sums.get(column) ?? 0) + value);
    for (const [column, value] of sums) {
      if (value === 0) continue;
      this.indices.push(column);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    return this.rowLower.length - 1;
  }

  build(): Problem {
    return {
      offset: this.offset,
      cost: Float64Array.from(this.cost),
      quadratic: Float64Array.from(this.quadratic),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    };
  }
}

/** The objective at a point. */
export function objectiveAt(problem: Problem, x: Float64Array): number {
  let value = problem.offset;
  for (let j = 0; j < x.length; j += 1) value += problem.cost[j] * x[j] + 0.5 * problem.quadratic[j] * x[j] * x[j];
  return value;
}

/** The largest violation of a bound or a row at a point. */
export function infeasibility(problem: Problem, x: Float64Array): number {
  let worst = 0;
  for (let j = 0; j < x.length; j += 1) worst = Math.max(worst, problem.lower[j] - x[j], x[j] - problem.upper[j]);
  for (let r = 0; r < problem.rowLower.length; r += 1) {
    let value = 0;
    for (let e = problem.starts[r]; e < problem.starts[r + 1]; e += 1) value += problem.values[e] * x[problem.indices[e]];
    worst = Math.max(worst, problem.rowLower[r] - value, value - problem.rowUpper[r]);
  }
  return worst;
}
