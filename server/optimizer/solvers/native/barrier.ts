/** Units of a value. */
const fixedWidth = 1e-9;
/** The least distance to a bound, in units of the bound where that is more. */
const leastDistance = 1e-12;

/**
 * Values between bounds, with the multipliers of a logarithmic barrier: columns of a problem, then activities of its rows.
 * A value without a bound on one side has multiplier 0 there; one whose bounds meet is fixed.
 */
export class Barrier {
  readonly value: Float64Array;
  readonly zl: Float64Array;
  readonly zu: Float64Array;
  /** Sides with a bound. */
  sides = 0;

  constructor(readonly lower: Float64Array, readonly upper: Float64Array) {
    this.value = new Float64Array(lower.length);
    this.zl = new Float64Array(lower.length);
    this.zu = new Float64Array(lower.length);
    this.reset();
  }

  /** Begins anew after the bounds have changed. */
  reset(): void {
    const { lower, upper } = this;
    for (const values of [this.value, this.zl, this.zu]) values.fill(0);
    this.sides = 0;
    for (let j = 0; j < lower.length; j += 1) if (!this.isFixed(j)) this.sides += Number(lower[j] > -Infinity) + Number(upper[j] < Infinity);
  }

  /** Bounds this close leave no inside to move in. */
  isFixed(j: number): boolean {
    return this.upper[j] - this.lower[j] < fixedWidth;
  }

  /** Places a value, a little inside its bounds if it is outside. */
  place(j: number, at: number, mu: number): void {
    const { lower, upper, value, zl, zu } = this;
    if (this.isFixed(j)) {
      value[j] = lower[j];
      return;
    }
    const room = Math.min(1, 0.5 * (upper[j] - lower[j]));
    value[j] = Math.max(lower[j] + room, Math.min(upper[j] - room, at));
    zl[j] = lower[j] > -Infinity ? mu / (value[j] - lower[j]) : 0;
    zu[j] = upper[j] < Infinity ? mu / (upper[j] - value[j]) : 0;
  }

  /** Places a value near where it ended before, with multipliers that carry its slope. */
  resume(j: number, at: number, slope: number, mu: number): void {
    const { lower, upper, value, zl, zu } = this;
    if (this.isFixed(j)) {
      value[j] = lower[j];
      return;
    }
    const room = Math.min(0.005, 0.25 * (upper[j] - lower[j]));
    value[j] = Math.max(lower[j] + room, Math.min(upper[j] - room, at));
    zl[j] = lower[j] > -Infinity ? Math.max(0, slope) + mu / (value[j] - lower[j]) : 0;
    zu[j] = upper[j] < Infinity ? Math.max(0, -slope) + mu / (upper[j] - value[j]) : 0;
  }

  /** Σ of distance to a bound times its multiplier after a step: the duality gap once the residuals are zero. */
  gap(step?: Step, length = 0): number {
    const { lower, upper, value, zl, zu } = this;
    let sum = 0;
    for (let j = 0; j < value.length; j += 1) {
      const moved = step ? length * step.value[j] : 0;
      if (zl[j] > 0) sum += (zl[j] + (step ? length * step.zl[j] : 0)) * (value[j] + moved - lower[j]);
      if (zu[j] > 0) sum += (zu[j] + (step ? length * step.zu[j] : 0)) * (upper[j] - value[j] - moved);
    }
    return sum;
  }

  /** Curvature of the barrier at a value. */
  weight(j: number): number {
    const { lower, upper, value, zl, zu } = this;
    return (zl[j] > 0 ? zl[j] / (value[j] - lower[j]) : 0) + (zu[j] > 0 ? zu[j] / (upper[j] - value[j]) : 0);
  }

  /** What the barrier adds to the right-hand side of a value, for products of `target` and Mehrotra's correction. */
  push(j: number, target: number, after: Step | undefined): number {
    const { lower, upper, value, zl, zu } = this;
    let push = 0;
    if (zl[j] > 0) push += (target - (after ? after.zl[j] * after.value[j] : 0)) / (value[j] - lower[j]) - zl[j];
    if (zu[j] > 0) push -= (target + (after ? after.zu[j] * after.value[j] : 0)) / (upper[j] - value[j]) - zu[j];
    return push;
  }

  /** The multipliers' part of a step whose values are known. */
  complete(step: Step, target: number, after: Step | undefined): void {
    const { lower, upper, value, zl, zu } = this;
    for (let j = 0; j < value.length; j += 1) {
      step.zl[j] = zl[j] > 0 ? (target - (after ? after.zl[j] * after.value[j] : 0) - zl[j] * step.value[j]) / (value[j] - lower[j]) - zl[j] : 0;
      step.zu[j] = zu[j] > 0 ? (target + (after ? after.zu[j] * after.value[j] : 0) + zu[j] * step.value[j]) / (upper[j] - value[j]) - zu[j] : 0;
    }
  }

  /** The longest step that keeps every distance and multiplier positive. */
  reach(step: Step): number {
    const { lower, upper, value, zl, zu } = this;
    let most = Infinity;
    for (let j = 0; j < value.length; j += 1) {
      const d = step.value[j];
      if (zl[j] > 0) {
        if (d < 0) most = Math.min(most, (lower[j] - value[j]) / d);
        if (step.zl[j] < 0) most = Math.min(most, -zl[j] / step.zl[j]);
      }
      if (zu[j] > 0) {
        if (d > 0) most = Math.min(most, (upper[j] - value[j]) / d);
        if (step.zu[j] < 0) most = Math.min(most, -zu[j] / step.zu[j]);
      }
    }
    return most;
  }

  move(step: Step, length: number): void {
    const { lower, upper, value, zl, zu } = this;
    for (let j = 0; j < value.length; j += 1) {
      if (this.isFixed(j)) continue;
      // A distance to a bound that rounding has eaten would divide by zero.
      const moved = value[j] + length * step.value[j];
      const above = Math.max(lower[j] + leastDistance * Math.max(1, Math.abs(lower[j])), moved);
      value[j] = lower[j] > -Infinity ? above : moved;
      if (upper[j] < Infinity) value[j] = Math.min(upper[j] - leastDistance * Math.max(1, Math.abs(upper[j])), value[j]);
      zl[j] += length * step.zl[j];
      zu[j] += length * step.zu[j];
    }
  }
}

/** A direction for every value and its multipliers. */
export interface Step {
  readonly value: Float64Array;
  readonly zl: Float64Array;
  readonly zu: Float64Array;
}
