import type { ScoreTerms, TermName } from '../../shared/api/result';
import { addDays } from '../../shared/dates';
import { apportionCents, dollars, toCents } from '../../shared/units';
import { attribute } from './explain/attribution';
import { buyReason, sellReason, type Mended } from './explain/reason';
import { netGainGradient } from './explain/tax-path';
import { outcome } from './linear';
import { missedRows } from './missed';
import type { Plan } from './plan';
import type { ProposedTrade, Proposal, Standing } from './proposal';
import { activeVariance } from './risk-model';
import { rowValue } from './row-value';
import type { Row } from './rows/row';
import { toPlan, type SharePlan } from './shares';
import type { AccountSnapshot } from './snapshot';
import { stayOf } from './stay';
import { priceTerms, termNames } from './terms';
import { activeWeights } from './terms/risk';
import { realizedGains, taxAdded } from './terms/tax';

/** The finished answer of one account: trades, what each is worth, and where they leave it. */
export function propose(
  snapshot: AccountSnapshot, rows: readonly Row[], shares: SharePlan, answer: Pick<Proposal, 'gapBp' | 'status' | 'refused' | 'shadowPrices'>,
): Proposal {
  const plan = toPlan(snapshot, shares);
  const { plan: stay } = stayOf(snapshot);
  const today = missedRows(snapshot, rows, stay);
  const broken = today.filter(({ row }) => row.tier !== 'soft');
  // What people would rather have explains a trade as well, though it asks for none.
  const served = today.filter(({ row }) => row.tier !== 'soft' || row.code === 'manual-trade');
  const { terms, score } = scoreOf(snapshot, plan);
  const { short, long } = realizedGains(snapshot, plan);
  const traded = [...plan.sells, ...plan.buys].reduce((sum, weight) => sum + weight, 0);
  return {
    ...answer, snapshot, shares, terms, score,
    trades: tradesOf(snapshot, rows, shares, plan, score, served.map(({ row }) => row)),
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
  const stay = priceTerms(snapshot, stayOf(snapshot).plan);
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
  const stay = stayOf(snapshot);
  const isBelow = rowValue(row, snapshot, stay.plan, stay.after) < (row.min ?? -Infinity);
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
