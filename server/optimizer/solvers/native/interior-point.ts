import type { Problem } from '../../problem';
import type { Start } from '../solver';
import { Barrier, type Step } from './barrier';
import { provesInfeasible } from './box-bound';
import { NormalEquations } from './normal-equations';
import { isIdle } from './structure';

/** How an attempt ended. Whoever asks proves it: a point by its bound, infeasibility by the multipliers. */
export type Ending = 'converged' | 'infeasible' | 'stalled';

/** Complementarity left (objective units) and residuals left (column units) at which a point is called optimal. */
const gapTolerance = 1e-5;
const rowTolerance = 1e-8;
const dualTolerance = 1e-6;
const mostIterations = 80;
/** Iterations without progress before giving up. */
const patience = 12;
/** The barrier's first weight, in objective units. */
const firstBarrier = 1;
/** How far towards the nearest bound a step goes. */
const stepShare = 0.995;
/** So many steps in turn that are shorter than this, while rows are missed by more than that, hint at infeasibility. */
const shortStep = 0.2;
const fewSteps = 2;
const clearMiss = 1e-5;
/** A row that is still missed by this much when no progress is left may be impossible. */
const missTolerance = 1e-6;
/** Keeps a column without cost, curvature or bound in place. */
const regularization = 1e-8;

/** The barrier's first weight when the answer of a problem like this one is known. */
const nearBarrier = 0.003;

/** What a row asks for. */
const Kind = { idle: 0, equality: 1, interval: 2, curved: 3 } as const;

/**
 * Mehrotra's predictor-corrector method for convex problems with boxes, intervals and separable curvature
 * (S. Mehrotra, SIAM J. Optim. 2, 1992; J. Nocedal and S. Wright, Numerical Optimization, ch. 16.6). An object solves
 * problems of one structure, one after the other, each as if it were the first; nothing is allocated while it iterates.
 */
export class InteriorPoint {
  /** Multipliers by row of the structure. */
  private readonly lambda: Float64Array;
  iterations = 0;
  private readonly equations: NormalEquations;
  private readonly columns: number;
  private readonly rows: number;
  /** Columns, then activities of rows; only intervals have bounds among the latter. */
  private readonly barrier: Barrier;
  private readonly kind: Uint8Array;
  private problem: Problem;
  private readonly forms: Float64Array;
  /** Residuals of stationarity by column and row, and of the rows. */
  private readonly rd: Float64Array;
  private readonly rs: Float64Array;
  private readonly rp: Float64Array;
  /** The Newton system: H's diagonal, W, and right-hand sides. */
  private readonly diagonal: Float64Array;
  private readonly w: Float64Array;
  private readonly rx: Float64Array;
  private readonly rr: Float64Array;
  private readonly affine: Direction;
  private readonly step: Direction;
  private readonly correction: { readonly x: Float64Array; readonly lambda: Float64Array };
  /** Remainders of the Newton system, by column and row. */
  private readonly ex: Float64Array;
  private readonly er: Float64Array;

  constructor(problem: Problem) {
    this.problem = problem;
    this.equations = new NormalEquations(problem);
    const [n, m] = [problem.cost.length, this.equations.structure.rows.length];
    this.columns = n;
    this.rows = m;
    this.kind = new Uint8Array(m);
    this.barrier = new Barrier(new Float64Array(n + m), new Float64Array(n + m));
    this.forms = new Float64Array(problem.formCurvature.length);
    this.lambda = new Float64Array(m);
    this.rd = new Float64Array(n);
    this.rs = new Float64Array(m);
    this.rp = new Float64Array(m);
    this.diagonal = new Float64Array(n);
    this.w = new Float64Array(m);
    this.rx = new Float64Array(n);
    this.rr = new Float64Array(m);
    this.ex = new Float64Array(n);
    this.er = new Float64Array(m);
    this.affine = direction(n, m);
    this.step = direction(n, m);
    this.correction = { x: new Float64Array(n), lambda: new Float64Array(m) };
    this.take(problem);
  }

  /** Turns to another problem of the same structure: its bounds, costs and centers may differ. What was answered before is overwritten. */
  take(problem: Problem): this {
    const { barrier, columns, rows, kind, equations } = this;
    this.problem = problem;
    equations.take(problem);
    barrier.lower.set(problem.lower);
    barrier.upper.set(problem.upper);
    for (let k = 0; k < rows; k += 1) {
      const r = equations.structure.rows[k];
      kind[k] = kindOf(problem, r);
      barrier.lower[columns + k] = kind[k] === Kind.interval ? problem.rowLower[r] : -Infinity;
      barrier.upper[columns + k] = kind[k] === Kind.interval ? problem.rowUpper[r] : Infinity;
    }
    barrier.reset();
    this.lambda.fill(0);
    return this;
  }

