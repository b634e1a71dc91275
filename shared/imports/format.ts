import type { Issue } from '../issue';
import type { IsoDate } from '../units';

/** A custodian's export as the user dropped it, already decoded to text. */
export interface CustodianFile {
  /** File name, for recognition and messages; a pasted range has none. */
  readonly name?: string;
  readonly text: string;
}

/**
 * What a row of an export is. A `position` may be followed by its `lot` rows: they are the same shares,
 * so adding both doubles the account. A `total` is only ever a check.
 */
export type ImportKind = 'position' | 'lot' | 'cash' | 'total';

/** One row of an export, in one vocabulary for all custodians. `null` is unknown; zero is a zero the file states. */
export interface ImportRow {
  readonly kind: ImportKind;
  /** The account as the file spells it, often only its last digits. */
  readonly account: string | null;
  readonly accountName: string | null;
  readonly symbol: string | null;
  readonly cusip: string | null;
  readonly description: string | null;
  readonly lotId: string | null;
  readonly acquired: IsoDate | null;
  /** Shares, face amount of a bond, contracts of an option, dollars of cash. Negative when short. */
  readonly quantity: number | null;
  /** As the file states it: dollars per share, per 100 of face for a bond. */
  readonly unitCost: number | null;
  /** Dollars, for the whole row. */
  readonly costBasis: number | null;
  /** As the file states it: dollars per share, per 100 of face for a bond. */
  readonly price: number | null;
  /** Dollars. */
  readonly marketValue: number | null;
  readonly term: 'short' | 'long' | null;
  readonly assetType: 'cash' | 'bond' | 'option' | null;
  /** Line of the file, counted from 1. */
  readonly line: number;
}

/** What a format finds in a file. */
export interface Contents {
  /** The day the file itself states. */
  readonly asOf?: IsoDate;
  readonly rows: readonly ImportRow[];
  /** What could not be read, with its place in the file. */
  readonly issues: readonly Issue[];
}

/** One layout of one custodian. Rows that cannot be read become issues; nothing is thrown. */
export interface ImportFormat {
  /** In the user's words: `E*TRADE, portfolio download (CSV)`. */
  readonly title: string;
  /** How sure we are that the file has this layout, 0 (no) to 1 (certain). */
  recognizes(file: CustodianFile): number;
  read(file: CustodianFile): Contents;
}
