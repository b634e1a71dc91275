import type { Account, Lot, Restriction, Security } from '../../shared/book/book';
import type { Target } from '../../shared/book/target';
import type { Settings } from '../../shared/book/settings';
import type { IsoDate } from '../../shared/units';
import type { RiskModel } from './risk-model';
import type { TaxState } from './tax-state';
import type { WashState } from './wash-state';

/**
 * Everything known about one account at `asOf`, frozen and indexed for the optimizer. Weights are fractions of `value`.
 * What other accounts of its decision unit already do in this run is part of it: gains of a shared tax profile in
 * `tax`, purchases and loss sales of the household in `wash`.
 */
export interface AccountSnapshot {
  readonly account: Account;
  readonly settings: Settings;
  readonly asOf: IsoDate;
  /** Market value plus cash less what must leave, dollars; > 0. */
  readonly value: number;
  /** Held or wanted securities, cash left out, in order of symbol. */
  readonly assets: readonly Asset[];
  readonly lots: readonly LotFacts[];
  readonly cash: CashState;
  readonly target: Target;
  readonly risk: RiskModel;
  readonly tax: TaxState;
  readonly wash: WashState;
  readonly restrictions: readonly Restriction[];
  readonly lastTraded?: IsoDate;
}

export interface Asset {
  readonly security: Security;
  readonly symbol: string;
  readonly price: number;
  /** Weight today. */
  readonly weight: number;
  readonly target: number;
  /** Indexes into `lots`. */
  readonly lots: readonly number[];
  /** Shares held today. */
  readonly shares: number;
  /** Smallest tradable step in shares. */
  readonly step: number;
}

export interface LotFacts {
  readonly lot: Lot;
  readonly asset: number;
  /** Whole lot as a weight. */
  readonly weight: number;
  /** Dollars per share counted as cost; 0 for an unknown basis priced as the highest gain. */
  readonly unitCost: number;
  /** Gain per dollar sold; 0 where gains are not taxed. */
  readonly gain: number;
  /** Null where gains are not taxed. */
  readonly term: 'Short' | 'Long' | null;
  readonly daysToLongTerm: number;
  readonly longTermFrom: IsoDate | null;
  /** Loss over basis, 0 for a gain. */
  readonly lossFraction: number;
  /** Waiting cost per dollar sold, see terms/waiting.ts. */
  readonly waiting: number;
  /** Redemption fee per dollar sold. */
  readonly fee: number;
  /** True when basis or date is unknown and the setting says never to sell such lots. */
  readonly locked: boolean;
}

export interface CashState {
  /** Dollars held today. */
  readonly dollars: number;
  /** Dollars that leave the account in this run's window. */
  readonly due: number;
  /** Dollars that must stay in cash: reserves. */
  readonly reserve: number;
  /** `(dollars − due) / value`; negative when a withdrawal needs sales. */
  readonly weight: number;
  /** Target weight, reserve included. */
  readonly target: number;
  /** Lowest weight allowed: reserve, cash minimum, unsettled cash. */
  readonly floor: number;
  readonly ceiling?: number;
}
