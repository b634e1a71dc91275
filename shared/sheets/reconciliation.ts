import type { ReconciledLine } from '../reconcile/reconcile';
import { quantity, text } from './columns';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** A line of the sheet; its trade is named by its ID. */
export type ReconciliationRow = Omit<ReconciledLine, 'trade'> & { readonly tradeId: string | null };

/** What became of approved trades, and what else the next exports show; written by `rebal reconcile`. */
export const reconciliationSheet: OutputSheet<ReconciliationRow> = {
  sheet: 'Reconciliation',
  table: 'rb_Reconciliation',
  title: 'Reconciliation',
  keyLine: 'Filled and Part filled stand in Trades too · shares, and dollars on lines of CASH',
  tabColor: tones.resultTab,
  frozenColumns: 3,
  key: ['accountId', 'symbol', 'action', 'lotId', 'finding'],
  rules: [
    { kind: 'tint', column: 'Finding', beginsWith: 'Filled', wholeRow: true, color: tones.muted },
    { kind: 'tint', column: 'Finding', beginsWith: 'Missing', fill: tones.blockedFill },
    { kind: 'tint', column: 'Finding', beginsWith: 'Unexpected', fill: tones.blockedFill },
    { kind: 'tint', column: 'Finding', beginsWith: 'Wrong lots', fill: tones.blockedFill },
    { kind: 'tint', column: 'Finding', beginsWith: 'Part filled', fill: tones.reviewFill },
    { kind: 'tint', column: 'Finding', beginsWith: 'Cash off', fill: tones.reviewFill },
    { kind: 'divider', column: 'Account ID', color: tones.line },
  ],
  columns: [
    text('finding', 'Finding', 15, { note: 'Filled, Part filled, Missing, Unexpected, Wrong lots, Cash off or Not in the files.' }),
    text('accountId', 'Account ID', 13),
    text('symbol', 'Symbol', 10),
    text('action', 'Action', 9),
    text('lotId', 'Lot ID', 14),
    quantity('expected', 'Expected', 12),
    quantity('actual', 'Actual', 12),
    quantity('difference', 'Difference', 12, { note: 'Actual less expected.' }),
    text('what', 'What', 80),
    text('tradeId', 'Trade ID', 20, { group: 'Record' }),
  ],
};

/** The lines as rows, what differs first. */
export function reconciliationRows(lines: readonly ReconciledLine[]): ReconciliationRow[] {
  const rows = lines.map(({ trade, ...line }) => ({ ...line, tradeId: trade?.tradeId ?? null }));
  return [...rows.filter(({ finding }) => finding !== 'Filled'), ...rows.filter(({ finding }) => finding === 'Filled')];
}
