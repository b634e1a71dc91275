import type { ScoreRow, TradeRow } from '../../shared/api/result';
import type { Account, Book, Restriction, Security } from '../../shared/book/book';

/** One account of a result, with the book it was decided from. */
export interface Case {
  readonly book: Book;
  readonly account: Account;
  readonly score: ScoreRow;
  readonly trades: readonly TradeRow[];
}

/** Half a cent and the noise of adding up. */
export const cent = 0.0051;
/** Weights are compared with the precision they are reported in. */
export const weightTolerance = 2e-6;

/** The sells among the trades. */
export const sells = (trades: readonly TradeRow[]) => trades.filter(({ action }) => action === 'Sell');
/** The buys among the trades. */
export const buys = (trades: readonly TradeRow[]) => trades.filter(({ action }) => action === 'Buy');
/** True when two figures differ by more than `tolerance`, or one is no number. */
export const isOff = (a: number, b: number, tolerance = cent) => !(Math.abs(a - b) <= tolerance);
/** A row of Securities. */
export const securityOf = ({ book }: Case, symbol: string): Security | undefined => book.securities.get(symbol);

/** True when a restriction is about the security. */
export function concerns({ on, value }: Restriction, security: Security): boolean {
  const subjects: Readonly<Partial<Record<Restriction['on'], string | undefined>>> = {
    Symbol: security.symbol,
    'Asset class': security.assetClass,
    Sector: security.sector,
    Issuer: security.issuer,
  };
  return subjects[on]?.toLowerCase() === value.toLowerCase();
}
