/**
 * A convex problem as solvers see it: minimize
 * `offset + cost·x + ½ Σ quadratic·x² + ½ Σ curvature·(value − center)²`, the second sum over forms and rows,
 * subject to `lower ≤ x ≤ upper` and `rowLower ≤ row ≤ rowUpper`.
 *
 * A form is a sum of columns that many rows speak of, such as the weight of a security after its trades; a column
 * belongs to one form at most. Rows are sums of columns and forms: entry `k < columns` is column k, otherwise form
 * `k − columns`. Keeping forms apart is what lets a solver see one security at a time.
 */
export interface Problem {
  readonly offset: number;
  readonly cost: Float64Array;
  readonly quadratic: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** By column: its form, −1 for none, and its factor there. */
  readonly formOf: Int32Array;
  readonly formFactor: Float64Array;
  /** By form. */
  readonly formCurvature: Float64Array;
  readonly formCenter: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowCurvature: Float64Array;
  readonly rowCenter: Float64Array;
  /** Row r holds entries `starts[r]` to `starts[r + 1]`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** A column or a form in a row, and its factor. Forms are told from columns by their sign. */
export type Entry = readonly [of: number, factor: number];

/** Collects columns, forms and rows; `build` freezes them into typed arrays. */
export class ProblemBuilder {
  offset = 0;
  private readonly cost: number[] = [];
  private readonly quadratic: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly formOf: number[] = [];
  private readonly formFactor: number[] = [];
  private readonly formCurvature: number[] = [];
  private readonly formCenter: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly rowCurvature: number[] = [];
  private readonly rowCenter: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];
  /** By column and by form, the entry of the row being added that holds it. */
  private readonly entryOfColumn: number[] = [];
  private readonly entryOfForm: number[] = [];

  /** Adds a column and returns its index. */
  column(lower: number, upper: number, cost = 0, quadratic = 0): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.cost.push(cost);
    this.quadratic.push(quadratic);
    this.formOf.push(-1);
    this.formFactor.push(0);
    return this.entryOfColumn.push(-1) - 1;
  }

  /** Adds to the cost of a column. */
  addCost(column: number, cost: number): void {
    this.cost[column] += cost;
  }

  /** Adds a form of columns that belong to none yet; what is returned stands for it in rows. */
  form(entries: Iterable<Entry>): number {
    const index = this.entryOfForm.push(-1) - 1;
    this.formCurvature.push(0);
    this.formCenter.push(0);
    for (const [column, factor] of entries) {
      if (this.formOf[column] >= 0) throw new Error(`Column ${column} is in two forms`);
      this.formOf[column] = index;
      this.formFactor[column] = factor;
    }
    return ~index;
  }

  /** Gives a form its cost `½ curvature·(form − center)²`. */
  curveForm(form: number, curvature: number, center: number): void {
    this.formCurvature[~form] = curvature;
    this.formCenter[~form] = center;
  }

  /** Adds a row and returns its index; entries of one column or form are summed. */
  row(lower: number, upper: number, entries: Iterable<Entry>): number {
    return this.addRow(lower, upper, 0, 0, entries);
  }

  /** Adds a row without bounds that costs `½ curvature·(row − center)²`. */
  curvedRow(curvature: number, center: number, entries: Iterable<Entry>): number {
    return this.addRow(-Infinity, Infinity, curvature, center, entries);
  }

  private addRow(lower: number, upper: number, curvature: number, center: number, entries: Iterable<Entry>): number {
    const { indices, values, starts } = this;
    const first = indices.length;
    for (const [of, factor] of entries) {
      if (factor === 0) continue;
      const held = of < 0 ? this.entryOfForm : this.entryOfColumn;
      const known = held[of < 0 ? ~of : of];
      if (known >= first) values[known] += factor;
      else {
        held[of < 0 ? ~of : of] = indices.length;
        indices.push(of);
        values.push(factor);
      }
    }
    this.dropZeros(first);
    starts.push(indices.length);
    this.rowUpper.push(upper);
    this.rowCurvature.push(curvature);
    this.rowCenter.push(center);
    return this.rowLower.push(lower) - 1;
  }

  /** Takes out entries of the last row whose factors have summed to zero. */
  private dropZeros(first: number): void {
    const { indices, values } = this;
    let kept = first;
    for (let e = first; e < indices.length; e += 1) {
      if (values[e] === 0) continue;
      indices[kept] = indices[e];
      values[kept] = values[e];
      kept += 1;
    }
    indices.length = kept;
    values.length = kept;
  }

  build(): Problem {
    const columns = this.cost.length;
    return {
      offset: this.offset,
      cost: new Float64Array(this.cost),
      quadratic: new Float64Array(this.quadratic),
      lower: new Float64Array(this.lower),
      upper: new Float64Array(this.upper),
      formOf: new Int32Array(this.formOf),
      formFactor: new Float64Array(this.formFactor),
      formCurvature: new Float64Array(this.formCurvature),
      formCenter: new Float64Array(this.formCenter),
      rowLower: new Float64Array(this.rowLower),
      rowUpper: new Float64Array(this.rowUpper),
      rowCurvature: new Float64Array(this.rowCurvature),
      rowCenter: new Float64Array(this.rowCenter),
      starts: new Int32Array(this.starts),
      indices: new Int32Array(this.indices.map((of) => (of < 0 ? columns + ~of : of))),
      values: new Float64Array(this.values),
    };
  }
}

/** The columns followed by the value of every form. */
export function withForms({ formOf, formFactor, formCurvature }: Problem, x: Float64Array): Float64Array {
  const extended = new Float64Array(x.length + formCurvature.length);
  extended.set(x);
  for (let j = 0; j < x.length; j += 1) if (formOf[j] >= 0) extended[x.length + formOf[j]] += formFactor[j] * x[j];
  return extended;
}

/** The value of a row, given the columns and forms. */
export function rowAt({ starts, indices, values }: Problem, r: number, extended: Float64Array): number {
  let value = 0;
  for (let e = starts[r]; e < starts[r + 1]; e += 1) value += values[e] * extended[indices[e]];
  return value;
}

/** The objective at a point. */
export function objectiveAt(problem: Problem, x: Float64Array): number {
  const { cost, quadratic, formCurvature, formCenter, rowCurvature, rowCenter } = problem;
  const extended = withForms(problem, x);
  let value = problem.offset;
  for (let j = 0; j < x.length; j += 1) value += cost[j] * x[j] + 0.5 * quadratic[j] * x[j] * x[j];
  for (let i = 0; i < formCurvature.length; i += 1) value += 0.5 * formCurvature[i] * (extended[x.length + i] - formCenter[i]) ** 2;
  for (let r = 0; r < rowCurvature.length; r += 1) {
    if (rowCurvature[r] > 0) value += 0.5 * rowCurvature[r] * (rowAt(problem, r, extended) - rowCenter[r]) ** 2;
  }
  return value;
}

/** The largest violation of a bound or a row at a point. */
export function infeasibility(problem: Problem, x: Float64Array): number {
  const extended = withForms(problem, x);
  let worst = 0;
  for (let j = 0; j < x.length; j += 1) worst = Math.max(worst, problem.lower[j] - x[j], x[j] - problem.upper[j]);
  for (let r = 0; r < problem.rowLower.length; r += 1) {
    const value = rowAt(problem, r, extended);
    worst = Math.max(worst, problem.rowLower[r] - value, value - problem.rowUpper[r]);
  }
  return worst;
}