  /** The columns at the point reached. */
  get x(): Float64Array {
    return this.barrier.value.subarray(0, this.columns);
  }

  /** Iterates until the point is optimal within the tolerances, the rows are proved to clash, or no progress is left. */
  run(near?: Start): Ending {
    if (near) this.resume(near);
    else this.start();
    let best = Infinity;
    let stalled = 0;
    let short = 0;
    for (this.iterations = 0; this.iterations < mostIterations; this.iterations += 1) {
      this.residuals();
      const gap = this.barrier.gap();
      const missed = largest(this.rp);
      const distance = Math.max(gap / gapTolerance, missed / rowTolerance, largest(this.rd) / dualTolerance, largest(this.rs) / dualTolerance);
      if (!Number.isFinite(distance)) return 'stalled';
      if (distance <= 1) return 'converged';
      stalled = distance < 0.9 * best ? 0 : stalled + 1;
      best = Math.min(best, distance);
      if (stalled > patience) return this.giveUp();
      short = this.iterate(gap) < shortStep && missed > clearMiss ? short + 1 : 0;
      if (short >= fewSteps && provesInfeasible(this.problem, this.duals)) return 'infeasible';
    }
    return this.giveUp();
  }

  /** Where rows clash, either the multipliers have grown along a proof of it, or what is left of the rows is one (Farkas). */
  private giveUp(): Ending {
    if (largest(this.rp) <= missTolerance) return 'stalled';
    return [this.duals, this.byRow(this.rp, -1)].some((proof) => provesInfeasible(this.problem, proof)) ? 'infeasible' : 'stalled';
  }

  /** Multipliers by row of the problem. */
  get duals(): Float64Array {
    return this.byRow(this.lambda, 1);
  }

  private byRow(values: Float64Array, factor: number): Float64Array {
    const spread = new Float64Array(this.problem.rowLower.length);
    this.equations.structure.rows.forEach((r, k) => { spread[r] = factor * values[k]; });
    return spread;
  }

  /** Every column on the central path of its own box, every interval inside, no multiplier on rows. */
  private start(): void {
    const { barrier, columns, rows, kind } = this;
    for (let j = 0; j < columns; j += 1) barrier.place(j, 0, firstBarrier);
    this.equations.rowsTimes(this.x, this.er);
    for (let k = 0; k < rows; k += 1) if (kind[k] === Kind.interval) barrier.place(columns + k, this.er[k], firstBarrier);
  }

  /** Starts from the answer of a problem like this one, pushed inside. */
  private resume({ x, duals }: Start): void {
    const { barrier, columns, rows, kind, lambda, equations, rd, er } = this;
    for (let k = 0; k < rows; k += 1) lambda[k] = kind[k] === Kind.idle ? 0 : duals[equations.structure.rows[k]];
    for (let j = 0; j < columns; j += 1) barrier.resume(j, x[j], 0, nearBarrier);
    this.residuals();
    for (let j = 0; j < columns; j += 1) barrier.resume(j, x[j], rd[j] + barrier.zl[j] - barrier.zu[j], nearBarrier);
    equations.rowsTimes(this.x, er);
    for (let k = 0; k < rows; k += 1) if (kind[k] === Kind.interval) barrier.resume(columns + k, er[k], lambda[k], nearBarrier);
  }

  private residuals(): void {
    const { problem, barrier: { value, zl, zu }, columns, rows, lambda, rd, rs, rp, forms, kind, equations } = this;
    const { cost, quadratic, formOf, formFactor, formCurvature, formCenter, rowCenter, rowLower, rowCurvature } = problem;
    this.sumForms(value);
    for (let i = 0; i < forms.length; i += 1) forms[i] = formCurvature[i] * (forms[i] - formCenter[i]);
    equations.transposeTimes(lambda, rd);
    for (let j = 0; j < columns; j += 1) {
      const slope = formOf[j] < 0 ? 0 : formFactor[j] * forms[formOf[j]];
      rd[j] = this.barrier.isFixed(j) ? 0 : cost[j] + quadratic[j] * value[j] + slope - rd[j] - zl[j] + zu[j];
    }
    equations.rowsTimes(this.x, rp);
    for (let k = 0; k < rows; k += 1) {
      const r = equations.structure.rows[k];
      rs[k] = kind[k] === Kind.interval ? lambda[k] - zl[columns + k] + zu[columns + k] : 0;
      if (kind[k] === Kind.interval) rp[k] -= value[columns + k];
      else if (kind[k] === Kind.equality) rp[k] -= rowLower[r];
      else rp[k] = kind[k] === Kind.curved ? rp[k] + lambda[k] / rowCurvature[r] - rowCenter[r] : 0;
    }
  }

