import { readTable } from './table/cells';

/** Rows of cell texts, untrimmed; row `n` is line or sheet row `n + 1`. */
export type Cells = readonly (readonly string[])[];

/** One rectangle of cells of an export: a delimited file has one, a workbook one per sheet. */
export interface CellTable {
  /** Sheet name; absent for delimited text. */
  readonly sheet?: string;
  readonly cells: Cells;
  /** Indices of the rows with a quoted cell that ends in none of the ways a quoted cell ends. */
  readonly torn?: readonly number[];
}

/** A custodian's export as the user dropped it, already decoded. */
export interface CustodianFile {
  /** File name, for recognition and messages; a pasted range has none. */
  readonly name?: string;
  /** The whole text; empty for a workbook. */
  readonly text: string;
  /** The same as cells. Text is taken apart when first asked for, so OFX and XML never are. */
  readonly tables: readonly CellTable[];
}

/** A delimited file, or text of another kind (OFX, XML). */
export function textFile(text: string, name?: string): CustodianFile {
  let tables: readonly CellTable[] | undefined;
  return {
    name,
    text,
    get tables() {
      tables ??= [readTable(text)];
      return tables;
    },
  };
}

/** Sheets of a workbook, their cells as text: days as `2026-04-15`, numbers with every digit, blanks as ''. */
export function sheetsFile(tables: readonly CellTable[], name?: string): CustodianFile {
  return { name, text: '', tables };
}
