import type { IsoDate } from '../units';
import type { Doubt } from './doubts';
import type { Customization, Product } from './allocation';
import type { Override, TradeRequest } from './instructions';
import type { Settings } from './settings';

export type { Customization, Product } from './allocation';
export type { Override, TradeRequest } from './instructions';

/** A book: every account with its lots, its effective policy, and the securities and models it refers to. */
export interface Book {
  readonly asOf: IsoDate;
  readonly currency: string;
  readonly accounts: readonly Account[];
  /** By symbol; `CASH` is always there. */
  readonly securities: ReadonlyMap<string, Security>;
  /** By lower-cased name. */
  readonly models: ReadonlyMap<string, Model>;
  readonly riskClasses: readonly RiskClass[];
  /** Households with a row of their own or linked to one, by lower-cased ID. */
  readonly households: ReadonlyMap<string, Household>;
  /** By lower-cased name; only classes with a row of their own. */
  readonly assetClasses: ReadonlyMap<string, AssetClass>;
  /** Exposures and factor covariance, when the workbook has both. */
  readonly factorModel?: FactorModel;
  /** What implements asset classes, by class and rank; undefined when the book has no such table. */
  readonly products?: readonly Product[];
  /** Approved pairs; undefined when the book has no such table. */
  readonly substitutes?: readonly Substitute[];
  /** Tests of each screen, by its lower-cased name. */
  readonly screens: ReadonlyMap<string, readonly ScreenTest[]>;
  /** By account ID: purchases and sales of the last year, open orders included. */
  readonly transactions: readonly Transaction[];
  /** Oldest day the transactions cover, when there are any. */
  readonly transactionsFrom?: IsoDate;
}

/** Accounts considered together. */
export interface Household {
  readonly id: string;
  readonly name?: string;
  /** For accounts without a model; the one target when managed Together. */
  readonly model?: string;
  /** For taxable accounts without a profile. */
  readonly taxProfile?: string;
  readonly manageAs: 'Each account' | 'Together';
  readonly locationPolicy: 'Off' | 'Tax-aware' | 'By asset class';
  readonly preferTradesIn: 'Tax-deferred first' | 'Taxable first' | 'No preference';
  /** Lower-cased IDs of the households whose trades count under the Wash-sale scope Linked; both ways. */
  readonly linked: readonly string[];
  readonly row?: number;
}

/** A place by its tax: where an asset class belongs. Exempt accounts count as Tax-free. */
export type Locality = 'Taxable' | 'Tax-deferred' | 'Tax-free';

/** A node of the classification tree. */
export interface AssetClass {
  readonly name: string;
  readonly parent?: string;
  readonly sort?: number;
  /** The most preferred first; empty = anywhere. */
  readonly preferredLocation: readonly Locality[];
  /** Yearly tax cost of a dollar held in a taxable account, as a fraction. */
  readonly taxDrag?: number;
  /** Symbol that stands in when a security has no exposures. */
  readonly riskProxy?: string;
  readonly row?: number;
}

export type TaxType = 'Taxable' | 'Tax-deferred' | 'Tax-free' | 'Exempt';

