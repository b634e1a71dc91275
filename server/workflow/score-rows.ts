import type { ScoreRow } from '../../shared/api/result';
import type { Account } from '../../shared/book/book';
import { sumCents, toCents, toPlaces } from '../../shared/units';
import { pricesInWords } from '../optimizer/explain/prices';
import { toPlan } from '../optimizer/shares';
import type { Proposal } from '../optimizer/proposal';
import { termNames } from '../optimizer/terms';
import { ticketCost } from '../optimizer/terms/tickets';
import type { Verdict } from './decide';
import { bp, fraction } from './row-figures';

/** The account's row of the Scores sheet. What did not trade shows its position unchanged beside the score it would have had. */
export function scoreRow(proposal: Proposal, verdict: Verdict, runId: string): ScoreRow {
  const { snapshot, terms, score } = proposal;
  const { account, value, cash } = snapshot;
  const trades = verdict.decision === 'Trade' || verdict.decision === 'Review';
  const after = trades ? proposal.after : proposal.before;
  const parts = termNames.map((name) => terms[name]);
  return {
    ...identity(account), level: snapshot.household ? 'Member' : 'Account', decision: verdict.decision, value: toPlaces(value, 2),
    netScoreBp: bp(score, value),
    benefitBp: bp(parts.filter((part) => part > 0).reduce((sum, part) => sum + part, 0), value),
    costBp: bp(-parts.filter((part) => part < 0).reduce((sum, part) => sum + part, 0), value),
    mandate: verdict.mandate,
    driftBefore: fraction(proposal.before.drift),
    driftAfter: fraction(after.drift),
    trackingErrorBefore: fraction(proposal.before.trackingError),
    trackingErrorAfter: fraction(after.trackingError),
    cashBefore: toCents(cash.dollars),
    cashAfter: trades ? cashAfter(proposal) : toCents(cash.dollars),
    cashTarget: snapshot.household ? null : toCents(cash.target * value),
    turnover: fraction(trades ? proposal.turnover : 0),
    trades: trades ? proposal.trades.length : 0,
    shortTermGain: trades ? proposal.shortGain : 0,
    longTermGain: trades ? proposal.longGain : 0,
    lossesHarvested: trades ? proposal.lossesHarvested : 0,
    estTax: trades ? proposal.taxAdded : 0,
    budgetUsed: budgetUsed(proposal, trades),
    tradingCost: toPlaces(trades ? tradingCost(proposal) : 0, 2),
    substitutesHeld: null,
    whatBinds: whatBinds(proposal),
    exceptions: verdict.exceptions.length,
    why: verdict.why,
    solveStatus: proposal.status,
    runId, terms,
    gapBp: proposal.gapBp === null ? null : toPlaces(proposal.gapBp, 4),
  };
}

const identity = (account: Account): Pick<ScoreRow, 'accountId' | 'account' | 'household' | 'group'> =>
  ({ accountId: account.id, account: account.name ?? null, household: account.household, group: account.group ?? null });

/** Cash once the trades have settled and before withdrawals due are paid, dollars to the cent. */
function cashAfter({ snapshot, shares, trades }: Proposal): number {
  const effects = trades.map(({ action, amount }) => (action === 'Buy' ? -amount : amount));
  return sumCents([snapshot.cash.dollars, ...effects, -ticketCost(snapshot, toPlan(snapshot, shares))]);
}

function tradingCost({ snapshot, shares }: Proposal): number {
  const plan = toPlan(snapshot, shares);
  const spread = snapshot.assets.reduce((sum, { security }, i) => sum + (security.spread / 2) * plan.buys[i], 0)
    + snapshot.lots.reduce((sum, { asset }, l) => sum + (snapshot.assets[asset].security.spread / 2) * plan.sells[l], 0);
  return spread * snapshot.value + ticketCost(snapshot, plan);
}

/** Share of the gains or tax budget that is used once the plan trades. */
function budgetUsed({ snapshot: { tax }, shortGain, longGain, taxAdded }: Proposal, trades: boolean): number | null {
  const { gainsBudget, taxBudget } = tax.profile;
  const factor = trades ? 1 : 0;
  if (gainsBudget) return fraction((tax.ytdShort + tax.ytdLong + factor * (shortGain + longGain)) / gainsBudget);
  if (taxBudget) return fraction((factor * taxAdded) / taxBudget);
  return null;
}

/** Rules priced at most on the sheet. */
const mostPriced = 3;

/** What the rules that bind cost, dearest first. */
function whatBinds({ snapshot, shadowPrices = [] }: Proposal): string | null {
  return pricesInWords(snapshot, shadowPrices).slice(0, mostPriced).join('; ') || null;
}

/** The Scores row of an account that could not be weighed. */
export function emptyScoreRow(account: Account, decision: 'Skipped' | 'Blocked' | 'No trade', why: string, solveStatus: string, runId: string, exceptions: number): ScoreRow {
  return {
    ...identity(account), level: 'Account', decision, value: null, netScoreBp: null, benefitBp: null, costBp: null, mandate: null, driftBefore: null,
    driftAfter: null, trackingErrorBefore: null, trackingErrorAfter: null, cashBefore: null, cashAfter: null, cashTarget: null,
    turnover: null, trades: 0, shortTermGain: null, longTermGain: null, lossesHarvested: null, estTax: null, budgetUsed: null,
    tradingCost: null, substitutesHeld: null, whatBinds: null, exceptions, why, solveStatus, runId, terms: null, gapBp: null,
  };
}
