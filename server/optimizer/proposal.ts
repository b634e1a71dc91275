import type { ScoreTerms } from '../../shared/api/result';
import type { ShadowPrice } from './explain/prices';
import type { Reason } from './explain/reason';
import type { SharePlan } from './shares';
import type { Row } from './rows/row';
import type { AccountSnapshot } from './snapshot';

/** A decision's finished answer for one account: trades, what they are worth, and how sure that is. */
export interface Proposal {
  readonly snapshot: AccountSnapshot;
  readonly shares: SharePlan;
  readonly trades: readonly ProposedTrade[];
  /** Score by term, dollars to the cent; positive is a benefit. */
  readonly terms: ScoreTerms;
  /** Sum of the terms, dollars. */
  readonly score: number;
  readonly before: Standing;
  readonly after: Standing;
  readonly shortGain: number;
  readonly longGain: number;
  readonly lossesHarvested: number;
  /** Dollars of tax the plan adds (positive) or saves. */
  readonly taxAdded: number;
  /** Half of what is bought and sold, as a fraction of value. */
  readonly turnover: number;
  /** Rows broken today that a plan must mend, whatever the score. */
  readonly mandates: readonly Row[];
  /** Rows the plan still misses, and by how much (fraction of value). */
  readonly missed: readonly { readonly row: Row; readonly by: number }[];
  /** What the rows that bind are worth; absent where the plan was not found by a solver that prices them. */
  readonly shadowPrices?: readonly ShadowPrice[];
  /** Distance to the best possible plan, basis points of value; null when there was no search. */
  readonly gapBp: number | null;
  readonly status: 'Optimal' | 'Good enough' | 'Limits relaxed' | 'Not solved';
  /** Invariants the plan would have broken; such a plan is withdrawn and the trades are empty. */
  readonly refused: readonly string[];
}

export interface Standing {
  readonly drift: number;
  readonly trackingError: number;
  readonly cash: number;
}

/** One lot sold or one security bought. */
export interface ProposedTrade {
  readonly action: 'Buy' | 'Sell';
  readonly asset: number;
  readonly lot: number | null;
  readonly shares: number;
  /** Dollars to the cent. */
  readonly amount: number;
  /** This trade's share of the score, dollars. */
  readonly score: number;
  /** This trade's share of the tax, dollars. */
  readonly tax: number | null;
  readonly reason: Reason;
}
