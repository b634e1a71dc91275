import type { IsoDate } from '../units';

/** A tax lot as the wash-sale ledger sees it: still held, or sold at once. A lot sold in part is two of the same purchase. */
export interface WashLot {
  readonly id: string;
  readonly accountId: string;
  /** What was bought together; the lot alone when absent. */
  readonly purchase?: string;
  /** False in an IRA or other account whose losses are none under the law. */
  readonly taxable: boolean;
  /** Shares; > 0. */
  readonly shares: number;
  /** Trade date. */
  readonly acquired: IsoDate;
  /** First day that counts for the holding period, when it is not `acquired`. */
  readonly heldFrom?: IsoDate;
  /** Dollars, of the whole lot. */
  readonly basis: number;
  /** Trade date, not before `acquired`, and dollars net of costs; absent when the lot is held. */
  readonly sale?: { readonly date: IsoDate; readonly proceeds: number };
}

/** Shares of one lot after matching: a lot that was matched in part comes back in parts. */
export interface WashedLot {
  readonly lotId: string;
  readonly accountId: string;
  readonly shares: number;
  readonly acquired: IsoDate;
  /** The holding period tacks: it begins earlier by the days that the sold shares were held (IRC §1223(3)). */
  readonly heldFrom: IsoDate;
  readonly sold?: IsoDate;
  readonly originalBasis: number;
  /** Adjusted basis: the original one and the disallowed losses that moved here (IRC §1091(d)). */
  readonly basis: number;
  readonly proceeds?: number;
  /** Dollars of loss on these shares that may not be deducted now; ≥ 0. */
  readonly disallowed: number;
  /** The part of `disallowed` that no basis keeps, lost for good (Rev. Rul. 2008-5). */
  readonly permanentLoss: number;
  /** Proceeds less adjusted basis, the disallowed loss added back; absent when the shares are held. */
  readonly realizedGain?: number;
  /** True when these shares replaced others that were sold at a loss. */
  readonly replaces: boolean;
}

/** The evidence of one disallowance: shares sold at a loss, and the shares that replaced them. */
export interface WashPair {
  readonly lossLotId: string;
  readonly lossAccountId: string;
  readonly sold: IsoDate;
  readonly replacementLotId: string;
  readonly replacementAccountId: string;
  readonly acquired: IsoDate;
  readonly shares: number;
  readonly disallowed: number;
  /** True when the replacement is in an IRA, so that no basis keeps the loss. */
  readonly isPermanent: boolean;
}