export interface Account {
  readonly id: string;
  readonly name?: string;
  readonly taxType: TaxType;
  readonly model?: string;
  /** Household ID; an account without one is its own household. */
  readonly household: string;
  readonly group?: string;
  readonly custodian?: string;
  readonly advisor?: string;
  readonly status: 'Active' | 'Suspended' | 'Held away' | 'Closed';
  readonly discretion: 'Discretionary' | 'Non-discretionary';
  /** Dollars of cash, all sweep securities included. */
  readonly cash: number;
  /** Part of `cash` that has not settled; it counts for weights and may not be spent. */
  readonly unsettledCash: number;
  readonly lots: readonly Lot[];
  readonly settings: Settings;
  readonly tax: TaxProfile;
  readonly restrictions: readonly Restriction[];
  readonly flows: readonly CashFlow[];
  /** Changes of the allocation in force today, in the order in which they are applied; absent without any. */
  readonly customizations?: readonly Customization[];
  /** Dollars that a product's Min account is compared with: the account's, or its household's when managed Together. Absent without products. */
  readonly productSize?: number;
  /** Overrides in force today, and what corporate actions forbid; absent without any. */
  readonly overrides?: readonly Override[];
  /** Manual trades, and sales ahead of a corporate action; absent without any. */
  readonly requests?: readonly TradeRequest[];
  /** Day of the account's last trade known from Transactions. */
  readonly lastTraded?: IsoDate;
  /** Doubtful rows that the account is decided beside, those of Securities left out; absent without any. */
  readonly doubts?: readonly Doubt[];
  /** Row in Accounts, for messages. */
  readonly row?: number;
}

/** Shares bought on one day at one cost. */
export interface Lot {
  readonly id: string;
  readonly symbol: string;
  /** Shares; > 0. */
  readonly quantity: number;
  /** Dollars per share; null when unknown. */
  readonly unitCost: number | null;
  readonly acquired: IsoDate | null;
  /** First day that counts for the holding period: `acquired`, or earlier for gifts and wash sales. */
  readonly heldFrom: IsoDate | null;
  readonly row?: number;
}

export interface Security {
  readonly symbol: string;
  readonly name?: string;
  readonly price: number;
  readonly assetClass: string;
  readonly type: 'Stock' | 'ETF' | 'Mutual fund' | 'Bond' | 'Cash' | 'Other';
  readonly sector?: string;
  readonly issuer?: string;
  readonly washClass: string;
  readonly riskClass: string;
  readonly buyRank: number;
  readonly tradable: 'Yes' | 'Sell only' | 'Hold' | 'No';
  /** Smallest tradable step in shares. */
  readonly roundTo: number;
  /** Dollars per order. */
  readonly tradeCost: number;
  /** Full bid-ask spread as a fraction of the price. */
  readonly spread: number;
  /** Fee for selling within `feeDays` of purchase, as a fraction of the amount. */
  readonly redemptionFee: number;
  readonly feeDays: number;
  /** Income a year as a fraction of the price, and the part of it that is qualified dividends. */
  readonly yield?: number;
  readonly qualifiedShare?: number;
  /** The firm's view; a preference, never a rule. */
  readonly rating?: Rating;
  /** First day on which a buyer no longer receives the next distribution. */
  readonly nextDistribution?: IsoDate;
  /** Scores by lower-cased tag. */
  readonly tags?: Readonly<Record<string, number>>;
  /** Its row in Securities cannot be trusted: it is neither bought nor sold. */
  readonly doubt?: Doubt;
  readonly row?: number;
}

export type Rating = 'Strong buy' | 'Buy' | 'Hold' | 'Sell' | 'Strong sell';

/** One security approved in place of another. */
export interface Substitute {
  /** Symbol of the original. */
  readonly for: string;
  readonly symbol: string;
  /** It may be kept where it is held. */
  readonly isHeld: boolean;
  /** It may be bought. */
  readonly isBought: boolean;
  /** 1 is the first choice. */
  readonly rank: number;
  /** Basis points of the amount switched; undefined = the setting Default hurdle, 0 = held one-for-one. */
  readonly hurdle?: number;
  readonly taxTypes: readonly TaxType[];
  /** Days of the approval, both inclusive. */
  readonly from?: IsoDate;
  readonly until?: IsoDate;
}

/** One row of a screen: which securities it catches, and what holds for them. */
export interface ScreenTest {
  readonly screen: string;
  readonly tag: string;
  readonly test: 'Has tag' | '≥' | '≤';
  /** Score; only for ≥ and ≤. */
  readonly threshold: number;
  readonly action: 'Never buy' | 'Never own' | 'Max %';
  /** Fraction of the account; only for Max %. */
  readonly limit?: number;
}

