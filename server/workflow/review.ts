import { asDollars, asPercent } from '../optimizer/rows/row';
import type { Proposal } from '../optimizer/proposal';
import { budgetWarnings } from './budget-warnings';
import { doubtNotes } from './doubt-notes';
import type { ExceptionFacts } from './exceptions';
import type { GroupPolicy } from './unit';

/** Limits of the review triggers where the Groups table is silent (fractions of account value; trades are a count). */
const defaults = { turnover: 0.2, taxShare: 0.005, cash: 0, trade: 0.1, trades: 40, gapBp: 5 } as const;

/** Each trigger looks at a proposal and says what a person should see. */
type Trigger = (proposal: Proposal, policy: Partial<GroupPolicy>) => ExceptionFacts | undefined;

const review = (code: string, whatHappened: string, suggestedFix: string, more: Partial<ExceptionFacts> = {}): ExceptionFacts =>
  ({ severity: 'Review', code, whatHappened, suggestedFix, ...more });

const over = (limit: number, actual: number, show: (value: number) => string): Pick<ExceptionFacts, 'limit' | 'actual' | 'overBy'> =>
  ({ limit: show(limit), actual: show(actual), overBy: show(Math.abs(actual - limit)) });

const turnover: Trigger = (proposal, { turnoverOver: limit = defaults.turnover }) => (proposal.turnover <= limit + 1e-9 ? undefined
  : review('turnover', 'Turnover is above the flag of its group.', 'Approve, or lower Max turnover.', over(limit, proposal.turnover, asPercent)));

const taxDollars: Trigger = (proposal, { taxOver }) => (taxOver === undefined || proposal.taxAdded <= taxOver ? undefined
  : review('tax-dollars', 'Tax is above the flag of its group.', 'Approve, or set a tax budget.', over(taxOver, proposal.taxAdded, asDollars)));

const taxShare: Trigger = ({ taxAdded, snapshot }, { taxOverPercent: limit = defaults.taxShare }) => (taxAdded <= limit * snapshot.value ? undefined
  : review('tax-share', 'Tax is above the flag of its group, as a share of the account.', 'Approve, or set a tax budget.',
    over(limit, taxAdded / snapshot.value, asPercent)));

const shortGain: Trigger = ({ shortGain: gain, snapshot }) => (!snapshot.tax.taxed || gain < 1 ? undefined
  : review('short-term-gain', `A net short-term gain of ${asDollars(gain)} is realized.`, 'Approve, or wait until the lots are long-term.'));

const lowCash: Trigger = ({ after }, { cashUnder = defaults.cash }) => (after.cash >= cashUnder - 1e-9 ? undefined
  : review('cash-low', 'Cash after the trades is below the flag of its group.', 'Check Cash flows and Cash minimum.', over(cashUnder, after.cash, asPercent)));

const largeTrade: Trigger = (proposal, { tradeOverPercent: limit = defaults.trade }) => {
  const { snapshot } = proposal;
  const byAsset = new Map<number, number>();
  for (const { asset, amount } of proposal.trades) byAsset.set(asset, (byAsset.get(asset) ?? 0) + amount / snapshot.value);
  const [largest] = [...byAsset].sort((a, b) => b[1] - a[1]);
  if (!largest || largest[1] <= limit) return undefined;
  return review('large-trade', `${snapshot.assets[largest[0]].symbol} trades more of the account than the flag of its group.`,
    'Approve, or trade in steps with Max turnover.', over(limit, largest[1], asPercent));
};

const manyTrades: Trigger = ({ trades }, { tradesOver: limit = defaults.trades }) => (trades.length <= limit ? undefined
  : review('many-trades', 'There are more trades than the flag of its group.', 'Approve, or raise the minimum trade.', over(limit, trades.length, String)));

const trackingError: Trigger = ({ after }, { trackingErrorOver: limit }) => (limit === undefined || after.trackingError <= limit ? undefined
  : review('tracking-error', 'Tracking error left is above the flag of its group.', 'See which rules keep the account from its target.',
    over(limit, after.trackingError, asPercent)));

const gap: Trigger = ({ gapBp }) => (gapBp === null || gapBp <= defaults.gapBp ? undefined
  : review('gap', 'A better plan may exist: the certificate leaves a wide gap.', 'Raise Time limit per account, or approve.',
    over(defaults.gapBp, gapBp, (bp) => `${bp.toFixed(1)} bp`)));

const triggers: readonly Trigger[] = [turnover, taxDollars, taxShare, shortGain, lowCash, largeTrade, manyTrades, trackingError, gap];

/** What the triggers of a group, the budgets that only warn, and doubtful rows flag on a proposal. */
export function flags(proposal: Proposal, policy: Partial<GroupPolicy>): ExceptionFacts[] {
  return [...triggers.flatMap((trigger) => trigger(proposal, policy) ?? []), ...budgetWarnings(proposal), ...doubtNotes(proposal.snapshot, proposal.trades.length)];
}

/** Whether the sample of a group takes an account: by hash of account and run, so it can be replayed and not gamed. */
export function isSampled(accountId: string, runId: string, share: number): boolean {
  let hash = 0x811c9dc5;
  for (const character of `${runId}\n${accountId}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  // Murmur's finalizer spreads FNV's weak high bits before they are read as a fraction.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < share;
}
