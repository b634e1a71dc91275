import type { TradeRow } from '../../shared/api/result';
import { addDays } from '../../shared/dates';
import { dollars, toPlaces } from '../../shared/units';
import { alternativeNotes, withNote, type AlternativeNotes } from '../optimizer/explain/alternative-note';
import { outcome } from '../optimizer/linear';
import { rowsOf } from '../optimizer/rows';
import { toPlan } from '../optimizer/shares';
import type { ProposedTrade, Proposal } from '../optimizer/proposal';
import { besideDoubt } from './doubt-notes';
import { bp, fraction } from './row-figures';

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
