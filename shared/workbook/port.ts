/**
 * The Workbook port: all that the product asks of a workbook, whoever holds it.
 * Three implementations (Office.js, .xlsx file, in memory) pass one conformance suite.
 */

/** A cell's value as the workbook stores it. Dates are serial numbers, errors are text such as `#N/A`. */
export type Cell = string | number | boolean | null;

/** A rectangle that may hold a contract table: an Excel table, or a sheet's used range. */
export interface Region {
  readonly sheet: string;
  /** Excel table name, `rb_Holdings`; absent for the used range of a sheet without tables. */
  readonly table?: string;
  /** Row number of the first row of `values` as the user sees it (1-based). */
  readonly top: number;
  /** Column number of the first column (1 = A). */
  readonly left: number;
  /** Rows of cells; for an Excel table the first row is its header. */
  readonly values: readonly (readonly Cell[])[];
  /** Ranges of merged cells on the sheet, `B2:C2`, where the workbook tells. */
  readonly merged?: readonly string[];
}

/** What a region is, before its cells are read. */
export type RegionName = Pick<Region, 'sheet' | 'table'>;

export interface WorkbookContent {
  readonly regions: readonly Region[];
  /** Single-cell defined names that begin with `rb_`, by name. */
  readonly names: Readonly<Record<string, Cell>>;
  /** True when serial dates count from 1904. */
  readonly date1904: boolean;
}

export type ColumnKind = 'text' | 'number' | 'boolean' | 'date';

/** One column of a sheet we write. */
export interface SheetColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Excel number format; text columns are always `@`. */
  readonly format: string;
  /** Width in characters. */
  readonly width: number;
  /** The user types here; a re-run keeps the value by key. */
  readonly sticky?: boolean;
  /** Outline group, collapsed after the first write. */
  readonly group?: string;
  /** Drop-down choices. */
  readonly choices?: readonly string[];
  /** Help shown when the header is selected. */
  readonly note?: string;
  /** A cell of this column may link to a place in the workbook: the cell's text is `Sheet!A1`. */
  readonly link?: boolean;
}

/** How a sheet draws the eye, by column header; each kind of workbook draws it with its own conditional formats. */
export type SheetRule =
  /** A bar behind each number, as long as the number is large. */
  | { readonly kind: 'bar'; readonly column: string; readonly color: string }
  /** A line above each row whose value differs from the row before. */
  | { readonly kind: 'divider'; readonly column: string; readonly color: string }
  /** The cell, or the whole row, when the cell's text begins with `beginsWith`. */
  | {
      readonly kind: 'tint';
      readonly column: string;
      readonly beginsWith: string;
      readonly wholeRow?: boolean;
      readonly fill?: string;
      readonly color?: string;
      readonly strike?: boolean;
    };

/** Row of the table's header on a sheet with a heading. */
export const HEADER_ROW = 5;

/** A sheet as we write it: title, status, key line, then a table. Dates in `rows` are ISO text. */
export interface SheetContent {
  readonly sheet: string;
  /** Excel table name, `rb_Trades`. */
  readonly table: string;
  /** Rows 1 to 3 above the table; an input sheet has none and its header is row 1. */
  readonly heading?: { readonly title: string; readonly status: string; readonly key: string };
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Number of leading columns that stay in view. */
  readonly frozenColumns: number;
  readonly rules?: readonly SheetRule[];
  /** Tab colour, `#2E75B6`. */
  readonly tabColor: string;
}

export interface Workbook {
  /** Reads the regions that `wanted` accepts, and the `rb_` names. */
  read(wanted: (region: RegionName) => boolean): Promise<WorkbookContent>;
  /** Writes each sheet in place: made when missing, else its table is updated; nothing else is touched. */
  write(sheets: readonly SheetContent[], progress?: (done: number, total: number) => void): Promise<void>;
}
