import { basisPoints, elasticTiers } from './formulation';
import { outcome } from './linear';
import { missedRows, noise, totalMissed } from './missed';
import { noTrade, type Plan } from './plan';
import type { Proposal } from './proposal';
import { roundPlan } from './round';
import { rowValue } from './row-value';
import { violation, type Row } from './rows/row';
import type { SearchResult } from './search';
import { toPlan, type SharePlan } from './shares';
import type { AccountSnapshot, Asset } from './snapshot';
import { cost } from './terms';
import { brokenInvariants } from './verify';

/** A plan in shares that has passed its own checks, and what is proved of it. */
export interface TradablePlan extends Pick<Proposal, 'shares' | 'refused' | 'gapBp' | 'status'> {
  readonly found: SearchResult;
}

/** Below this gap (basis points) a plan is called optimal. */
const optimalGap = 0.1;
/** Misses closer than this (fractions of value) are the same to the search and to rounding. */
const sameMiss = 1e-5;

/**
 * Rounds what the search found. Where that leaves no trade at all, or misses rules by more than a step's worth, limits of one run are
 * tightened by as much and searched again, so that rounding has room; where rules gave way for nothing, the plan in which none did takes its place.
 */
export function tradablePlan(snapshot: AccountSnapshot, rows: readonly Row[], found: SearchResult, searchAgain: (rows: readonly Row[]) => SearchResult | undefined): TradablePlan {
  const stay = finished(snapshot, rows, found, noTrade(snapshot.lots.length, snapshot.assets.length), []);
  let best = rounded(snapshot, rows, found, stay);
  const offer = (other: SearchResult | undefined): void => {
    const next = other && rounded(snapshot, rows, other, stay);
    if (next && compare(next, best) < 0) best = next;
  };
  if ((isStill(best.shares) && !isStill(found.best.plan)) || !isAsKept(snapshot, best)) offer(withBoundOf(found, searchAgain(tightened(snapshot, rows, found.best.plan))));
  if (found.yields.size > 0 && !isFirmerMended(found, best, stay)) offer(found.firm);
  const { shares, refused } = best;
  return { shares, refused, ...claims(snapshot, best), found: best.found };
}

/** A rounded plan with what it misses by tier (fractions of value) and costs (basis points). */
interface Finished {
  readonly found: SearchResult;
  readonly shares: SharePlan;
  readonly refused: readonly string[];
  readonly missed: readonly number[];
  readonly costBp: number;
}

/** The plan in shares, or staying where that breaks a rule of its own or is better. */
function rounded(snapshot: AccountSnapshot, rows: readonly Row[], found: SearchResult, stay: Finished): Finished {
  const shares = roundPlan(snapshot, rows, found.best.plan, found.yields);
  const refused = brokenInvariants(snapshot, rows, shares, found.yields);
  const plan = finished(snapshot, rows, found, shares, refused);
  return refused.length > 0 || isWorseThanStaying(plan, stay) ? { ...stay, found, refused } : plan;
}

function finished(snapshot: AccountSnapshot, rows: readonly Row[], found: SearchResult, shares: SharePlan, refused: readonly string[]): Finished {
  const plan = toPlan(snapshot, shares);
  const missed = missedRows(snapshot, rows, plan);
  return {
    found, shares, refused, missed: elasticTiers.map((tier) => totalMissed(missed, tier)),
    costBp: (objective(snapshot, rows, plan) / snapshot.value) * basisPoints,
  };
}

/** Cost plus the price of soft rows missed, dollars: what the search minimizes. */
export function objective(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): number {
  const after = outcome(snapshot, plan);
  const soft = rows.filter(({ tier }) => tier === 'soft')
    .reduce((sum, row) => sum + (row.price ?? 0) * violation(row, rowValue(row, snapshot, plan, after)), 0);
  return cost(snapshot, plan) + soft * snapshot.value;
}

/** A plan that costs more than staying is only right when it mends a broken row; the firmest tier that changes decides. */
function isWorseThanStaying(plan: Finished, stay: Finished): boolean {
  if (plan.costBp <= stay.costBp) return false;
  return (changes(plan, stay).find((change) => Math.abs(change) > noise) ?? 0) >= 0;
}

const changes = (a: Finished, b: Finished): number[] => a.missed.map((missed, t) => missed - b.missed[t]);

/** Negative when `a` is better: sound before refused, then what misses less, then what costs less. */
function compare(a: Finished, b: Finished): number {
  return Number(a.refused.length > 0) - Number(b.refused.length > 0)
    || (changes(a, b).find((change) => Math.abs(change) > noise) ?? a.costBp - b.costBp);
}

/** Whether a tier that others gave way to is missed by less than today. */
function isFirmerMended({ yields }: SearchResult, plan: Finished, stay: Finished): boolean {
  const firmest = elasticTiers.findIndex((tier) => yields.has(tier));
  return changes(plan, stay).some((change, t) => change < -noise && (firmest < 0 || t < firmest || !yields.has(elasticTiers[t])));
}

/** Limits of one run less the largest step of what the plan trades: room for rounding between rows that bind together. */
function tightened(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): Row[] {
  const room = stepOf(snapshot, ({ lots }, i) => plan.buys[i] > 0 || lots.some((l) => plan.sells[l] > 0));
  return rows.map((row) => (row.tier === 'limit' && row.max !== undefined && row.max > 0 && row.measure !== 'tracking error' ? { ...row, max: Math.max(0, row.max - room) } : row));
}

/** The largest step of an account's securities, or of some, as a fraction of value. */
const stepOf = ({ assets, value }: AccountSnapshot, counts: (asset: Asset, i: number) => boolean = () => true): number =>
  assets.reduce((most, asset, i) => (counts(asset, i) ? Math.max(most, (asset.step * asset.price) / value) : most), 0);

/** A bound proved without tightening holds for every plan; a tightened search proves none. */
const withBoundOf = ({ bound }: SearchResult, other: SearchResult | undefined): SearchResult | undefined => other && { ...other, bound };

/** What may be said of a plan: a gap only when it misses no more than the bound allows, but for a step's worth. */
function claims(snapshot: AccountSnapshot, plan: Finished): Pick<TradablePlan, 'gapBp' | 'status'> {
  const { found, costBp } = plan;
  const gapBp = Number.isFinite(found.bound) && isAsKept(snapshot, plan) ? Math.max(0, costBp - found.bound) : null;
  return { gapBp, status: found.yields.size > 0 ? 'Limits relaxed' : gapBp !== null && gapBp <= optimalGap ? 'Optimal' : 'Good enough' };
}

/** Whether rounding misses no more of any tier than the search did, but for a step's worth. */
const isAsKept = (snapshot: AccountSnapshot, { found, missed }: Finished): boolean =>
  missed.every((total, t) => total <= found.best.missed[t] + stepOf(snapshot) + sameMiss);

const isStill = ({ sells, buys }: Plan | SharePlan): boolean => [...sells, ...buys].every((amount) => amount === 0);
