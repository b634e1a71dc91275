import type { Decision } from '../../shared/api/result';
import { ignoredDrift, untilWhy } from '../../shared/book/overrides';
import { daysBetween } from '../../shared/dates';
import type { Conflicts } from '../optimizer/explain/missed-conflicts';
import { outcome } from '../optimizer/linear';
import { noTrade } from '../optimizer/plan';
import type { Proposal } from '../optimizer/proposal';
import { rowValue } from '../optimizer/row-value';
import { violation, type Row, type Tier } from '../optimizer/rows/row';
import { toPlan } from '../optimizer/shares';
import { missedRules } from './relaxed';
import { flags, isSampled } from './review';
import { scoreThreshold } from './threshold';
import type { ExceptionFacts } from './exceptions';
import type { GroupPolicy } from './unit';

/** What becomes of a proposal, and why, in one sentence. */
export interface Verdict {
  readonly decision: Decision;
  readonly why: string;
  /** The rule that makes the account trade whatever its score. */
  readonly mandate: string | null;
  readonly exceptions: readonly ExceptionFacts[];
}

/** Suspend, hold, mandates, score, review: the order in which an account is decided. Conflicts tell why the plan misses what it misses. */
export function decide(proposal: Proposal, policy: Partial<GroupPolicy>, runId: string, conflicts?: Conflicts): Verdict {
  const { snapshot, refused, trades } = proposal;
  const { settings } = snapshot;
  if (refused.length > 0) return blocked(proposal);
  if (proposal.status === 'Not solved') return unsolved;
  const missed = missedRules(proposal, conflicts);
  const settle = (decision: Decision, why: string, mandate: string | null = null): Verdict => ({ decision, why, mandate, exceptions: missed });
  const ignored = ignoredDrift(snapshot.account);
  const mandate = mandateOf(proposal, ignored && beyondDrift);
  const urgent = proposal.mandates.some(({ tier }) => tier === 'cash');
  if (trades.length === 0) return settle('No trade', mandate ? `No trade can mend it: ${mandate}.` : 'No trade improves the account.', mandate);
  const waiting = daysToWait(proposal);
  if (waiting > 0 && !urgent) return settle('No trade', `Traded on ${snapshot.lastTraded}; the next trade may be in ${waiting} days.`);
  if (!mandate && ignored) return settle('No trade', `Drift is ignored${untilWhy(ignored)}. ${ignored.source}.`);
  const scoreBp = (proposal.score / snapshot.value) * 10_000;
  const threshold = scoreThreshold(settings, snapshot.asOf, snapshot.lastTraded);
  if (!mandate && settings.tradeWhen === 'Out of band only') return settle('No trade', 'Nothing is out of its band.');
  const needed = settings.tradeWhen === 'Always' ? 0 : threshold;
  if (!mandate && scoreBp < needed) return settle('No trade', `Score ${scoreBp.toFixed(1)} bp is below the ${needed.toFixed(1)} bp it takes to trade.`);
  const why = mandate ? `Must trade: ${mandate}. Score ${scoreBp.toFixed(1)} bp.` : `Score ${scoreBp.toFixed(1)} bp is above the ${needed.toFixed(1)} bp it takes to trade.`;
  return reviewed(proposal, policy, runId, { decision: 'Trade', why, mandate, exceptions: missed });
}

/** Tiers: Auto trades, Sample looks at some, Review exceptions at what is flagged, Review all at everything. */
export function reviewed(proposal: Proposal, policy: Partial<GroupPolicy>, runId: string, verdict: Verdict): Verdict {
  const found = flags(proposal, policy);
  const exceptions = [...verdict.exceptions, ...found];
  const needsEyes = exceptions.some(({ severity }) => severity !== 'Info');
  const tier = policy.reviewTier ?? 'Review exceptions';
  const reviewing = {
    Auto: () => false,
    Sample: () => needsEyes || isSampled(proposal.snapshot.account.id, runId, policy.sample ?? 0.05),
    'Review exceptions': () => needsEyes,
    'Review all': () => true,
  }[tier]();
  const discretion = proposal.snapshot.account.discretion === 'Non-discretionary';
  return { ...verdict, exceptions, decision: reviewing || discretion ? 'Review' : 'Trade' };
}

/** A plan that broke a rule of its own never leaves; people see what was wrong. */
function blocked({ refused }: Proposal): Verdict {
  return {
    decision: 'Blocked', why: 'The plan failed its own checks and was withdrawn.', mandate: null,
    exceptions: [{
      severity: 'Block', code: 'refused', whatHappened: 'The plan failed its own checks and was withdrawn.',
      whatIsInTheWay: refused.slice(0, 5).join(' + '), suggestedFix: 'Trade this account by hand, and send the workbook to support.',
    }],
  };
}

/** The solver found no plan, not even to stay: nothing is known of the account, so people look. */
const unsolved: Verdict = {
  decision: 'Blocked', why: 'The solver found no plan within its limits.', mandate: null,
  exceptions: [{
    severity: 'Block', code: 'not-solved', whatHappened: 'The solver found no plan within its limits.',
    suggestedFix: 'Raise Time limit per account and run again, or trade this account by hand.',
  }],
};

/**
 * Tiers that make an account trade under *Ignore drift*: cash that is due, a client's rule, a manual trade. Bands are drift. Once
 * one of them makes it trade, it trades the whole plan.
 */
export const beyondDrift: readonly Tier[] = ['cash', 'hard'];

/** The firmest rule broken today that the plan mends, in words; without trades, the firmest one broken. */
export function mandateOf(proposal: Proposal, tiers: readonly Tier[] = ['cash', 'hard', 'repair']): string | null {
  const { mandates, trades } = proposal;
  const served = trades.length === 0 ? mandates : mandates.filter((row) => mends(proposal, row));
  const firmest = tiers.flatMap((tier) => served.find((row) => row.tier === tier) ?? []);
  return firmest[0]?.name ?? null;
}

/** Changes smaller than this fraction of the account are rounding, not mending. */
const noise = 1e-6;

/** Whether a row is missed by less under the plan than today. */
function mends({ snapshot, shares }: Proposal, row: Row): boolean {
  const [today, after] = [noTrade(snapshot.lots.length, snapshot.assets.length), toPlan(snapshot, shares)]
    .map((plan) => violation(row, rowValue(row, snapshot, plan, outcome(snapshot, plan))));
  return after < today - noise;
}

/** Days until the account may trade again; none or fewer when it may. */
export function daysToWait({ snapshot: { settings, lastTraded, asOf } }: Proposal): number {
  return lastTraded === undefined ? 0 : settings.daysBetweenTrades - daysBetween(lastTraded, asOf);
}
