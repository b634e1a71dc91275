import type { IsoDate } from '../units';

/** What a run returns, on the wire, in `--json` and on the sheets: keys are the sheets' headers in camelCase. */
export interface RunResult {
  readonly run: RunSummary;
  readonly trades: readonly TradeRow[];
  readonly scores: readonly ScoreRow[];
  readonly exceptions: readonly ExceptionRow[];
  readonly dataIssues: readonly DataIssueRow[];
}

export type Decision = 'Trade' | 'No trade' | 'Review' | 'Blocked' | 'Skipped';

export interface RunSummary {
  /** `R-20261121-3f9a2c`: as-of day and inputs fingerprint, so the same inputs give the same id. */
  readonly id: string;
  readonly asOf: IsoDate;
  readonly engine: string;
  readonly contract: string;
  readonly law: string;
  readonly currency: string;
  readonly accounts: number;
  readonly decisions: Readonly<Record<Decision, number>>;
  readonly trades: number;
  /** Dollars bought and sold. */
  readonly bought: number;
  readonly sold: number;
  /** Tax the trades add (positive) or save (negative), dollars. */
  readonly estTax: number;
  readonly netScore: number;
  /** Basis points of the value of all accounts that trade. */
  readonly netScoreBp: number;
  readonly value: number;
  readonly inputsFingerprint: string;
  readonly outputsFingerprint: string;
  /** 0 defaults, 1 risk classes, 2 factor model. */
  readonly riskLevel: 0 | 1 | 2;
  /** Scope in words: `All 214`, `4471-0093, 4471-0088`. */
  readonly scope: string;
  /** True when the run was stopped and holds only the finished accounts. */
  readonly partial: boolean;
}

/** One row per lot sold, one per buy. Money in dollars, weights as fractions. */
export interface TradeRow {
  readonly approve: boolean;
  readonly status: string;
  readonly accountId: string;
  readonly account: string | null;
  readonly action: 'Buy' | 'Sell';
  readonly symbol: string;
  readonly quantity: number;
  readonly amount: number;
  readonly gainOrLoss: number | null;
  readonly estTax: number | null;
  readonly why: string;
  readonly checks: string;
  readonly name: string | null;
  readonly assetClass: string;
  readonly price: number;
  readonly cashEffect: number;
  readonly weightBefore: number;
  readonly weightAfter: number;
  readonly target: number;
  readonly orderType: string;
  readonly timeInForce: string;
  readonly limitPrice: number | null;
  readonly lotId: string | null;
  readonly acquired: IsoDate | null;
  readonly term: 'Short' | 'Long' | null;
  readonly daysToLongTerm: number | null;
  readonly costBasis: number | null;
  readonly shortTermGain: number | null;
  readonly longTermGain: number | null;
  readonly washSaleEvidence: string | null;
  readonly overrideQuantity: number | null;
  readonly note: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly tradeScoreBp: number;
  readonly household: string;
  readonly group: string | null;
  readonly custodian: string | null;
  readonly discretion: string;
  readonly recommendedBy: string | null;
  readonly placedBy: string | null;
  readonly reasonCode: string;
  readonly source: string | null;
  readonly tradeId: string;
  readonly runId: string;
}

/** The score's parts in dollars; positive is a benefit of trading. They add up to the net score. */
export type TermName = 'risk' | 'tax' | 'waiting' | 'spread' | 'tickets' | 'preference' | 'cash';
export type ScoreTerms = Readonly<Record<TermName, number>>;

/** One row per account, and one for each household that is managed Together, before those of its accounts. */
export interface ScoreRow {
  readonly decision: Decision;
  /** `Member`: an account of a household managed Together. */
  readonly level: 'Household' | 'Member' | 'Account';
  readonly accountId: string;
  readonly account: string | null;
  readonly household: string;
  readonly group: string | null;
  readonly value: number | null;
  readonly netScoreBp: number | null;
  readonly benefitBp: number | null;
  readonly costBp: number | null;
  readonly mandate: string | null;
  readonly driftBefore: number | null;
  readonly driftAfter: number | null;
  readonly trackingErrorBefore: number | null;
  readonly trackingErrorAfter: number | null;
  /** Dollars, like the two below; withdrawals due are still in it. */
  readonly cashBefore: number | null;
  readonly cashAfter: number | null;
  readonly cashTarget: number | null;
  readonly turnover: number | null;
  readonly trades: number;
  readonly shortTermGain: number | null;
  readonly longTermGain: number | null;
  readonly lossesHarvested: number | null;
  readonly estTax: number | null;
  readonly budgetUsed: number | null;
  readonly tradingCost: number | null;
  readonly substitutesHeld: number | null;
  /** The rules that cost most, with what they cost. */
  readonly whatBinds: string | null;
  readonly exceptions: number;
  readonly why: string;
  readonly solveStatus: string;
  readonly runId: string;
  /** Not on the sheet: the score by term, in dollars. */
  readonly terms: ScoreTerms | null;
  /** Certificate: how far the plan can be from the best one, in basis points of account value. */
  readonly gapBp: number | null;
}

export interface ExceptionRow {
  readonly severity: 'Block' | 'Review' | 'Info';
  readonly state: 'New' | 'Still open' | 'Resolved since last run';
  readonly accountId: string;
  readonly account: string | null;
  readonly whatHappened: string;
  readonly limit: string | null;
  readonly actual: string | null;
  readonly overBy: string | null;
  readonly whatIsInTheWay: string | null;
  readonly suggestedFix: string;
  readonly source: string | null;
  readonly tradesAffected: number;
  readonly resolution: string | null;
  readonly resolutionNote: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly code: string;
  readonly runId: string;
}

export interface DataIssueRow {
  readonly severity: 'Stop' | 'Skip' | 'Warn' | 'Info';
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly rowKey: string | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly problem: string;
  readonly suggested: string | null;
  readonly apply: boolean;
  readonly rowsAffected: number;
  readonly code: string;
  readonly firstSeen: string | null;
}

/** One line of the audit trail; rows are appended, each hash covers the row and the hash before it. */
export interface AuditRow {
  readonly no: number;
  readonly whenLocal: string;
  readonly whenUtc: string;
  readonly who: string | null;
  readonly action: string;
  readonly scope: string;
  readonly runId: string | null;
  readonly accounts: number;
  readonly trades: number | null;
  readonly turnover: number | null;
  readonly estTax: number | null;
  readonly inputsFingerprint: string | null;
  readonly outputsFingerprint: string | null;
  readonly changedSinceLastRun: string | null;
  readonly contract: string;
  readonly engine: string;
  readonly fileAndSha256: string | null;
  readonly note: string | null;
  readonly previousHash: string;
  readonly hash: string;
}
