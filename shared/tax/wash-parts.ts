import Decimal from 'decimal.js';
import { toCents, type IsoDate } from '../units';
import type { WashLot } from './wash-lots';

/** Shares of one lot that share one fate. A lot begins as one part; matching splits it. */
export interface WashPart {
  readonly lot: WashLot;
  /** What tells the lot's purchase from every other. */
  readonly purchase: string;
  shares: Decimal;
  /** Dollars, in whole cents as all amounts here. */
  originalBasis: Decimal;
  /** The original basis and the losses that moved here. */
  basis: Decimal;
  proceeds: Decimal;
  heldFrom: IsoDate;
  disallowed: Decimal;
  permanentLoss: Decimal;
  /** True once these shares have replaced others: each share does so once (Reg. §1.1091-1(e)). */
  replaces: boolean;
  /** True once its sale has been judged: what was sold earlier is not held any more. */
  settled: boolean;
}

/** A lot as one part, its dollars rounded to the cent. */
export function partOf(lot: WashLot): WashPart {
  const basis = cents(lot.basis);
  return {
    lot,
    purchase: lot.purchase ?? JSON.stringify([lot.accountId, lot.id]),
    shares: new Decimal(lot.shares),
    originalBasis: basis,
    basis,
    proceeds: cents(lot.sale?.proceeds ?? 0),
    heldFrom: lot.heldFrom ?? lot.acquired,
    disallowed: new Decimal(0),
    permanentLoss: new Decimal(0),
    replaces: false,
    settled: false,
  };
}

const split = ['originalBasis', 'basis', 'proceeds', 'disallowed', 'permanentLoss'] as const;

/**
 * Splits the first `shares` off a part and leaves it the rest, its own amounts to the cent and not one cent lost.
 * Rounding never makes a loss of a gain: of two amounts, the larger one's piece is never the smaller.
 */
export function splitOff(part: WashPart, shares: Decimal): WashPart {
  const head: WashPart = { ...part, shares };
  for (const amount of split) {
    head[amount] = cents(part[amount].times(shares).div(part.shares));
    part[amount] = part[amount].minus(head[amount]);
  }
  part.shares = part.shares.minus(shares);
  return head;
}

const cents = (dollars: Decimal.Value): Decimal => new Decimal(toCents(dollars));
