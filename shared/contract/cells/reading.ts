import type { Severity } from '../../issue';
import type { IsoDate } from '../../units';

/** What is wrong with one cell. The message is built later: header, `says`, place. */
export interface Trouble {
  readonly code: string;
  readonly severity: Severity;
  /** The predicate of the message: `shows #N/A`, `is "n/a", which is not a number,`. */
  readonly says: string;
  readonly found: string;
  readonly fix?: string;
  readonly suggested?: string | number;
  /** A date that can be read in two ways: what it is when the day comes first, and when the month does. */
  readonly either?: { readonly day: IsoDate; readonly month: IsoDate };
}

/** A cell understood: its value when it has one, and what was wrong with it. A blank cell is an empty reading. */
export interface Reading<Value = string | number> {
  readonly value?: Value;
  readonly troubles?: readonly Trouble[];
}

/** How serial numbers are dated. */
export interface CellContext {
  readonly date1904: boolean;
}

/** The reading of a blank cell. */
export const blank: Reading<never> = Object.freeze({});

/** A reading without a value. */
export const unreadable = (trouble: Trouble): Reading<never> => ({ troubles: [trouble] });

/** The cell's text in a message, cut to a readable length. */
export function quote(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 57)}…"` : `"${text}"`;
}
