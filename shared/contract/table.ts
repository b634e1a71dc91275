import type { Column } from './column';

/** One table of the workbook contract: an Excel table on a sheet of its own. */
export interface Table<Columns extends Record<string, Column> = Record<string, Column>> {
  /** Key in a book: `holdings`. */
  readonly name: string;
  /** Excel table name: `rb_Holdings`. */
  readonly excel: string;
  /** Sheet name: `Holdings`. */
  readonly sheet: string;
  /** Other sheet names that are recognized. */
  readonly aliases: readonly string[];
  /** A run needs it. */
  readonly core: boolean;
  readonly help: string;
  readonly columns: Columns;
  /** Columns whose header must be there although a cell may be blank; `required` columns need both. */
  readonly needs?: readonly (keyof Columns & string)[];
  /** Columns that together identify a row; duplicates are issue G12. Empty when rows may repeat. */
  readonly key: readonly (keyof Columns & string)[];
  /** Columns the user may add freely are settings or correlations (`open`), read as numbers or text by header. */
  readonly open?: boolean;
}

export function table<const Columns extends Record<string, Column>>(definition: Table<Columns>): Table<Columns> {
  return definition;
}

type ValueOf<C> = C extends Column<infer Value, infer Required> ? (Required extends true ? Value : Value | undefined) : never;

/** A parsed row of a table: blank cells are absent, `row` is the row number in the user's sheet. */
export type RowOf<T> = T extends Table<infer Columns>
  ? { readonly [Name in keyof Columns as ValueOf<Columns[Name]> extends infer V ? (undefined extends V ? never : Name) : never]: ValueOf<Columns[Name]> } & {
      readonly [Name in keyof Columns as ValueOf<Columns[Name]> extends infer V ? (undefined extends V ? Name : never) : never]?: ValueOf<Columns[Name]>;
    } & {
      /** Row number in the user's sheet, for messages. */
      readonly row?: number;
    }
  : never;
