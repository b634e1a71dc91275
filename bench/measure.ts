import type { Book } from '../shared/book/book';
import { buildSnapshot, isSnapshot } from '../server/optimizer/build-snapshot';
import type { Proposal } from '../server/optimizer/proposal';
import { rebalance } from '../server/optimizer/rebalance';
import type { AccountSnapshot } from '../server/optimizer/snapshot';
import type { Solver } from '../server/optimizer/solvers/solver';
import { RunLedger } from '../server/workflow/wash-ledger';
import { cpuMs } from './cpu';
import { fallbacksOf } from './solvers';

/** Where an account's time goes. `rest` is what no phase told of: all but building, while a decision reports no phases. */
export const phases = ['build', 'solve', 'round', 'explain', 'rest'] as const;
export type Phase = (typeof phases)[number];

/** One account, decided once. */
export interface Sample {
  /** CPU milliseconds of snapshot and decision. */
  readonly ms: number;
  readonly split: Readonly<Record<Phase, number>>;
  /** Basis points; null when nothing was solved. */
  readonly gapBp: number | null;
  readonly fallbacks: number;
  /** Plans withdrawn because an invariant was broken. */
  readonly refused: number;
  /** Bytes at the end of the account. */
  readonly rss: number;
  readonly heap: number;
}

/** A decision calls `mark` at the end of each of its phases. */
type Mark = (phase: 'rows' | 'search' | 'round' | 'explain') => void;
type Decide = (snapshot: AccountSnapshot, solver: Solver, mark?: Mark) => Proposal;
const phaseOf: Readonly<Record<Parameters<Mark>[0], Phase>> = { rows: 'build', search: 'solve', round: 'round', explain: 'explain' };

/** Decides a book's accounts one after the other, each seeing what those before it did, and measures each. */
export function measureBook(book: Book, solver: Solver, decide: Decide = rebalance): Sample[] {
  const ledger = new RunLedger(book);
  return book.accounts.map((account) => {
    const split: Record<Phase, number> = { build: 0, solve: 0, round: 0, explain: 0, rest: 0 };
    const [from, fallbacks] = [cpuMs(), fallbacksOf(solver)];
    const start = performance.now();
    let last = start;
    // Asking for CPU time costs as much as a small phase, so phases share it by the clock.
    const lap = (phase: Phase): void => {
      const now = performance.now();
      split[phase] += now - last;
      last = now;
    };
    const snapshot = buildSnapshot(book, account, ledger.stateFor(account));
    if (!isSnapshot(snapshot)) throw new Error(`${account.id}: ${snapshot.reason}`);
    lap('build');
    const proposal = decide(snapshot, solver, (phase) => lap(phaseOf[phase]));
    lap('rest');
    const ms = cpuMs() - from;
    for (const phase of Object.keys(split) as Phase[]) split[phase] *= ms / (last - start);
    ledger.record(proposal);
    const { rss, heapUsed } = process.memoryUsage();
    return {
      ms, split, gapBp: proposal.gapBp, fallbacks: fallbacksOf(solver) - fallbacks, refused: proposal.refused.length > 0 ? 1 : 0, rss, heap: heapUsed,
    };
  });
}
