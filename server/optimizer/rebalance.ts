import { shadowPrices } from './explain/shadow-prices';
import { basisPoints, elasticTiers } from './formulation';
import { outcome } from './linear';
import { missedRows, noise, totalMissed } from './missed';
import { noTrade, type Plan } from './plan';
import type { Proposal } from './proposal';
import { propose } from './propose';
import { roundPlan } from './round';
import { rowsOf } from './rows';
import { rowValue } from './row-value';
import { violation, type Row } from './rows/row';
import { search } from './search';
import { toPlan, type SharePlan } from './shares';
import type { AccountSnapshot } from './snapshot';
import type { Solver } from './solvers/solver';
import { cost } from './terms';
import { brokenInvariants } from './verify';

/** Below this gap (basis points) a plan is called optimal. */
const optimalGap = 0.1;

/** What a decision passes through, in this order. */
export type Phase = 'rows' | 'search' | 'round' | 'verify' | 'explain';

/**
 * Decides one account. Pure but for the solver, which keeps nothing between calls; same snapshot, same proposal. `mark` is
 * told when a phase ends, so that a bench can time it.
 */
export function rebalance(snapshot: AccountSnapshot, solver: Solver, mark: (phase: Phase) => void = () => undefined): Proposal {
  const rows = rowsOf(snapshot);
  mark('rows');
  const found = search(snapshot, rows, solver, { time: snapshot.settings.timeLimit });
  mark('search');
  const stay: SharePlan = { sells: new Float64Array(snapshot.lots.length), buys: new Float64Array(snapshot.assets.length) };
  if (!found) return propose(snapshot, rows, stay, { gapBp: null, status: 'Not solved', refused: [] });
  const shares = roundPlan(snapshot, rows, found.best.plan, found.yields);
  mark('round');
  const refused = brokenInvariants(snapshot, rows, shares, found.yields);
  const kept = refused.length > 0 || isWorseThanStaying(snapshot, rows, shares) ? stay : shares;
  const gapBp = Number.isFinite(found.bound) ? Math.max(0, (objective(snapshot, rows, toPlan(snapshot, kept)) / snapshot.value) * basisPoints - found.bound) : null;
  mark('verify');
  const status = found.yields.size > 0 ? 'Limits relaxed' : gapBp !== null && gapBp <= optimalGap ? 'Optimal' : 'Good enough';
  const proposal = propose(snapshot, rows, kept, { gapBp, status, refused, shadowPrices: shadowPrices(rows, found.formulation, found.best) });
  mark('explain');
  return proposal;
}

/** Cost plus the price of soft rows missed: what the search minimizes. */
function objective(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): number {
  const after = outcome(snapshot, plan);
  const soft = rows.filter(({ tier }) => tier === 'soft')
    .reduce((sum, row) => sum + (row.price ?? 0) * violation(row, rowValue(row, snapshot, plan, after)), 0);
  return cost(snapshot, plan) + soft * snapshot.value;
}

/** A plan that costs more than staying is only right when it mends a broken row; the firmest tier that changes decides. */
function isWorseThanStaying(snapshot: AccountSnapshot, rows: readonly Row[], shares: SharePlan): boolean {
  const plan = toPlan(snapshot, shares);
  const stay = noTrade(plan.sells.length, plan.buys.length);
  if (objective(snapshot, rows, plan) <= objective(snapshot, rows, stay)) return false;
  const [now, before] = [missedRows(snapshot, rows, plan), missedRows(snapshot, rows, stay)];
  const changes = elasticTiers.map((tier) => totalMissed(now, tier) - totalMissed(before, tier));
  return (changes.find((change) => Math.abs(change) > noise) ?? 0) >= 0;
}

