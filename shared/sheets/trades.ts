import type { TradeRow } from '../api/result';
import type { Cell } from '../workbook/port';
import { bp, day, moment, money, percent, price, quantity, text, tick, whole } from './columns';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** The arrow is the cue for those who do not see the color. */
const arrows: Readonly<Record<string, string>> = { Buy: '▲ Buy', Sell: '▼ Sell' };

/** `Buy` → `▲ Buy`; what is no action is left alone. */
function showAction(action: Cell): Cell {
  return typeof action === 'string' ? (arrows[action] ?? action) : action;
}

/** One row for each lot sold and each buy; the groups hold what an order memorandum must show (17 CFR 275.204-2(a)(3)). */
export const tradesSheet: OutputSheet<TradeRow> = {
  sheet: 'Trades',
  table: 'rb_Trades',
  title: 'Trades',
  keyLine: 'Blue = you type · black = REBAL writes · more columns unfold with the + above the header',
  tabColor: tones.resultTab,
  frozenColumns: 3,
  key: ['accountId', 'action', 'symbol', 'lotId'],
  approval: { approve: 'approve', status: 'status', covers: ['quantity', 'orderType', 'timeInForce'], keeps: ['reviewedBy', 'reviewedAt'] },
  rules: [
    { kind: 'tint', column: 'Status', beginsWith: 'Rejected', wholeRow: true, color: tones.muted, strike: true },
    { kind: 'tint', column: 'Checks', beginsWith: '⛔', wholeRow: true, fill: tones.blockedFill },
    { kind: 'tint', column: 'Checks', beginsWith: '⚠', fill: tones.reviewFill },
    { kind: 'tint', column: 'Action', beginsWith: '▼', color: tones.sell },
    { kind: 'tint', column: 'Action', beginsWith: '▲', color: tones.buy },
    { kind: 'divider', column: 'Account ID', color: tones.line },
    { kind: 'bar', column: 'Amount', color: tones.bar },
  ],
  columns: [
    tick('approve', 'Approve', 10, {
      note: 'Choose TRUE to approve the trade. If a later run changes the trade, the approval is cleared.',
    }),
    text('status', 'Status', 13, { note: 'Proposed, Approved, Held, Rejected, Changed, Exported, Filled or Part filled.' }),
    text('accountId', 'Account ID', 13),
    text('account', 'Account', 20),
    text('action', 'Action', 9, { show: showAction }),
    text('symbol', 'Symbol', 10),
    quantity('quantity', 'Quantity', 11, { note: 'Shares, always positive.' }),
    money('amount', 'Amount', 13, { note: 'Always positive; Action says which way the money goes.' }),
    money('gainOrLoss', 'Gain or loss', 13, { note: 'Short-term and long-term together; a loss is in parentheses.' }),
    money('estTax', 'Est. tax', 11, { note: 'Tax the trade adds at the rates of the tax profile; a saving is in parentheses.' }),
    text('why', 'Why', 60),
    text('checks', 'Checks', 9, { note: 'OK, ⚠ to look at, ⛔ stops the trade; see Exceptions.' }),
    text('name', 'Name', 28, { group: 'Trade' }),
    text('assetClass', 'Asset class', 16, { group: 'Trade' }),
    price('price', 'Price', 11, { group: 'Trade' }),
    money('cashEffect', 'Cash effect', 13, {
      group: 'Trade',
      note: 'What the trade does to cash: a sale adds, a buy (in parentheses) takes.',
    }),
    percent('weightBefore', 'Weight before', 10, { group: 'Trade' }),
    percent('weightAfter', 'Weight after', 10, { group: 'Trade' }),
    percent('target', 'Target %', 10, { group: 'Trade' }),
    text('orderType', 'Order type', 11, { group: 'Trade' }),
    text('timeInForce', 'Time in force', 11, { group: 'Trade' }),
    price('limitPrice', 'Limit price', 11, { sticky: true, group: 'Trade' }),
    text('lotId', 'Lot ID', 14, { group: 'Lot and tax' }),
    day('acquired', 'Acquired', 12, { group: 'Lot and tax' }),
    text('term', 'Term', 8, { group: 'Lot and tax', note: 'Long when held more than one year (26 U.S.C. §1222).' }),
    whole('daysToLongTerm', 'Days to long-term', 11, { group: 'Lot and tax' }),
    money('costBasis', 'Cost basis', 13, { group: 'Lot and tax' }),
    money('shortTermGain', 'Short-term gain', 13, { group: 'Lot and tax' }),
    money('longTermGain', 'Long-term gain', 13, { group: 'Lot and tax' }),
    text('washSaleEvidence', 'Wash-sale evidence', 30, { group: 'Lot and tax' }),
    quantity('overrideQuantity', 'Override quantity', 11, { sticky: true, group: 'Review' }),
    text('note', 'Note', 24, { sticky: true, group: 'Review' }),
    text('reviewedBy', 'Reviewed by', 14, { group: 'Review' }),
    moment('reviewedAt', 'Reviewed at', 17, { group: 'Review' }),
    bp('tradeScoreBp', 'Trade score (bp)', 11, {
      group: 'Review',
      note: 'This trade’s share of the account’s net score, in basis points of account value.',
    }),
    text('household', 'Household', 14, { group: 'Record' }),
    text('group', 'Group', 12, { group: 'Record' }),
    text('custodian', 'Custodian', 13, { group: 'Record' }),
    text('discretion', 'Discretion', 15, { group: 'Record' }),
    text('recommendedBy', 'Recommended by', 15, { group: 'Record' }),
    text('placedBy', 'Placed by', 14, { group: 'Record' }),
    text('reasonCode', 'Reason code', 14, { group: 'Record' }),
    text('source', 'Source', 30, { group: 'Record' }),
    text('tradeId', 'Trade ID', 20, { group: 'Record' }),
    text('runId', 'Run ID', 22, { group: 'Record' }),
  ],
};
