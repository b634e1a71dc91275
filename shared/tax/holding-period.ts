import { addDays, addYears, daysBetween } from '../dates';
import type { IsoDate } from '../units';
import { latestLaw } from './law';

/** A gain's character: long-term when the asset was held for more than a year (IRC §1222). */
export type Term = 'Short' | 'Long';

const lawfulYears = latestLaw().longTermYears;

/**
 * The first day on which a sale is long-term.
 *
 * The holding period begins on the day after acquisition and is counted in calendar months and years, never in days
 * (Rev. Rul. 66-7, 1966-1 C.B. 188; Rev. Rul. 70-598). So the first long-term day is the anniversary of the day after:
 * acquired 2025-11-20, begun 2025-11-21, long-term from 2026-11-21. What is acquired on the last day of a month turns
 * long-term on the first day of a month: acquired 2023-02-28 → 2024-03-01, acquired 2024-02-29 → 2025-03-01.
 * A holding period begun on 29 February is over with 28 February: acquired 2024-02-28 → 2025-03-01.
 *
 * @param acquired trade date, or the first day that counts for gifts and wash sales (`Lot.heldFrom`)
 */
export function firstLongTermDay(acquired: IsoDate, years: number = lawfulYears): IsoDate {
  return addYears(addDays(acquired, 1), years);
}

/** The character of a sale on `sold` (trade dates). A sale before the acquisition is short-term. */
export function termOf(acquired: IsoDate, sold: IsoDate, years?: number): Term {
  return sold >= firstLongTermDay(acquired, years) ? 'Long' : 'Short';
}

/** Days from `asOf` until a sale would be long-term; 0 when it already is. */
export function daysToLongTerm(acquired: IsoDate, asOf: IsoDate, years?: number): number {
  return Math.max(0, daysBetween(asOf, firstLongTermDay(acquired, years)));
}
