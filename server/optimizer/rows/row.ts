import type { Restriction } from '../../../shared/book/book';
import type { Linear } from '../linear';
import type { AccountSnapshot } from '../snapshot';

/**
 * How firmly a row holds, firmest first.
 * `fixed`: law, custody or a client's prohibition; nothing relaxes it.
 * `limit`: what one run may do (turnover, budgets, waits); only a shortfall of mandated cash relaxes it.
 * `cash`: withdrawals and reserves; met before the rows below.
 * `hard` and `repair`: what holds is kept, what is broken is never made worse and is mended as far as the firmer rows allow.
 * `soft`: broken at a price.
 */
export type Tier = 'fixed' | 'limit' | 'cash' | 'hard' | 'repair' | 'soft';

/** Tiers whose rows may get worse than today because a firmer one cannot be met otherwise. */
export type Yielding = ReadonlySet<Tier>;

/** Usually no row gets worse. */
export const nothingYields: Yielding = new Set();

/** One thing a plan must satisfy: `min ≤ expression ≤ max`, in fractions of account value. */
export interface Row {
  /** In the user's words: `no more than 5.0 % in AAPL`. */
  readonly name: string;
  /** Where it comes from: `Restrictions row 7 (Account 4471-0093)`. */
  readonly source: string;
  /** Stable code for exceptions and reasons. */
  readonly code: string;
  readonly tier: Tier;
  readonly expression: Linear;
  readonly min?: number;
  readonly max?: number;
  /** Of a soft row: dollars per dollar out of line. */
  readonly price?: number;
  /** What the row bounds instead of the expression: the tax of the year (fraction of value), or tracking error (a year). */
  readonly measure?: 'tax' | 'tracking error';
}

/** How far a value lies outside a row's bounds; 0 when it holds. */
export function violation(row: Row, value: number): number {
  return Math.max(0, (row.min ?? -Infinity) - value, value - (row.max ?? Infinity));
}

/** One kind of restriction: the rows it asks for. `assets` are those it binds where they are not the restriction's own subject. */
export type Rule = (restriction: Restriction, snapshot: AccountSnapshot, assets?: readonly number[]) => Row[];

/** Rows that follow from settings, tax profile, cash and law rather than from a restriction. */
export type Policy = (snapshot: AccountSnapshot) => Row[];

/** What a soft restriction costs when broken, dollars per dollar out of line. */
export const softPrice = 0.02;

/** Common parts of the rows of one restriction. */
export function fromRestriction(restriction: Restriction, code: string): Pick<Row, 'source' | 'code' | 'tier' | 'price'> {
  const soft = restriction.strictness === 'soft';
  return { source: restriction.source, code, tier: restriction.strictness, ...(soft ? { price: softPrice } : {}) };
}

/** `5.0 %`. */
export const asPercent = (fraction: number): string => `${(100 * fraction).toFixed(1)} %`;

/** Made once: a formatter costs more than a small account's rounding. */
const inThousands = new Intl.NumberFormat('en-US');

/** `$12,400`. */
export const asDollars = (dollars: number): string => `$${inThousands.format(Math.round(dollars))}`;

/** Room a value has before it meets a bound of its row. */
export function slack({ min = -Infinity, max = Infinity }: Row, value: number): number {
  return Math.min(value - min, max - value);
}
