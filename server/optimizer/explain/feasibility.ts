import { formulate, regimesOf, type Formulation } from '../formulation';
import type { Problem } from '../problem';
import type { Row } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';
import type { Solver } from '../solvers/solver';
import type { TaxRegime } from '../terms/term';

/**
 * Asks whether rows can all hold, on the convex problem with its costs left out. What is combinatorial is not asked:
 * wash sales a run would do to itself, buying and selling one security, whole shares and minimum trades.
 */
export class Feasibility {
  private solves = 0;
  private undecided = 0;
  private readonly regimes: readonly (TaxRegime | undefined)[];

  constructor(private readonly snapshot: AccountSnapshot, private readonly solver: Solver, private readonly mostSolves: number) {
    this.regimes = distinctTaxes(regimesOf(snapshot));
  }

  /** True when every question so far was answered. */
  get isDecided(): boolean {
    return this.undecided === 0;
  }

  /** True only when it is proven that no plan meets all rows; each must be of tier `fixed`. */
  cannotHold(rows: readonly Row[]): boolean {
    const regimes = rows.some((row) => row.measure === 'tax') ? this.regimes : [undefined];
    return regimes.every((regime) => this.isInfeasible(rows, regime));
  }

  private isInfeasible(rows: readonly Row[], regime: TaxRegime | undefined): boolean {
    if (this.solves >= this.mostSolves) {
      this.undecided += 1;
      return false;
    }
    this.solves += 1;
    const problem = costless(withoutWashRows(formulate(this.snapshot, rows, regime)));
    const { status } = this.solver.solve(problem, { time: this.snapshot.settings.timeLimit });
    if (status !== 'optimal' && status !== 'infeasible') this.undecided += 1;
    return status === 'infeasible';
  }
}

/** The year's tax is the smaller of its regimes, so a tax budget holds when it holds in one; regimes that differ only in cost count once. */
function distinctTaxes(regimes: readonly (TaxRegime | undefined)[]): (TaxRegime | undefined)[] {
  return regimes.filter((regime, k) => regimes.findIndex((other) => other?.tax === regime?.tax) === k);
}

/** The problem without rows that only a search puts between loss sales and purchases. */
export function withoutWashRows({ problem, washRows }: Formulation): Problem {
  const rowUpper = problem.rowUpper.slice();
  for (const { row } of washRows) rowUpper[row] = Infinity;
  return { ...problem, rowUpper };
}

/** The same feasible set without costs. */
export function costless(problem: Problem): Problem {
  const none = ({ length }: Float64Array): Float64Array => new Float64Array(length);
  const { cost, quadratic, formCurvature, rowCurvature } = problem;
  return { ...problem, offset: 0, cost: none(cost), quadratic: none(quadratic), formCurvature: none(formCurvature), rowCurvature: none(rowCurvature) };
}
