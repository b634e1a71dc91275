import loadHighs from 'highs';
import type { Highs, Model, ModelData } from 'highs';
import { objectiveAt, type Problem } from '../problem';
import { boxBound } from './native/box-bound';
import { separate, separatedOffset, withCurvedDuals, type Separated } from './separated';
import type { Limits, Solution, Solver } from './solver';

/** Above this many quadratic columns the active-set QP fails or crawls, so tangent cuts go first. */
const largestQuadratic = 250;
/** Tangent cuts stop when what is left to gain is below this, in the objective's unit (basis points). */
const cutTolerance = 1e-3;
const mostCutRounds = 80;
/** The active-set method needs a few iterations per column, or it is stalled. */
const iterationsPerColumn = 10;

/**
 * HiGHS compiled to WebAssembly: LP by simplex, convex QP by its active-set method; where that fails, tangent cuts
 * on the LP, warm-started. One native model per process; a crash inside WebAssembly gets a new instance.
 */
export async function createHighs(): Promise<Solver> {
  const spare = await loadHighs();
  let engine = new Engine(await loadHighs());
  const attempt = (run: (engine: Engine) => Solution): Solution => {
    try {
      return run(engine);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      engine = new Engine(spare);
      return { status: 'failed' };
    }
  };
  return {
    name: 'highs',
    solve(problem, limits) {
      const separated = separate(problem);
      const curved = separated.quadratic.reduce((count, value) => count + Number(value > 0), 0);
      if (curved === 0) return attempt((highs) => highs.run(problem, separated, false, limits));
      const direct = curved <= largestQuadratic ? attempt((highs) => highs.run(problem, separated, true, limits)) : { status: 'failed' as const };
      // The active-set method calls thin feasible sets infeasible; the simplex method behind the cuts has the last word.
      // Its multipliers are sometimes wrong, and bounds are proved by them; a column without an end allows no such proof.
      const gap = direct.status === 'optimal' ? direct.objective - boxBound(problem, direct.x, direct.duals) : 0;
      if (direct.status === 'optimal' && (gap < 10 * cutTolerance || gap === Infinity)) return direct;
      const cut = attempt((highs) => highs.cuts(problem, separated, limits));
      return cut.status === 'optimal' || direct.status !== 'optimal' ? cut : direct;
    },
  };
}

/** One persistent native model. */
class Engine {
  private readonly model: Model;

  constructor(private readonly highs: Highs) {
    this.model = highs.createModel();
    this.model.options.set({ output_flag: false, random_seed: 0, primal_feasibility_tolerance: 1e-9 });
  }

  /** Simplex, or the active-set method when curved. */
  run(problem: Problem, separated: Separated, curved: boolean, limits: Limits): Solution {
    this.load(separated, curved);
    return this.solve(problem, separated, limits);
  }

  /**
   * Kelley's cutting planes: each curved column gets a column for its cost, bounded below by tangents at the points
   * visited. The LP's value is a rigorous lower bound, the best point visited an upper one.
   */
  cuts(problem: Problem, separated: Separated, limits: Limits): Solution {
    const curved = [...separated.quadratic.keys()].filter((j) => separated.quadratic[j] > 0);
    const relaxed = withCostColumns(separated, curved);
    this.load(relaxed, false);
    let best: Extract<Solution, { status: 'optimal' }> | undefined;
    for (let round = 0; round < mostCutRounds; round += 1) {
      const solution = this.solve(problem, relaxed, limits);
      if (solution.status !== 'optimal') return best && solution.status === 'time-limit' ? { status: 'time-limit' } : solution;
      const bound = separatedOffset(problem) + this.value(relaxed);
      if (!best || solution.objective < best.objective) best = { ...solution, bound };
      if (best.objective - bound <= cutTolerance || round === mostCutRounds - 1) return { ...best, bound };
      this.addTangents(separated, curved);
    }
    return { status: 'failed' };
  }

