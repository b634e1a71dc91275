import type { Highs, Model } from 'highs';
import type { IntegerModel, Entry } from './integer-model';

/** What is proved of a model: no point is worth less than `bound`; `best` is the least known. */
export interface Proof {
  readonly bound: number;
  readonly best: number;
}

/** Between bound and best, basis points: what is closer is proved. */
export const proofTolerance = 0.02;
const mostRounds = 60;
/** Curvature missed by less than this by its tangents is not cut again (basis points). */
const worthCutting = 1e-6;

/**
 * The least of a model by outer approximation (M. Duran and I. Grossmann, Math. Programming 36, 1986): curvature is a column above
 * tangents, first those of the relaxation, then those at every integer solution, until the two meet or `seconds` are over.
 * Points worth no less than `known` are not looked for.
 */
export function proveLeast(highs: Highs, model: IntegerModel, known: number, seconds: number): Proof {
  return highs.withModel((solver) => new OuterApproximation(highs, solver, model).prove(known, seconds));
}

class OuterApproximation {
  private readonly columns: number;
  private readonly curved: readonly number[];
  private readonly tangents: { readonly lower: number; readonly entries: readonly Entry[] }[] = [];

  constructor(private readonly highs: Highs, private readonly solver: Model, private readonly model: IntegerModel) {
    this.columns = model.cost.length;
    this.curved = [...model.curvature.keys()].filter((j) => model.curvature[j] > 0);
    solver.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: proofTolerance / 2, mip_feasibility_tolerance: 1e-7, primal_feasibility_tolerance: 1e-8 });
  }

  prove(known: number, seconds: number): Proof {
    const until = performance.now() + 1000 * seconds;
    const relaxed = this.run(false, known, until);
    if (relaxed === Infinity) return { bound: Infinity, best: known };
    let [bound, best] = [relaxed, known];
    for (let round = 0; round < mostRounds && performance.now() < until && best - bound > proofTolerance; round += 1) {
      bound = Math.max(bound, this.solve(true, best, until));
      const x = bound < Infinity ? this.point() : undefined;
      if (!x) break;
      best = Math.min(best, this.model.valueAt(x));
      if (!this.cut(x)) break;
    }
    return { bound, best };
  }

  /** The relaxation, cut until its tangents say what its curvature does. */
  private run(integers: boolean, known: number, until: number): number {
    for (let round = 0; ; round += 1) {
      const bound = this.solve(integers, known, until);
      const x = bound < Infinity ? this.point() : undefined;
      if (!x || round >= mostRounds || !this.cut(x)) return bound;
    }
  }

  /** A bound of the model as cut so far; Infinity where it has no point. */
  private solve(integers: boolean, known: number, until: number): number {
    const { highs, solver, model } = this;
    solver.clearModel();
    solver.passModel(this.data(integers));
    solver.options.set({ time_limit: Math.max(0.1, (until - performance.now()) / 1000), objective_bound: Math.min(1e20, known - model.offset + proofTolerance) });
    solver.zeroAllClocks();
    solver.run();
    if (solver.getModelStatus() === highs.constants.modelStatus.infeasible) return Infinity;
    return model.offset + Number(integers ? solver.info.get('mip_dual_bound') : solver.getObjectiveValue());
  }

  /** The point found, if any. */
  private point(): number[] | undefined {
    const x = [...this.solver.getSolution().colValue];
    return x.length > this.columns && x.every(Number.isFinite) ? x : undefined;
  }

  /** Adds tangents where a point is worth more than they say; false when there are none to add. */
  private cut(x: readonly number[]): boolean {
    const before = this.tangents.length;
    this.curved.forEach((j, k) => {
      const curvature = this.model.curvature[j];
      const at = x[j];
      if (0.5 * curvature * at * at - x[this.columns + k] <= worthCutting) return;
      this.tangents.push({ lower: -0.5 * curvature * at * at, entries: [[j, -curvature * at], [this.columns + k, 1]] });
    });
    return this.tangents.length > before;
  }

  private data(integers: boolean): Parameters<Model['passModel']>[0] {
    const { model: { cost, lower, upper, whole, rows }, curved, tangents } = this;
    const all = [...rows, ...tangents.map((tangent) => ({ ...tangent, upper: Infinity }))];
    const entries = all.flatMap((row) => row.entries);
    let start = 0;
    const starts = Int32Array.from([0, ...all.map((row) => (start += row.entries.length))]);
    const extended = (values: readonly number[], fill: number): Float64Array => Float64Array.from([...values, ...curved.map(() => fill)]);
    const numCols = cost.length + curved.length;
    return {
      numCols, numRows: all.length, offset: 0, colCost: extended(cost, 1), colLower: extended(lower, 0), colUpper: extended(upper, Infinity),
      rowLower: Float64Array.from(all, (row) => row.lower), rowUpper: Float64Array.from(all, (row) => row.upper),
      matrix: {
        format: 'csr', numRows: all.length, numCols, starts,
        indices: Int32Array.from(entries, ([column]) => column), values: Float64Array.from(entries, ([, factor]) => factor),
      },
      ...(integers ? { integrality: Int32Array.from([...whole.map(Number), ...curved.map(() => 0)]) } : {}),
    };
  }
}
