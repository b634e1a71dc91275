import type { ScoreRow, TradeRow } from '../../shared/api/result';
import type { Account } from '../../shared/book/book';
import { addDays } from '../../shared/dates';
import { dollars, sumCents, toCents, toPlaces } from '../../shared/units';
import { alternativeNotes, withNote, type AlternativeNotes } from '../optimizer/explain/alternative-note';
import { pricesInWords } from '../optimizer/explain/prices';
import { outcome } from '../optimizer/linear';
import { rowsOf } from '../optimizer/rows';
import { toPlan } from '../optimizer/shares';
import type { ProposedTrade, Proposal } from '../optimizer/proposal';
import { termNames } from '../optimizer/terms';
import { ticketCost } from '../optimizer/terms/tickets';
import type { Verdict } from './decide';
import { besideDoubt } from './doubt-notes';

const bp = (part: number, value: number): number => toPlaces((part / value) * 10_000, 4);
const fraction = (value: number): number => toPlaces(value, 6);

/** Rows of the Trades sheet for one account: sales before purchases. */
export function tradeRows(proposal: Proposal, runId: string): TradeRow[] {
  const plan = toPlan(proposal.snapshot, proposal.shares);
  const after = outcome(proposal.snapshot, plan).weights;
  const notes = alternativeNotes(proposal.snapshot, rowsOf(proposal.snapshot), plan);
  return proposal.trades.map((trade, k) => ({ ...tradeRow(proposal, trade, after, runId, k + 1), why: besideDoubt(withNote(trade.reason.why, noteOf(trade, notes)), proposal.snapshot) }));
}

/** The best trade not made in place of this one. */
const noteOf = ({ lot, asset }: ProposedTrade, notes: AlternativeNotes): string | undefined => (lot === null ? notes.purchase(asset) : notes.sale(lot));

function tradeRow({ snapshot }: Proposal, trade: ProposedTrade, after: Float64Array, runId: string, no: number): TradeRow {
  const { account, settings, value } = snapshot;
  const asset = snapshot.assets[trade.asset];
  const { security } = asset;
  return {
    approve: false,
    status: 'Proposed',
    accountId: account.id,
    account: account.name ?? null,
    action: trade.action,
    symbol: asset.symbol,
    quantity: trade.shares,
    amount: trade.amount,
    estTax: trade.tax,
    why: trade.reason.why,
    checks: 'OK',
    name: security.name ?? null,
    assetClass: security.assetClass,
    price: asset.price,
    cashEffect: trade.action === 'Buy' ? -trade.amount : trade.amount,
    weightBefore: fraction(asset.weight),
    weightAfter: fraction(after[trade.asset]),
    // What a household leaves to one account may be below zero; people know the household's target.
    target: fraction(snapshot.household?.target[trade.asset] ?? asset.target),
    orderType: settings.orderType,
    timeInForce: settings.timeInForce,
    limitPrice: null,
    ...lotColumns(snapshot, trade),
    overrideQuantity: null,
    note: null,
    reviewedBy: null,
    reviewedAt: null,
    tradeScoreBp: bp(trade.score, value),
    household: account.household,
    group: account.group ?? null,
    custodian: account.custodian ?? null,
    discretion: account.discretion,
    recommendedBy: account.advisor ?? null,
    placedBy: null,
    reasonCode: trade.reason.code,
    tradeId: `${account.id}-${no}`,
    runId,
  };
}

type LotColumns = Pick<TradeRow,
  'gainOrLoss' | 'lotId' | 'acquired' | 'term' | 'daysToLongTerm' | 'costBasis' | 'shortTermGain' | 'longTermGain' | 'washSaleEvidence' | 'source'>;

function lotColumns(snapshot: Proposal['snapshot'], trade: ProposedTrade): LotColumns {
  const empty: LotColumns = {
    gainOrLoss: null, lotId: null, acquired: null, term: null, daysToLongTerm: null, costBasis: null,
    shortTermGain: null, longTermGain: null, washSaleEvidence: null, source: null,
  };
  if (trade.lot === null) return empty;
  const facts = snapshot.lots[trade.lot];
  const { lot } = facts;
  const source = `Holdings › ${snapshot.account.id} › ${lot.id}`;
  const basis = lot.unitCost === null ? null : dollars(trade.shares, facts.unitCost);
  const gain = facts.term === null || basis === null ? null : toPlaces(trade.amount - basis, 2);
  return {
    gainOrLoss: gain,
    lotId: lot.id,
    acquired: lot.acquired,
    term: facts.term,
    daysToLongTerm: facts.term === 'Short' ? facts.daysToLongTerm : null,
    costBasis: basis,
    shortTermGain: facts.term === 'Short' ? gain : null,
    longTermGain: facts.term === 'Long' ? gain : null,
    washSaleEvidence: facts.lossFraction > 0 ? washEvidence(snapshot, trade) : null,
    source,
  };
}

/** A loss sale was only proposed because nothing in scope blocks it; the window it opens is stated. */
function washEvidence({ asOf, settings, assets }: Proposal['snapshot'], { asset }: ProposedTrade): string {
  return `No purchase of ${assets[asset].security.washClass} known within ${settings.washSaleWindow} days; buy none before ${addDays(asOf, settings.washSaleWindow + 1)}`;
}

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