  /** `z_j − q·x₀·x ≥ −½q·x₀²` for every curved column, at the point found. */
  private addTangents({ quadratic }: Separated, curved: readonly number[]): void {
    const at = this.model.getSolution().colValue;
    const columns = quadratic.length;
    const starts = Int32Array.from({ length: curved.length + 1 }, (_, k) => 2 * k);
    const indices = new Int32Array(2 * curved.length);
    const values = new Float64Array(2 * curved.length);
    const lower = curved.map((j, k) => {
      indices.set([j, columns + k], 2 * k);
      values.set([-quadratic[j] * at[j], 1], 2 * k);
      return -0.5 * quadratic[j] * at[j] * at[j];
    });
    this.model.addRows({
      lower: Float64Array.from(lower), upper: new Float64Array(curved.length).fill(Infinity),
      matrix: { format: 'csr', numRows: curved.length, numCols: columns + curved.length, starts, indices, values },
    });
  }

  /** What a linear model is worth at its solution. */
  private value({ cost }: Separated): number {
    const x = this.model.getSolution().colValue;
    return cost.reduce((sum, each, j) => sum + each * x[j], 0);
  }

  private load(separated: Separated, quadratic: boolean): void {
    this.model.clearModel();
    this.model.passModel(modelData(separated, quadratic));
  }

  private solve(problem: Problem, separated: Separated, limits: Limits): Solution {
    this.model.zeroAllClocks();
    // A count of iterations and not the clock ends a stalled QP, so that the same problem always gets the same answer.
    this.model.options.set({ time_limit: limits.time, qp_iteration_limit: iterationsPerColumn * separated.cost.length });
    const { modelStatus } = this.highs.constants;
    try {
      this.model.run();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      return { status: 'failed' };
    }
    const status = this.model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: 'infeasible' };
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return { status: 'unbounded' };
    if (status === modelStatus.timeLimit) return { status: 'time-limit' };
    if (status !== modelStatus.optimal) return { status: 'failed' };
    const { colValue, rowDual } = this.model.getSolution();
    const x = Float64Array.from(colValue.slice(0, problem.cost.length));
    const objective = objectiveAt(problem, x);
    return { status: 'optimal', x, objective, bound: objective, duals: withCurvedDuals(problem, x, Float64Array.from(rowDual.slice(0, problem.rowLower.length))) };
  }
}

/** The LP relaxation: quadratic costs replaced by columns that tangents will bound. */
function withCostColumns(separated: Separated, curved: readonly number[]): Separated {
  const extend = (values: Float64Array, fill: number): Float64Array => {
    const longer = new Float64Array(values.length + curved.length).fill(fill);
    longer.set(values);
    return longer;
  };
  return {
    ...separated,
    cost: extend(separated.cost, 1), quadratic: extend(separated.quadratic, 0).fill(0),
    lower: extend(separated.lower, 0), upper: extend(separated.upper, Infinity),
  };
}

function modelData(separated: Separated, quadratic: boolean): ModelData {
  const { starts, indices, values } = separated;
  const numCols = separated.cost.length;
  const numRows = separated.rowLower.length;
  return {
    numCols, numRows, offset: 0,
    colCost: separated.cost, colLower: separated.lower, colUpper: separated.upper,
    rowLower: separated.rowLower, rowUpper: separated.rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    ...(quadratic ? { hessian: diagonal(separated.quadratic) } : {}),
  };
}

function diagonal(quadratic: Float64Array): ModelData['hessian'] {
  const indices = [...quadratic.keys()].filter((j) => quadratic[j] !== 0);
  const starts = new Int32Array(quadratic.length + 1);
  quadratic.forEach((value, j) => { starts[j + 1] = starts[j] + Number(value !== 0); });
  return { format: 'triangular', dimension: quadratic.length, starts, indices: Int32Array.from(indices), values: Float64Array.from(indices, (j) => quadratic[j]) };
}
