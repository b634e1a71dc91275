import type { Issue } from '../issue';
import type { IsoDate } from '../units';
import type { CustodianFile } from './custodian-file';

export type { Cells, CellTable, CustodianFile } from './custodian-file';

/**
 * What a row of an export is. A `position` may be followed by its `lot` rows: they are the same shares,
 * so adding both doubles the account. A `total` is only ever a check. `skip` is a row that is none of these.
 */
export type ImportKind = 'position' | 'lot' | 'cash' | 'pending-cash' | 'realized-lot' | 'transaction' | 'total' | 'skip';

/** What happened, in the words of the Transactions table where it has one. */
export type ImportAction =
  | 'Buy' | 'Sell' | 'Reinvest' | 'Transfer in' | 'Transfer out'
  | 'Dividend' | 'Interest' | 'Fee' | 'Deposit' | 'Withdrawal' | 'Split' | 'Other';

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
  /** Only where the file says it. */
  readonly term: 'short' | 'long' | null;
  readonly assetType: 'cash' | 'bond' | 'option' | null;
  /** Three letters, where the file says it. */
  readonly currency: string | null;
  /** `CASH`, `MARGIN`, `SHORT`, as the file spells the registration of the row. */
  readonly accountType: string | null;
  /** `Cash` or `Margin`, where one account has both. */
  readonly subAccountType: string | null;
  /** Day of the sale of a realized lot. */
  readonly closed: IsoDate | null;
  /** Dollars received for a realized lot. */
  readonly proceeds: number | null;
  /** Realized gain in dollars, as the file states it; a loss is negative. */
  readonly gain: number | null;
  readonly washSale: boolean | null;
  /** Dollars of loss disallowed, never negative. */
  readonly disallowedLoss: number | null;
  /** Day of a transaction. */
  readonly date: IsoDate | null;
  readonly action: ImportAction | null;
  /** Cash effect of a transaction in dollars; money paid is negative. */
  readonly amount: number | null;
  /** Commission and fees of a transaction, in dollars. */
  readonly fees: number | null;
  readonly transactionId: string | null;
  /** Line of the file or row of the sheet, counted from 1. */
  readonly line: number;
}

/** A row of which only the named facts are known; of two that differ the later counts. */
export function importRow(kind: ImportKind, line: number, ...known: readonly Partial<ImportRow>[]): ImportRow {
  // Files have a hundred thousand rows: a copy whose every key is there already, and is then assigned, takes a third of the time of a spread.
  const row: { -readonly [Key in keyof ImportRow]: ImportRow[Key] } = { ...unknownRow };
  row.kind = kind;
  row.line = line;
  return Object.assign(row, ...known);
}

const unknownRow: ImportRow = {
  account: null, accountName: null, symbol: null, cusip: null, description: null, lotId: null, acquired: null,
  quantity: null, unitCost: null, costBasis: null, price: null, marketValue: null, term: null, assetType: null,
  currency: null, accountType: null, subAccountType: null,
  closed: null, proceeds: null, gain: null, washSale: null, disallowedLoss: null,
  date: null, action: null, amount: null, fees: null, transactionId: null, kind: 'skip', line: 0,
};

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
  /** Where the file comes from and what is peculiar about it: the page of `docs/import/` is made from this. Sentences of Markdown. */
  readonly about: readonly string[];
  /** True when the text itself is read, and not the cells of a table: XML, OFX, JSON, records of fixed width. */
  readonly ofText?: boolean;
  /** How sure we are that the file has this layout, 0 (no) to 1 (certain). Of a long file only the beginning and the end are shown. */
  recognizes(file: CustodianFile): number;
  read(file: CustodianFile): Contents;
}
