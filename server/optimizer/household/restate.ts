import type { ScoreTerms, TermName } from '../../../shared/api/result';
import { apportionCents, toCents } from '../../../shared/units';
import { attribute } from '../explain/attribution';
import { outcome } from '../linear';
import { noTrade, type Plan } from '../plan';
import type { Proposal, Standing } from '../proposal';
import { activeVariance } from '../risk-model';
import { rowsOf } from '../rows';
import { rowValue } from '../row-value';
import { violation, type Row } from '../rows/row';
import { toPlan } from '../shares';
import type { AccountSnapshot } from '../snapshot';
import { priceTerms, termNames } from '../terms';
import { taxAdded } from '../terms/tax';
import type { Frame } from './frame';

/** Violations below this fraction of value are noise. */
const noise = 1e-7;

/**
 * A proposal seen from another place: its trades stay, the accounts that trade before it have changed. Taken one after the
 * other, each from where those before it leave the household, the scores of all accounts add up to the household's. Drift and
 * tracking error are the account's own, against the household's target.
 */
export function restate(proposal: Proposal, snapshot: AccountSnapshot, frame: Frame): Proposal {
  const plan = toPlan(snapshot, proposal.shares);
  const stay = noTrade(plan.sells.length, plan.buys.length);
  const { terms, score } = scoreOf(snapshot, stay, plan);
  const share = attribute(snapshot, plan);
  const cents = apportionCents(proposal.trades.map(({ asset, lot }) => (lot === null ? share.buys[asset] : share.sells[lot])), score);
  return {
    ...proposal, snapshot, terms, score,
    trades: proposal.trades.map((trade, k) => ({ ...trade, score: cents[k] })),
    before: standing(snapshot, frame, stay),
    after: standing(snapshot, frame, plan),
    taxAdded: toCents(taxAdded(snapshot, plan)),
    mandates: missedRows(snapshot, stay).filter(({ row }) => row.tier !== 'soft').map(({ row }) => row),
    missed: missedRows(snapshot, plan),
  };
}

function scoreOf(snapshot: AccountSnapshot, stay: Plan, plan: Plan): { terms: ScoreTerms; score: number } {
  const [before, after] = [priceTerms(snapshot, stay), priceTerms(snapshot, plan)];
  const parts = termNames.map((name) => before[name] - after[name]);
  const score = toCents(parts.reduce((sum, part) => sum + part, 0));
  const cents = apportionCents(parts, score);
  return { score, terms: Object.fromEntries(termNames.map((name, k) => [name, cents[k]])) as Record<TermName, number> };
}

/** The account alone against the household's target: what its location asks of it is in there too. */
function standing(snapshot: AccountSnapshot, frame: Frame, plan: Plan): Standing {
  const after = outcome(snapshot, plan);
  return apart(snapshot, frame, after.weights, after.cash);
}

/** Drift and tracking error of weights against the household's target. */
export function apart({ risk }: AccountSnapshot, { target, cashTarget }: Frame, weights: Float64Array, cash: number): Standing {
  const active = weights.map((weight, i) => weight - target[i]);
  const distance = active.reduce((sum, weight) => sum + Math.abs(weight), Math.abs(cash - cashTarget));
  return { drift: distance / 2, trackingError: Math.sqrt(Math.max(0, activeVariance(risk, active))), cash };
}

/** Rows that a plan misses. */
export function missedRows(snapshot: AccountSnapshot, plan: Plan): { row: Row; by: number }[] {
  const after = outcome(snapshot, plan);
  return rowsOf(snapshot).flatMap((row) => {
    const by = violation(row, rowValue(row, snapshot, plan, after));
    return by > noise ? [{ row, by }] : [];
  });
}
