import type { RunResult, ExceptionRow, ScoreRow, TradeRow } from '../../shared/api/result';
import type { Issue } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';

/** Asks whether to stop. An `AbortSignal` is one; in a worker it reads a shared flag, see `cancellation.ts`. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** Decides one unit: accounts that must be decided together. Rejects when stopped. */
export type DecideUnit<Unit, Outcome> = (unit: Unit, signal?: AbortSignal) => Promise<Outcome>;

/** The same work inside a worker, where stopping is a flag to look at between steps. */
export type UnitWork<Unit, Outcome> = (unit: Unit, stop: Cancellation) => Outcome | Promise<Outcome>;

/** Why a unit came to no outcome: its code threw, its thread died, it ran out of memory, or out of time. */
export type UnitFailure = 'error' | 'crashed' | 'out-of-memory' | 'timed-out';

/** What a run decides on. `Tables` are the contract's. */
export interface RunInput<Tables> {
  readonly tables: Tables;
  readonly asOf: IsoDate;
  readonly accounts?: string[];
  /** What reading the workbook found. */
  readonly issues?: readonly Issue[];
}

export interface AccountRows {
  readonly score: ScoreRow;
  readonly trades: readonly TradeRow[];
  readonly exceptions: readonly ExceptionRow[];
}

export interface RunOptions<Unit, Outcome> {
  readonly signal?: AbortSignal;
  readonly onAccount?: (done: number, total: number, accountId: string, rows: AccountRows) => void;
  readonly decideUnit: DecideUnit<Unit, Outcome>;
}

/** Runs a whole book. When stopped it resolves with the finished accounts, `run.partial` true. */
export type RunBook<Tables, Unit, Outcome> = (input: RunInput<Tables>, options: RunOptions<Unit, Outcome>) => Promise<RunResult>;
