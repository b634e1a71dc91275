import { ignoredDrift, untilWhy } from '../../shared/book/overrides';
import type { Proposal } from '../optimizer/proposal';
import type { HouseholdPlan } from './plan-household';
import { beyondDrift, daysToWait, decide, mandateOf, reviewed, type Verdict } from './decide';
import { missedRules } from './relaxed';
import { scoreThreshold } from './threshold';
import type { GroupPolicy } from './unit';

/** What becomes of a household managed Together, and of each of its accounts in the order of their proposals. */
export interface HouseholdVerdict {
  readonly whole: Verdict;
  readonly members: readonly Verdict[];
}

/** Rules of the household as a whole. While the first accounts trade they are not yet met; the last account tells what is left. */
const common: ReadonlySet<string> = new Set(['band', 'cash-ceiling']);

/**
 * Decides a household as one: its accounts trade together or not at all. A mandate of any account is one of the household, the
 * score counts against household value, and when a person must look at one account's trades, all of them wait.
 */
export function decideHousehold(plan: HouseholdPlan, policyOf: (proposal: Proposal) => Partial<GroupPolicy>, runId: string): HouseholdVerdict {
  const { proposals } = plan;
  const whole = decisionOf(plan);
  const settled = proposals.map((proposal, k) => memberVerdict(proposal, k === proposals.length - 1, plan, whole, policyOf(proposal), runId));
  const isHeldBack = whole.decision === 'Trade' && settled.some(({ decision }) => decision === 'Review');
  const members = settled.map((verdict) => (isHeldBack && verdict.decision === 'Trade' ? { ...verdict, decision: 'Review' as const } : verdict));
  return { whole: isHeldBack ? { ...whole, decision: 'Review' } : whole, members };
}

function decisionOf({ frame, proposals, score }: HouseholdPlan): Verdict {
  const { lead, value, book: { asOf } } = frame;
  const settle = (decision: Verdict['decision'], why: string, mandate: string | null = null): Verdict => ({ decision, why, mandate, exceptions: [] });
  const trading = proposals.filter(({ trades }) => trades.length > 0);
  // Its accounts trade together or not at all, so drift ignored in one is ignored in the household.
  const ignored = proposals.flatMap(({ snapshot }) => ignoredDrift(snapshot.account) ?? []).at(0);
  const mandate = (trading.length > 0 ? trading : proposals).map((proposal) => mandateOf(proposal, ignored && beyondDrift)).find((name) => name !== null) ?? null;
  if (proposals.every(isFailed)) return settle('Blocked', 'No account of the household has a plan.');
  if (trading.length === 0) return settle('No trade', mandate ? `No trade can mend it: ${mandate}.` : 'No trade improves the household.', mandate);
  const waiting = Math.max(...trading.map(daysToWait));
  const isUrgent = trading.some(({ mandates }) => mandates.some(({ tier }) => tier === 'cash'));
  const lastTraded = proposals.flatMap(({ snapshot }) => snapshot.lastTraded ?? []).sort().at(-1);
  if (waiting > 0 && !isUrgent) return settle('No trade', `An account traded on ${lastTraded}; the next trade may be in ${waiting} days.`);
  if (!mandate && lead.settings.tradeWhen === 'Out of band only') return settle('No trade', 'Nothing is out of its band.');
  if (!mandate && ignored) return settle('No trade', `Drift is ignored${untilWhy(ignored)}. ${ignored.source}.`);
  const scoreBp = (score / value) * 10_000;
  const needed = lead.settings.tradeWhen === 'Always' ? 0 : scoreThreshold(lead.settings, asOf, lastTraded);
  if (!mandate && scoreBp < needed) return settle('No trade', `Score ${scoreBp.toFixed(1)} bp of the household is below the ${needed.toFixed(1)} bp it takes to trade.`);
  return settle('Trade', mandate ? `Must trade: ${mandate}. Score ${scoreBp.toFixed(1)} bp of the household.`
    : `Score ${scoreBp.toFixed(1)} bp of the household is above the ${needed.toFixed(1)} bp it takes to trade.`, mandate);
}

const isFailed = ({ refused, status }: Proposal): boolean => refused.length > 0 || status === 'Not solved';

function memberVerdict(proposal: Proposal, isLast: boolean, { frame, after }: HouseholdPlan, whole: Verdict, policy: Partial<GroupPolicy>, runId: string): Verdict {
  if (isFailed(proposal)) return decide(proposal, policy, runId);
  const told = isLast ? proposal : { ...proposal, missed: proposal.missed.filter(({ row }) => !common.has(row.code)) };
  const verdict: Verdict = { ...whole, exceptions: missedRules(told) };
  if (whole.decision !== 'Trade') return { ...verdict, decision: whole.decision === 'Blocked' ? 'Blocked' : 'No trade' };
  if (proposal.trades.length === 0) return { ...verdict, decision: 'No trade', mandate: null, why: `Household ${frame.family.id} trades in its other accounts.` };
  // What counts for review is how far the household stays from its target; one account's distance is a matter of location.
  return reviewed({ ...told, after: { ...told.after, trackingError: after.trackingError } }, policy, runId, verdict);
}
