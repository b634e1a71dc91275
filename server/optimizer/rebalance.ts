import type { ScoreTerms, TermName } from '../../shared/api/result';
import { addDays } from '../../shared/dates';
import { apportionCents, dollars, toCents } from '../../shared/units';
import { discretize } from './discrete';
import { attribute } from './explain/attribution';
import { buyReason, sellReason, type Mended } from './explain/reason';
import { netGainGradient } from './explain/tax-path';
import { basisPoints, elasticTiers } from './formulation';
import { outcome } from './linear';
import { noTrade, type Plan } from './plan';
import type { ProposedTrade, Proposal, Standing } from './proposal';
import { activeVariance } from './risk-model';
import { roundPlan } from './round';
import { toPlan, type SharePlan } from './shares';
import { rowsOf } from './rows';
import { rowValue, violation, type Row, type Tier } from './rows/row';
import { search } from './search';
import type { AccountSnapshot } from './snapshot';
import type { Solver } from './solvers/solver';
import { cost, priceTerms, termNames } from './terms';
import { activeWeights } from './terms/risk';
import { realizedGains, taxAdded } from './terms/tax';
import { brokenInvariants } from './verify';

/** Below this gap (basis points) a plan is called optimal. */
const optimalGap = 0.1;
/** Violations below this fraction of value are noise. */
const noise = 1e-7;

