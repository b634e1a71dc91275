import type { AuditRow, DataIssueRow, ExceptionRow, RunResult, ScoreRow, TradeRow } from '../api/result';
import { appendAudit } from './audit-chain';

/** A made-up run for tests of what writes results. */

const trade: TradeRow = {
  approve: false, status: 'Proposed', accountId: '0012', account: 'Rivera Trust', action: 'Sell', symbol: 'VTI', quantity: 120.5, amount: 34_945,
  gainOrLoss: 16_705, estTax: 3_975.79, why: 'Sell: 4.2% over target; this lot is taxed least', checks: 'OK', name: 'Total US market ETF', assetClass: 'US equity',
  price: 290, cashEffect: 34_945, weightBefore: 0.46, weightAfter: 0.42, target: 0.42, orderType: 'Market', timeInForce: 'Day', limitPrice: null, lotId: 'L-1042',
  acquired: '2021-03-04', term: 'Long', daysToLongTerm: 0, costBasis: 18_240, shortTermGain: 0, longTermGain: 16_705, washSaleEvidence: null,
  overrideQuantity: null, note: null, reviewedBy: null, reviewedAt: null, tradeScoreBp: 3.2, household: 'H-RIVERA', group: 'Core', custodian: 'Schwab',
  discretion: 'Discretionary', recommendedBy: 'J. Lee', placedBy: null, reasonCode: 'DRIFT', source: 'Holdings › 0012 › L-1042', tradeId: 'T-1', runId: 'R-20261120-3f9a2c',
};

const score: ScoreRow = {
  decision: 'Trade', accountId: '0012', account: 'Rivera Trust', household: 'H-RIVERA', group: 'Core', value: 1_250_000, netScoreBp: 12.4, benefitBp: 20.1, costBp: 7.7,
  mandate: null, driftBefore: 0.061, driftAfter: 0.004, trackingErrorBefore: 0.018, trackingErrorAfter: 0.006, cashBefore: 12_400, cashAfter: 25_000, cashTarget: 25_000,
  turnover: 0.06, trades: 4, shortTermGain: 0, longTermGain: 16_705, lossesHarvested: -2_100, estTax: 3_475, budgetUsed: 0.42, tradingCost: 21, substitutesHeld: 0.05,
  exceptions: 0, why: 'Drift 6.1% is worth 20.1 bp to remove; it costs 7.7 bp', solveStatus: 'Optimal', runId: 'R-20261120-3f9a2c', terms: null, gapBp: 0.1,
};

const exception: ExceptionRow = {
  severity: 'Review', state: 'New', accountId: '0012', account: 'Rivera Trust', whatHappened: 'Turnover is above the group’s flag', limit: '5%', actual: '6%', overBy: '1%',
  whatIsInTheWay: null, suggestedFix: 'Approve, or lower Max turnover', source: 'Groups!C2', tradesAffected: 4, resolution: null, resolutionNote: null, by: null, at: null,
  code: 'E03', runId: 'R-20261120-3f9a2c',
};

const issue: DataIssueRow = {
  severity: 'Skip', sheet: 'Holdings', cell: 'D7', rowKey: '4471-0093 › VTI', column: 'Cost basis', found: 'n/a', problem: 'Cost basis is "n/a" at Holdings!D7.',
  suggested: 'Maybe the custodian sends it in "Total cost".', apply: false, rowsAffected: 1, code: 'H04', firstSeen: '2026-11-20',
};

/** A run of `trades` trades; the second carries text that a spreadsheet could take for a formula. */
export function runResult(trades: number): RunResult {
  const whys = [trade.why, '=HYPERLINK("http://example.com")', '+1 share'];
  return {
    run: {
      id: 'R-20261120-3f9a2c', asOf: '2026-11-20', engine: '0.1.0', contract: '1.0', law: '2026', currency: 'USD', accounts: 1, trades,
      decisions: { Trade: 1, 'No trade': 0, Review: 0, Blocked: 0, Skipped: 0 }, bought: 0, sold: 34_945, estTax: 3_975.79, netScore: 1_550, netScoreBp: 12.4,
      value: 1_250_000, inputsFingerprint: 'a'.repeat(64), outputsFingerprint: 'b'.repeat(64), riskLevel: 1, scope: 'All 1', partial: false,
    },
    trades: Array.from({ length: trades }, (_none, index) => ({ ...trade, lotId: `L-${index}`, tradeId: `T-${index}`, action: index % 2 ? 'Buy' : 'Sell', why: whys[index % 3] })),
    scores: [score],
    exceptions: [exception],
    dataIssues: [issue],
  };
}

/** The first row of a record. */
export const auditRow: AuditRow = appendAudit([], {
  whenLocal: '2026-11-20 09:31', whenUtc: '2026-11-20T14:31:00Z', who: 'J. Lee', action: 'Run', scope: 'All 1', runId: 'R-20261120-3f9a2c', accounts: 1, trades: 3,
  turnover: 17_472.5, estTax: 3_975.79, inputsFingerprint: 'a'.repeat(64), outputsFingerprint: 'b'.repeat(64), changedSinceLastRun: null, contract: '1.0', engine: '0.1.0',
  fileAndSha256: null, note: null,
});
