import type { IsoDate } from '../units';
import type { Settings } from './settings';

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
  /** By account ID: purchases and sales of the last year, open orders included. */
  readonly transactions: readonly Transaction[];
  /** Oldest day the transactions cover, when there are any. */
  readonly transactionsFrom?: IsoDate;
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
  /** Day of the account's last trade known from Transactions. */
  readonly lastTraded?: IsoDate;
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
  readonly row?: number;
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