/** Decides one account. Pure but for the solver, which keeps nothing between calls; same snapshot, same proposal. */
export function rebalance(snapshot: AccountSnapshot, solver: Solver): Proposal {
  const rows = rowsOf(snapshot);
  const limits = { time: snapshot.settings.timeLimit };
  const stay: SharePlan = { sells: new Float64Array(snapshot.lots.length), buys: new Float64Array(snapshot.assets.length) };
  const found = search(snapshot, rows, solver, limits);
  if (!found) return propose(snapshot, rows, stay, { gapBp: null, status: 'Not solved', refused: [] });
  const continuous = discretize(snapshot, found, solver, limits);
  const shares = roundPlan(snapshot, rows, continuous.plan, found.yields);
  const refused = brokenInvariants(snapshot, rows, shares, found.yields);
  const kept = refused.length > 0 || isWorseThanStaying(snapshot, rows, shares) ? stay : shares;
  const gapBp = Math.max(0, (objective(snapshot, rows, toPlan(snapshot, kept)) / snapshot.value) * basisPoints - found.bound);
  const status = found.yields.size > 0 ? 'Limits relaxed' : gapBp <= optimalGap ? 'Optimal' : 'Good enough';
  return propose(snapshot, rows, kept, { gapBp, status, refused });
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

function totalMissed(missed: Proposal['missed'], tier: Tier): number {
  return missed.reduce((sum, { row, by }) => sum + (row.tier === tier ? by : 0), 0);
}

function missedRows(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): { row: Row; by: number }[] {
  const after = outcome(snapshot, plan);
  return rows.flatMap((row) => {
    const by = violation(row, rowValue(row, snapshot, plan, after));
    return by > noise ? [{ row, by }] : [];
  });
}

function propose(
  snapshot: AccountSnapshot, rows: readonly Row[], shares: SharePlan, answer: Pick<Proposal, 'gapBp' | 'status' | 'refused'>,
): Proposal {
  const plan = toPlan(snapshot, shares);
  const stay = noTrade(plan.sells.length, plan.buys.length);
  const broken = missedRows(snapshot, rows, stay).filter(({ row }) => row.tier !== 'soft');
  const { terms, score } = scoreOf(snapshot, plan);
  const { short, long } = realizedGains(snapshot, plan);
  const traded = [...plan.sells, ...plan.buys].reduce((sum, weight) => sum + weight, 0);
  return {
    ...answer, snapshot, shares, terms, score,
    trades: tradesOf(snapshot, rows, shares, plan, score, broken.map(({ row }) => row)),
    before: standing(snapshot, stay),
    after: standing(snapshot, plan),
    shortGain: toCents(short * snapshot.value),
    longGain: toCents(long * snapshot.value),
    lossesHarvested: toCents(snapshot.lots.reduce((sum, lot, l) => sum + Math.max(0, -lot.gain * plan.sells[l]), 0) * snapshot.value),
    taxAdded: toCents(taxAdded(snapshot, plan)),
    turnover: traded / 2,
    mandates: broken.map(({ row }) => row),
    missed: missedRows(snapshot, rows, plan),
  };
}

/** Score by term: cost of staying less cost of the plan, in cents that add up. */
function scoreOf(snapshot: AccountSnapshot, plan: Plan): { terms: ScoreTerms; score: number } {
  const stay = priceTerms(snapshot, noTrade(plan.sells.length, plan.buys.length));
  const go = priceTerms(snapshot, plan);
  const parts = termNames.map((name) => stay[name] - go[name]);
  const score = toCents(parts.reduce((sum, part) => sum + part, 0));
  const cents = apportionCents(parts, score);
  return { score, terms: Object.fromEntries(termNames.map((name, k) => [name, cents[k]])) as Record<TermName, number> };
}

function standing(snapshot: AccountSnapshot, plan: Plan): Standing {
  const after = outcome(snapshot, plan);
  const active = activeWeights(snapshot, after);
  const distance = active.reduce((sum, weight) => sum + Math.abs(weight), Math.abs(after.cash - snapshot.cash.target));
  return { drift: distance / 2, trackingError: Math.sqrt(Math.max(0, activeVariance(snapshot.risk, active))), cash: after.cash };
}

/** Lots sold, then securities bought, each in the snapshot's order; their scores add up to the account's, to the cent. */
function tradesOf(snapshot: AccountSnapshot, rows: readonly Row[], shares: SharePlan, plan: Plan, score: number, broken: readonly Row[]): ProposedTrade[] {
  const { assets, lots, value } = snapshot;
  const share = attribute(snapshot, plan);
  const mended = broken.map((row) => mending(snapshot, row));
  const barred = barredBuys(snapshot, rows, shares);
  const { short, long } = realizedGains(snapshot, plan);
  const rate = netGainGradient({ ...snapshot.tax, plus: 1, minus: 1 }, short * value, long * value);
  const trades: ProposedTrade[] = [];
  lots.forEach((lot, l) => {
    if (shares.sells[l] === 0) return;
    trades.push({
      action: 'Sell', asset: lot.asset, lot: l, shares: shares.sells[l],
      amount: dollars(shares.sells[l], assets[lot.asset].price),
      score: share.sells[l],
      tax: lot.term === null ? null : toCents(plan.sells[l] * value * lot.gain * (lot.term === 'Short' ? rate.short : rate.long)),
      reason: sellReason(snapshot, l, shares, mended),
    });
  });
  assets.forEach((asset, i) => {
    if (shares.buys[i] === 0) return;
    trades.push({
      action: 'Buy', asset: i, lot: null, shares: shares.buys[i], amount: dollars(shares.buys[i], asset.price),
      score: share.buys[i], tax: null, reason: buyReason(snapshot, i, mended, barred),
    });
  });
  const cents = apportionCents(trades.map((trade) => trade.score), score);
  return trades.map((trade, k) => ({ ...trade, score: cents[k] }));
}

/** Which trades mend a broken row: those that move its value back inside. */
function mending(snapshot: AccountSnapshot, row: Row): Mended {
  const { weights = [], cash = 0 } = row.expression;
  const factors = new Map(weights);
  const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
  const isBelow = rowValue(row, snapshot, stay, outcome(snapshot, stay)) < (row.min ?? -Infinity);
  return {
    row,
    serves: (asset, direction) => {
      const moved = ((factors.get(asset) ?? 0) - cash) * (direction === 'buy' ? 1 : -1);
      return isBelow ? moved > 0 : moved < 0;
    },
  };
}

/** Assets that this plan may not buy, with the rule in words: rows that forbid it, and losses sold in the same run. */
function barredBuys({ assets, lots, asOf, settings }: AccountSnapshot, rows: readonly Row[], { sells }: SharePlan): Map<number, string> {
  const barred = new Map(rows.flatMap((row) => (row.tier === 'fixed' && row.max === 0 && row.expression.buys?.length === 1
    ? [[row.expression.buys[0][0], row.name] as const] : [])));
  lots.forEach((lot, l) => {
    if (sells[l] === 0 || lot.lossFraction === 0 || barred.has(lot.asset)) return;
    barred.set(lot.asset, `sold at a loss, so ${assets[lot.asset].symbol} is not bought before ${addDays(asOf, settings.washSaleWindow + 1)}`);
  });
  return barred;
}
