import loadHighs from 'highs';
import type { Highs, Model, ModelData } from 'highs';
import { objectiveAt, type Problem } from '../problem';
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
      const curved = problem.quadratic.reduce((count, value) => count + Number(value > 0), 0);
      if (curved === 0) return attempt((highs) => highs.linear(problem, limits));
      const direct = curved <= largestQuadratic ? attempt((highs) => highs.quadratic(problem, limits)) : { status: 'failed' as const };
      // The active-set method calls thin feasible sets infeasible; the simplex method behind the cuts has the last word.
      return direct.status === 'optimal' ? direct : attempt((highs) => highs.cuts(problem, limits));
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

  linear(problem: Problem, limits: Limits): Solution {
    this.load(problem, false);
    return this.run(problem, limits);
  }

  quadratic(problem: Problem, limits: Limits): Solution {
    this.load(problem, true);
    return this.run(problem, limits);
  }

  /**
   * Kelley's cutting planes: each curved column gets a column for its cost, bounded below by tangents at the points
   * visited. The LP's value is a rigorous lower bound, the best point visited an upper one.
   */
  cuts(problem: Problem, limits: Limits): Solution {
    const curved = [...problem.quadratic.keys()].filter((j) => problem.quadratic[j] > 0);
    const columns = problem.cost.length;
    const relaxed = withCostColumns(problem, curved);
    this.load(relaxed, false);
    let best: { x: Float64Array; objective: number } | undefined;
    for (let round = 0; round < mostCutRounds; round += 1) {
      const solution = this.run(relaxed, limits);
      if (solution.status !== 'optimal') return best && solution.status === 'time-limit' ? { status: 'time-limit' } : solution;
      const x = solution.x.slice(0, columns);
      const objective = objectiveAt(problem, x);
      if (!best || objective < best.objective) best = { x, objective };
      if (best.objective - solution.objective <= cutTolerance || round === mostCutRounds - 1) {
        return { status: 'optimal', x: best.x, objective: best.objective, bound: solution.objective };
      }
      this.addTangents(problem, curved, x);
    }
    return { status: 'failed' };
  }

  /** `z_j − q·x₀·x ≥ −½q·x₀²` for every curved column. */
  private addTangents(problem: Problem, curved: readonly number[], at: Float64Array): void {
    const columns = problem.cost.length;
    const starts = Int32Array.from({ length: curved.length + 1 }, (_, k) => 2 * k);
    const indices = new Int32Array(2 * curved.length);
    const values = new Float64Array(2 * curved.length);
    const lower = curved.map((j, k) => {
      indices.set([j, columns + k], 2 * k);
      values.set([-problem.quadratic[j] * at[j], 1], 2 * k);
      return -0.5 * problem.quadratic[j] * at[j] * at[j];
    });
    this.model.addRows({
      lower: Float64Array.from(lower), upper: new Float64Array(curved.length).fill(Infinity),
      matrix: { format: 'csr', numRows: curved.length, numCols: columns + curved.length, starts, indices, values },
    });
  }

  private load(problem: Problem, quadratic: boolean): void {
    this.model.clearModel();
    this.model.passModel(modelData(problem, quadratic));
  }

  private run(problem: Problem, limits: Limits): Solution {
    this.model.zeroAllClocks();
    // A count of iterations and not the clock ends a stalled QP, so that the same problem always gets the same answer.
    this.model.options.set({ time_limit: limits.time, qp_iteration_limit: iterationsPerColumn * problem.cost.length });
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
    const x = Float64Array.from(this.model.getSolution().colValue);
    const objective = objectiveAt(problem, x);
    return { status: 'optimal', x, objective, bound: objective };
  }
}

/** The LP relaxation: quadratic costs replaced by columns that tangents will bound. */
function withCostColumns(problem: Problem, curved: readonly number[]): Problem {
  const extend = (values: Float64Array, fill: number): Float64Array => {
    const longer = new Float64Array(values.length + curved.length).fill(fill);
    longer.set(values);
    return longer;
  };
  return {
    ...problem,
    cost: extend(problem.cost, 1),
    quadratic: new Float64Array(problem.cost.length + curved.length),
    lower: extend(problem.lower, 0),
    upper: extend(problem.upper, Infinity),
  };
}

function modelData(problem: Problem, quadratic: boolean): ModelData {
  const numCols = problem.cost.length;
  const numRows = problem.rowLower.length;
  return {
    numCols,
    numRows,
    offset: problem.offset,
    colCost: problem.cost,
    colLower: problem.lower,
    colUpper: problem.upper,
    rowLower: problem.rowLower,
    rowUpper: problem.rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts: problem.starts, indices: problem.indices, values: problem.values },
    ...(quadratic ? { hessian: diagonal(problem.quadratic) } : {}),
  };
}

function diagonal(quadratic: Float64Array): ModelData['hessian'] {
  const indices = [...quadratic.keys()].filter((j) => quadratic[j] !== 0);
  const starts = new Int32Array(quadratic.length + 1);
  quadratic.forEach((value, j) => { starts[j + 1] = starts[j] + Number(value !== 0); });
  return { format: 'triangular', dimension: quadratic.length, starts, indices: Int32Array.from(indices), values: Float64Array.from(indices, (j) => quadratic[j]) };
}
