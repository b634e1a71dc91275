import type { Decision } from '../../shared/api/result';
import { daysBetween } from '../../shared/dates';
import type { Proposal } from '../optimizer/proposal';
import type { Row } from '../optimizer/rows/row';
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

/** Suspend, hold, mandates, score, review: the order in which an account is decided. */
export function decide(proposal: Proposal, policy: Partial<GroupPolicy>, runId: string): Verdict {
  const { snapshot, refused, trades } = proposal;
  const { settings } = snapshot;
  if (refused.length > 0) return blocked(proposal);
  const missed = missedRules(proposal);
  const settle = (decision: Decision, why: string, mandate: string | null = null): Verdict => ({ decision, why, mandate, exceptions: missed });
  const mandate = mandateOf(proposal);
  const urgent = proposal.mandates.some(({ tier }) => tier === 'cash');
  if (trades.length === 0) return settle('No trade', mandate ? `No trade can mend it: ${mandate}.` : 'No trade improves the account.', mandate);
  const waiting = daysToWait(proposal);
  if (waiting > 0 && !urgent) return settle('No trade', `Traded on ${snapshot.lastTraded}; the next trade may be in ${waiting} days.`);
  const scoreBp = (proposal.score / snapshot.value) * 10_000;
  const threshold = scoreThreshold(settings, snapshot.asOf, snapshot.lastTraded);
  if (!mandate && settings.tradeWhen === 'Out of band only') return settle('No trade', 'Nothing is out of its band.');
  const needed = settings.tradeWhen === 'Always' ? 0 : threshold;
  if (!mandate && scoreBp < needed) return settle('No trade', `Score ${scoreBp.toFixed(1)} bp is below the ${needed.toFixed(1)} bp it takes to trade.`);
  const why = mandate ? `Must trade: ${mandate}. Score ${scoreBp.toFixed(1)} bp.` : `Score ${scoreBp.toFixed(1)} bp is above the ${needed.toFixed(1)} bp it takes to trade.`;
  return reviewed(proposal, policy, runId, { decision: 'Trade', why, mandate, exceptions: missed });
}

/** Tiers: Auto trades, Sample looks at some, Review exceptions at what is flagged, Review all at everything. */
function reviewed(proposal: Proposal, policy: Partial<GroupPolicy>, runId: string, verdict: Verdict): Verdict {
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

/** The firmest rule broken today that the plan mends, in words. */
function mandateOf({ mandates, missed, trades }: Proposal): string | null {
  if (trades.length === 0 && missed.length === 0) return null;
  const firmest = (rows: readonly Row[]): Row | undefined =>
    rows.find(({ tier }) => tier === 'cash') ?? rows.find(({ tier }) => tier === 'hard') ?? rows.find(({ tier }) => tier === 'repair');
  return firmest(mandates)?.name ?? null;
}

function daysToWait({ snapshot: { settings, lastTraded, asOf } }: Proposal): number {
  return lastTraded === undefined ? 0 : settings.daysBetweenTrades - daysBetween(lastTraded, asOf);
}