  /** One predictor and corrector; the length of the step taken. */
  private iterate(gap: number): number {
    const { barrier, affine, step } = this;
    this.factor();
    this.direct(affine, 0, undefined);
    const left = barrier.gap(affine, Math.min(1, barrier.reach(affine)));
    const sigma = Math.min(1, Math.max(1e-4, (left / gap) ** 3));
    this.direct(step, (sigma * gap) / Math.max(1, barrier.sides), affine);
    const length = Math.min(1, stepShare * barrier.reach(step));
    barrier.move(step, length);
    for (let k = 0; k < this.rows; k += 1) this.lambda[k] += length * step.lambda[k];
    return length;
  }

  private factor(): void {
    const { problem: { quadratic, rowCurvature }, barrier, columns, rows, kind, diagonal, w, equations } = this;
    for (let j = 0; j < columns; j += 1) diagonal[j] = barrier.isFixed(j) ? Infinity : quadratic[j] + regularization + barrier.weight(j);
    for (let k = 0; k < rows; k += 1) {
      if (kind[k] === Kind.interval) w[k] = 1 / barrier.weight(columns + k);
      else w[k] = kind[k] === Kind.curved ? 1 / rowCurvature[equations.structure.rows[k]] : kind[k] === Kind.equality ? 0 : Infinity;
    }
    equations.factor(diagonal, w);
  }

  /** The Newton direction to complementarity products of `target`; `after` gives the second-order correction. */
  private direct(out: Direction, target: number, after: Direction | undefined): void {
    const { barrier, columns, rows, kind, rd, rp, rs, rx, rr, w, equations } = this;
    for (let j = 0; j < columns; j += 1) rx[j] = barrier.push(j, target, after) - rd[j];
    for (let k = 0; k < rows; k += 1) {
      rr[k] = -rp[k];
      if (kind[k] !== Kind.interval) continue;
      out.value[columns + k] = barrier.push(columns + k, target, after) - rs[k];
      rr[k] += out.value[columns + k] * w[k];
    }
    equations.solve(rx, rr, out.x, out.lambda);
    // The predictor only sizes the corrector, which is worth the last digits.
    if (after && this.barrier.gap() < 0.001) this.refine(out);
    for (let k = 0; k < rows; k += 1) if (kind[k] === Kind.interval) out.value[columns + k] = (out.value[columns + k] - out.lambda[k]) * w[k];
    barrier.complete(out, target, after);
  }

  /** One step of iterative refinement on the whole system; without it the last digits stall. */
  private refine(out: Direction): void {
    const { problem: { formOf, formFactor, formCurvature }, columns, rows, diagonal, w, ex, er, rx, rr, correction, forms, kind, equations } = this;
    this.sumForms(out.x);
    equations.transposeTimes(out.lambda, ex);
    for (let j = 0; j < columns; j += 1) {
      const curved = formOf[j] < 0 ? 0 : formFactor[j] * formCurvature[formOf[j]] * forms[formOf[j]];
      ex[j] = diagonal[j] === Infinity ? 0 : rx[j] - diagonal[j] * out.x[j] - curved + ex[j];
    }
    equations.rowsTimes(out.x, er);
    for (let k = 0; k < rows; k += 1) er[k] = kind[k] === Kind.idle ? 0 : rr[k] - er[k] - w[k] * out.lambda[k];
    equations.solve(ex, er, correction.x, correction.lambda);
    for (let j = 0; j < columns; j += 1) out.x[j] += correction.x[j];
    for (let k = 0; k < rows; k += 1) out.lambda[k] += correction.lambda[k];
  }

  private sumForms(x: Float64Array): void {
    const { problem: { formOf, formFactor }, forms, columns } = this;
    forms.fill(0);
    for (let j = 0; j < columns; j += 1) if (formOf[j] >= 0) forms[formOf[j]] += formFactor[j] * x[j];
  }
}

interface Direction extends Step {
  /** The columns' part of `value`. */
  readonly x: Float64Array;
  readonly lambda: Float64Array;
}

function direction(columns: number, rows: number): Direction {
  const make = (): Float64Array => new Float64Array(columns + rows);
  const value = make();
  return { value, x: value.subarray(0, columns), zl: make(), zu: make(), lambda: new Float64Array(rows) };
}

function kindOf(problem: Problem, r: number): number {
  if (problem.rowCurvature[r] > 0) return Kind.curved;
  if (isIdle(problem, r)) return Kind.idle;
  return problem.rowLower[r] === problem.rowUpper[r] ? Kind.equality : Kind.interval;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let k = 0; k < values.length; k += 1) most = Math.max(most, Math.abs(values[k]));
  return most;
}
