import type { Account, Book, Lot, Restriction, Security } from '../../shared/book/book';
import type { Target } from '../../shared/book/target';
import type { Settings } from '../../shared/book/settings';
import type { IsoDate } from '../../shared/units';
import type { RiskModel } from './risk-model';
import type { Row } from './rows/row';
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
  /** Tests of each screen, by its lower-cased name. */
  readonly screens: Book['screens'];
  /** Net gains realized earlier in the calendar month of `asOf`, dollars; 0 where no rule asks. */
  readonly gainsOfMonth: number;
  readonly lastTraded?: IsoDate;
  /** Trades that other accounts of a household managed Together must make; absent without any. */
  readonly spokenFor?: readonly SpokenFor[];
  /** What the rest of a household managed Together leaves to this account; absent for accounts managed on their own. */
  readonly household?: HouseholdPlace;
  /** Rows of a snapshot that stands for several accounts at once; absent: those that follow from the snapshot itself. */
  readonly rows?: readonly Row[];
}

/** One side of a security that another account must trade, so that the opposite side is not for this one. */
export interface SpokenFor {
  readonly symbol: string;
  readonly side: 'buy' | 'sell';
  readonly accountId: string;
  readonly source: string;
}

/** An account's place in its household. The snapshot's target, cash target and risk price are already the account's part. */
export interface HouseholdPlace {
  readonly id: string;
  /** Dollars of the whole household. */
  readonly value: number;
  /** Account value over household value. */
  readonly share: number;
  /** The household's own target by asset, in fractions of household value. */
  readonly target: Float64Array;
  /** Groups of the household's target, likewise. */
  readonly groups: Target['groups'];
  /** Most cash of the household, fraction of its value. */
  readonly cashCeiling?: number;
  /** What the other accounts hold after their plans, by asset and in cash, in fractions of household value. */
  readonly rest: { readonly weights: Float64Array; readonly cash: number };
  readonly bars: readonly Bar[];
}

/** A trade that the rest of the household rules out. */
export interface Bar {
  readonly asset: number;
  readonly side: 'buy' | 'sell';
  readonly code: string;
  /** In words: `VTI is not bought: sold in this run in A`. */
  readonly name: string;
  readonly source: string;
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
  /** The same in the order in which they must be sold; absent where any may be named. */
  readonly lotOrder?: readonly number[];
  /** Shares held today. */
  readonly shares: number;
  /** Smallest tradable step in shares. */
  readonly step: number;
  /** What the firm would rather do with it, in dollars per dollar; see terms/preference.ts. */
  readonly preference: Preference;
}

/** Dollars per dollar of account value: a benefit of holding more, and costs of single trades. */
export interface Preference {
  /** Worth of a dollar more of it, a year: the firm's rating. */
  readonly held: number;
  /** Cost of a dollar bought: a better ranked security would do as well. */
  readonly bought: number;
  /** Cost of a dollar sold: the hurdle before an approved substitute is switched back. */
  readonly sold: number;
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
