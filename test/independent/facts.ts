import type { Account, Book, Lot } from '../../shared/book/book';
import { expandTarget } from '../../shared/book/target';

/** Day of the year of 1 December less one, in a year of 365 days; random books are dated 2026. */
const daysToDecember = 334;

/** A lot as engine.md describes it: fractions of account value, gain per dollar sold, waiting cost per dollar sold. */
export interface LotFact {
  readonly asset: number;
  readonly weight: number;
  readonly gain: number;
  readonly isShort: boolean;
  readonly isLoss: boolean;
  readonly waiting: number;
  /** Short-term gain within the long-term wait. */
  readonly waits: boolean;
}

/** One account of a book, worked out from the book's rows alone. */
export interface Facts {
  readonly value: number;
  readonly symbols: readonly string[];
  readonly weights: readonly number[];
  readonly targets: readonly number[];
  readonly lots: readonly LotFact[];
  readonly cash: number;
  readonly taxed: boolean;
}

/** Reads an account that follows a model without cash, has no flows, and knows the basis of each lot. Lots in the order given. */
export function factsOf(book: Book, account: Account, symbols: readonly string[], lots: readonly Lot[]): Facts {
  const price = (symbol: string): number => book.securities.get(symbol)!.price;
  const value = lots.reduce((sum, lot) => sum + lot.quantity * price(lot.symbol), account.cash);
  const found = lots.map((lot) => lotFact(book, account, lot, symbols.indexOf(lot.symbol), price(lot.symbol), value));
  const target = new Map(expandTarget(book, account).weights.map((weight) => [weight.symbol, weight.target]));
  return {
    value, symbols, lots: found,
    weights: symbols.map((_, i) => found.reduce((sum, lot) => sum + (lot.asset === i ? lot.weight : 0), 0)),
    targets: symbols.map((symbol) => target.get(symbol) ?? 0),
    cash: account.cash / value,
    taxed: account.taxType === 'Taxable',
  };
}

/** Whole days from one day to another. */
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Long-term from the same calendar day a year after the day after acquisition. */
function longTermFrom(acquired: string): string {
  const begun = new Date(Date.parse(acquired) + 86_400_000);
  return new Date(Date.UTC(begun.getUTCFullYear() + 1, begun.getUTCMonth(), begun.getUTCDate())).toISOString().slice(0, 10);
}

function lotFact(book: Book, { settings, tax, taxType }: Account, { quantity, unitCost, acquired }: Lot, asset: number, price: number, value: number): LotFact {
  const taxed = taxType === 'Taxable';
  const gain = taxed ? (price - unitCost!) / price : 0;
  const toLong = days(book.asOf, longTermFrom(acquired!));
  const isShort = toLong > 0;
  const under = Math.max(0, (unitCost! - price) / unitCost!);
  const passed = Math.min(1, days(`${book.asOf.slice(0, 4)}-01-01`, book.asOf) / daysToDecember);
  const threshold = 0.2 + (settings.harvestAt - 0.2) * passed;
  const kept = settings.harvestLosses === 'Off' ? 0 : Math.max(0, 1 - under / threshold);
  return {
    asset, gain, isShort, isLoss: gain < 0,
    weight: (quantity * price) / value,
    waiting: gain < 0 ? -gain * (isShort ? tax.shortRate : tax.longRate) * kept : 0,
    waits: isShort && gain > 0 && toLong <= settings.longTermWait,
  };
}