export interface Model {
  readonly name: string;
  readonly components: readonly ModelComponent[];
}

export interface ModelComponent {
  readonly component: string;
  /** Fraction of the model. */
  readonly target: number;
  readonly min?: number;
  readonly max?: number;
  readonly type?: 'Asset class' | 'Model' | 'Product' | 'Symbol';
  readonly buyRank: number;
  readonly row?: number;
}

export interface RiskClass {
  readonly name: string;
  /** Annual, as a fraction. */
  readonly volatility: number;
  /** By the other class's name; a missing pair has correlation 0. */
  readonly correlations: Readonly<Record<string, number>>;
}

/** A factor model of risk: `Σ = X Ω Xᵀ + diag(σ²)`, a year. */
export interface FactorModel {
  /** Names in code-point order. */
  readonly factors: readonly string[];
  /** Ω in the order of `factors`, symmetric. */
  readonly covariance: readonly (readonly number[])[];
  /** By symbol: securities of the book and those that stand in. */
  readonly exposures: ReadonlyMap<string, Exposure>;
  /** Symbol whose exposures stand in for securities that have none, by lower-cased asset class. */
  readonly proxies: ReadonlyMap<string, string>;
}

export interface Exposure {
  /** A row of X, in the order of the model's factors. */
  readonly factors: readonly number[];
  /** Specific volatility a year, as a fraction. */
  readonly specific: number;
}

export type RestrictionRule = 'Never buy' | 'Never sell' | 'Never own' | 'Max %' | 'Min %' | 'Max $' | 'Max quantity' | 'Screen';
export type RestrictionSubject = 'Symbol' | 'Asset class' | 'Sector' | 'Issuer' | 'Tag' | 'Screen';

export interface Restriction {
  readonly rule: RestrictionRule;
  readonly on: RestrictionSubject;
  readonly value: string;
  /** Fraction, dollars or shares by rule. */
  readonly limit?: number;
  readonly strictness: 'hard' | 'repair' | 'soft';
  readonly reason?: string;
  /** Where it comes from in words: `Restrictions row 7 (Account 4471-0093)`. */
  readonly source: string;
}

/** Rates and the tax year so far. Losses are negative dollars. */
export interface TaxProfile {
  readonly id: string;
  readonly shortRate: number;
  readonly longRate: number;
  /** Rate on qualified dividends; absent = the long-term rate. */
  readonly dividendRate?: number;
  readonly ytdShort: number;
  readonly ytdLong: number;
  readonly carryShort: number;
  readonly carryLong: number;
  /** Gains expected elsewhere this year; counted as long-term. */
  readonly otherGains: number;
  readonly gainsBudget?: number;
  readonly taxBudget?: number;
  readonly shortGainsBudget?: number;
  readonly budgetIs: 'Limit' | 'Warning';
  readonly prorate: 'No' | 'Monthly' | 'Quarterly';
  readonly lossTarget?: number;
  /** True when no profile was given and the default rates stand in. */
  readonly assumed: boolean;
}

export interface CashFlow {
  readonly type: 'Withdrawal' | 'Deposit' | 'Reserve' | 'RMD' | 'Fee';
  /** Dollars; > 0. A percentage is already applied to the account's value. */
  readonly amount: number;
  /** Payment day; absent = as soon as possible. */
  readonly date?: IsoDate;
  /** 'due' leaves the account in this run's window; 'reserve' must stay in cash; 'later' is only shown. */
  readonly standing: 'due' | 'reserve' | 'later';
  readonly source: string;
}

export interface Transaction {
  readonly accountId: string;
  readonly date: IsoDate;
  readonly action: 'Buy' | 'Sell' | 'Reinvest' | 'Transfer in' | 'Transfer out' | 'Open order';
  readonly symbol: string;
  readonly quantity: number;
  readonly amount?: number;
  readonly shortGain?: number;
  readonly longGain?: number;
}
