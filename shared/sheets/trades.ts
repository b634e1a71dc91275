import type { TradeRow } from '../api/result';
import type { Cell } from '../workbook/port';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** The arrow is the cue for those who do not see the color. */
const arrows: Readonly<Record<string, string>> = { Buy: '▲ Buy', Sell: '▼ Sell' };

/** `Buy` → `▲ Buy`; what is no action is left alone. */
export function showAction(action: Cell): Cell {
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
    { key: 'approve', header: 'Approve', kind: 'boolean', format: 'text', width: 10, sticky: true, choices: ['TRUE', 'FALSE'], note: 'Choose TRUE to approve the trade. If a later run changes the trade, the approval is cleared.' },
    { key: 'status', header: 'Status', kind: 'text', format: 'text', width: 13, note: 'Proposed, Approved, Held, Rejected, Changed, Exported, Filled or Part filled.' },
    { key: 'accountId', header: 'Account ID', kind: 'text', format: 'text', width: 13 },
    { key: 'account', header: 'Account', kind: 'text', format: 'text', width: 20 },
    { key: 'action', header: 'Action', kind: 'text', format: 'text', width: 9, show: showAction },
    { key: 'symbol', header: 'Symbol', kind: 'text', format: 'text', width: 10 },
    { key: 'quantity', header: 'Quantity', kind: 'number', format: 'quantity', width: 11, note: 'Shares, always positive.' },
    { key: 'amount', header: 'Amount', kind: 'number', format: 'money', width: 13, note: 'Always positive; Action says which way the money goes.' },
    { key: 'gainOrLoss', header: 'Gain or loss', kind: 'number', format: 'money', width: 13, note: 'Short-term and long-term together; a loss is in parentheses.' },
    { key: 'estTax', header: 'Est. tax', kind: 'number', format: 'money', width: 11, note: 'Tax the trade adds at the rates of the tax profile; a saving is in parentheses.' },
    { key: 'why', header: 'Why', kind: 'text', format: 'text', width: 60 },
    { key: 'checks', header: 'Checks', kind: 'text', format: 'text', width: 9, note: 'OK, ⚠ to look at, ⛔ stops the trade; see Exceptions.' },
    { key: 'name', header: 'Name', kind: 'text', format: 'text', width: 28, group: 'Trade' },
    { key: 'assetClass', header: 'Asset class', kind: 'text', format: 'text', width: 16, group: 'Trade' },
    { key: 'price', header: 'Price', kind: 'number', format: 'price', width: 11, group: 'Trade' },
    { key: 'cashEffect', header: 'Cash effect', kind: 'number', format: 'money', width: 13, group: 'Trade', note: 'What the trade does to cash: a sale adds, a buy (in parentheses) takes.' },
    { key: 'weightBefore', header: 'Weight before', kind: 'number', format: 'percent', width: 10, group: 'Trade' },
    { key: 'weightAfter', header: 'Weight after', kind: 'number', format: 'percent', width: 10, group: 'Trade' },
    { key: 'target', header: 'Target %', kind: 'number', format: 'percent', width: 10, group: 'Trade' },
    { key: 'orderType', header: 'Order type', kind: 'text', format: 'text', width: 11, group: 'Trade' },
    { key: 'timeInForce', header: 'Time in force', kind: 'text', format: 'text', width: 11, group: 'Trade' },
    { key: 'limitPrice', header: 'Limit price', kind: 'number', format: 'price', width: 11, sticky: true, group: 'Trade' },
    { key: 'lotId', header: 'Lot ID', kind: 'text', format: 'text', width: 14, group: 'Lot and tax' },
    { key: 'acquired', header: 'Acquired', kind: 'date', format: 'date', width: 12, group: 'Lot and tax' },
    { key: 'term', header: 'Term', kind: 'text', format: 'text', width: 8, group: 'Lot and tax', note: 'Long when held more than one year (26 U.S.C. §1222).' },
    { key: 'daysToLongTerm', header: 'Days to long-term', kind: 'number', format: 'whole', width: 11, group: 'Lot and tax' },
    { key: 'costBasis', header: 'Cost basis', kind: 'number', format: 'money', width: 13, group: 'Lot and tax' },
    { key: 'shortTermGain', header: 'Short-term gain', kind: 'number', format: 'money', width: 13, group: 'Lot and tax' },
    { key: 'longTermGain', header: 'Long-term gain', kind: 'number', format: 'money', width: 13, group: 'Lot and tax' },
    { key: 'washSaleEvidence', header: 'Wash-sale evidence', kind: 'text', format: 'text', width: 30, group: 'Lot and tax' },
    { key: 'overrideQuantity', header: 'Override quantity', kind: 'number', format: 'quantity', width: 11, sticky: true, group: 'Review' },
    { key: 'note', header: 'Note', kind: 'text', format: 'text', width: 24, sticky: true, group: 'Review' },
    { key: 'reviewedBy', header: 'Reviewed by', kind: 'text', format: 'text', width: 14, group: 'Review' },
    { key: 'reviewedAt', header: 'Reviewed at', kind: 'date', format: 'time', width: 17, group: 'Review' },
    { key: 'tradeScoreBp', header: 'Trade score (bp)', kind: 'number', format: 'bp', width: 11, group: 'Review', note: 'This trade’s share of the account’s net score, in basis points of account value.' },
    { key: 'household', header: 'Household', kind: 'text', format: 'text', width: 14, group: 'Record' },
    { key: 'group', header: 'Group', kind: 'text', format: 'text', width: 12, group: 'Record' },
    { key: 'custodian', header: 'Custodian', kind: 'text', format: 'text', width: 13, group: 'Record' },
    { key: 'discretion', header: 'Discretion', kind: 'text', format: 'text', width: 15, group: 'Record' },
    { key: 'recommendedBy', header: 'Recommended by', kind: 'text', format: 'text', width: 15, group: 'Record' },
    { key: 'placedBy', header: 'Placed by', kind: 'text', format: 'text', width: 14, group: 'Record' },
    { key: 'reasonCode', header: 'Reason code', kind: 'text', format: 'text', width: 14, group: 'Record' },
    { key: 'source', header: 'Source', kind: 'text', format: 'text', width: 30, group: 'Record' },
    { key: 'tradeId', header: 'Trade ID', kind: 'text', format: 'text', width: 20, group: 'Record' },
    { key: 'runId', header: 'Run ID', kind: 'text', format: 'text', width: 22, group: 'Record' },
  ],
};
