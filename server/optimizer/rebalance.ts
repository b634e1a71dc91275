import { shadowPrices } from './explain/shadow-prices';
import { noTrade } from './plan';
import type { Proposal } from './proposal';
import { propose } from './propose';
import { rowsOf } from './rows';
import type { Row } from './rows/row';
import { search, type SearchResult } from './search';
import type { AccountSnapshot } from './snapshot';
import type { Solver } from './solvers/solver';
import { tradablePlan } from './tradable-plan';

/** What a decision passes through, in this order. */
export type Phase = 'rows' | 'search' | 'round' | 'explain';

/**
 * Decides one account. Pure but for the solver, which keeps nothing between calls; same snapshot, same proposal. `mark` is
 * told when a phase ends, so that a bench can time it.
 */
export function rebalance(snapshot: AccountSnapshot, solver: Solver, mark: (phase: Phase) => void = () => undefined): Proposal {
  const rows = rowsOf(snapshot);
  mark('rows');
  const searchBy = (by: readonly Row[]): SearchResult | undefined => search(snapshot, by, solver, { time: snapshot.settings.timeLimit });
  const first = searchBy(rows);
  mark('search');
  if (!first) return propose(snapshot, rows, noTrade(snapshot.lots.length, snapshot.assets.length), { gapBp: null, status: 'Not solved', refused: [] });
  const { shares, found, ...answer } = tradablePlan(snapshot, rows, first, searchBy);
  mark('round');
  const proposal = propose(snapshot, rows, shares, { ...answer, shadowPrices: shadowPrices(rows, found.formulation, found.best) });
  mark('explain');
  return proposal;
}
