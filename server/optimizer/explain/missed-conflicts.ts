import type { Proposal } from '../proposal';
import { rowsOf } from '../rows';
import type { Row, Tier } from '../rows/row';
import { toPlan } from '../shares';
import type { Solver } from '../solvers/solver';
import { conflictSet, type ConflictSet } from './conflict-set';
import { ruleKey } from './rule-rows';

/** Tiers whose misses are explained by a conflict set, in the order they are explained; a band missed is no emergency. */
const explained: readonly Tier[] = ['cash', 'hard', 'limit'];
/** Rules explained at most per account; each costs up to `mostSolves` small linear programs. */
const mostRules = 3;

/** Conflict sets by missed rule, see `ruleKey`. */
export type Conflicts = ReadonlyMap<string, ConflictSet>;

/** Why a proposal misses what it misses: for its firmest missed rules, the rules in the way. Costs nothing when no such rule is missed. */
export function missedConflicts({ snapshot, shares, missed, refused, status }: Proposal, solver: Solver): Conflicts {
  // A plan withdrawn or never found explains nothing.
  if (refused.length > 0 || status === 'Not solved') return new Map();
  const toExplain = new Map(explained.flatMap((tier) => missed.filter(({ row }) => row.tier === tier)).map(({ row }) => [ruleKey(row), row] as const));
  if (toExplain.size === 0) return new Map();
  const rows = rowsOf(snapshot);
  const plan = toPlan(snapshot, shares);
  return new Map([...toExplain].slice(0, mostRules).flatMap(([key, row]: readonly [string, Row]): [string, ConflictSet][] => {
    const found = conflictSet(snapshot, rows, plan, row, solver);
    return found ? [[key, found]] : [];
  }));
}
