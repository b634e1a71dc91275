import { z } from 'zod';
import { sizeNames } from './sizes';

const number = z.number();
/** Milliseconds of CPU per account on average, by phase. */
const Split = z.strictObject({ build: number, solve: number, round: number, explain: number, rest: number });

/** Accounts of one size in one variant, decided by one solver. */
export const Measured = z.strictObject({
  /** Accounts measured. */
  n: z.int().min(1),
  cpuMsMedian: number,
  cpuMsP90: number,
  splitMs: Split,
  /** Null when no account was solved. */
  gapBpMedian: number.nullable(),
  gapBpP95: number.nullable(),
  /** Accounts without any plan, and plans withdrawn. */
  unsolved: z.int(),
  refused: z.int(),
  fallbacks: z.int(),
});
export type Measured = z.infer<typeof Measured>;

/** One solve of the convex problem alone. */
export const Core = z.strictObject({
  n: z.int().min(1),
  cpuMsMedian: number,
  cpuMsP90: number,
  /** Solves that did not end optimal. */
  unsolved: z.int(),
  /** Largest excess over the best objective that any solver of this run reached, basis points. */
  excessBpWorst: number.nullable(),
});
export type Core = z.infer<typeof Core>;

/** Whole shares first; `continuous` are the same accounts in fractions, `core` the convex problem alone. */
const OfSize = Measured.extend({ continuous: Measured, core: Core });
const bySize = <Value extends z.ZodType>(value: Value) => z.partialRecord(z.enum(sizeNames), value).optional();

/** How far plans are from the best that may be traded, by an integer program. */
export const Proof = z.strictObject({
  n: z.int().min(1),
  /** Accounts whose optimum was proved in the time given; the figures are of these. */
  proved: z.int(),
  distanceBpMedian: number.nullable(),
  distanceBpWorst: number.nullable(),
  /** What the engine itself says of the same plans. */
  gapBpMedian: number.nullable(),
});
export type Proof = z.infer<typeof Proof>;

/** What one plan, ours or a peer's, does to one instance. */
export const Judged = z.strictObject({
  instance: z.string(),
  who: z.string(),
  /** Null for trades read from a file. */
  cpuMs: number.nullable(),
  driftBefore: number,
  driftAfter: number,
  trackingErrorBefore: number,
  trackingErrorAfter: number,
  /** Dollars of tax added by exact netting, losses disallowed by wash sales taken out; negative saves tax. */
  tax: number,
  oversoldLots: z.int(),
  washHits: z.int(),
  breaches: z.int(),
  turnover: number,
  /** Dollars of cost/benefit against staying, by the exact prices that rank our own plans. */
  score: number,
  /** No plan that keeps the rules scores more, by the planner's own proof; null where it has none. */
  mostScore: number.nullable(),
});
export type Judged = z.infer<typeof Judged>;

export const Report = z.strictObject({
  native: bySize(OfSize),
  highs: bySize(OfSize),
  /** Megabytes at their highest, all solvers of the run in one process. */
  memory: bySize(z.strictObject({ rssMb: number, heapMb: number })),
  proof: bySize(Proof),
  peer: z.array(Judged).optional(),
});
export type Report = z.infer<typeof Report>;
export type SizeReport = z.infer<typeof OfSize>;

/** Keys of the report that hold a solver's figures. */
export const solverNames = ['native', 'highs'] as const;
export type SolverName = (typeof solverNames)[number];
